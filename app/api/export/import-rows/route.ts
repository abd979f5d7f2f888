import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { languageOf } from '@/app/export-language'
import { contextForMember } from '@/app/session'
import { remedyWords } from '@/components/imports/words'
import type { Context } from '@/domain/context'
import { WITHHELD } from '@/domain/bank-file/telling-cells'
import { isId } from '@/domain/id'
import { listBadRows } from '@/domain/import-run/bad-rows'
import type { ImportSender } from '@/domain/import-run/lock-import'
import { sheetFile } from '../sheet-file'

/** The rows of an import that are not written, with why in the last column: to be mended and sent again. */
export async function GET(request: Request) {
  const context = await contextForMember()
  const query = new URL(request.url).searchParams
  const locale = languageOf(query.get('language') ?? undefined)
  const id = query.get('id') ?? ''
  const found = isId(id) ? await listBadRows(context as Context<ImportSender>, id) : null
  if (!found) notFound()
  const [t, say] = await Promise.all([
    getTranslations({ locale, namespace: 'imports' }),
    getTranslations({ locale, namespace: 'import' }),
  ])
  const headings = found.above.at(-1) ?? []
  const rows = found.rows.map(({ cells, problems, isLeft }) => [
    ...Array.from({ length: found.width }, (_, at) => cells[at]?.replaceAll(WITHHELD, '') ?? ''),
    problems
      .map((one) => `${one.column ? say(`columns.${one.column}`) : ''}${remedyWords(say, one)}`)
      .join(' ') || (isLeft ? t('mend.left') : ''),
  ])
  return sheetFile(
    query.get('form'),
    { name: t('file.errors'), plainName: 'kerong-rows-to-mend' },
    [...found.above.slice(0, -1), [...headings, t('file.reason')], ...rows],
  )
}

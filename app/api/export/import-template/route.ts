import { getTranslations } from 'next-intl/server'
import { languageOf } from '@/app/export-language'
import { contextForMember } from '@/app/session'
import { columns } from '@/domain/bank-file/bank-file'
import { sheetFile } from '../sheet-file'

/** A unit column is needed only where the heading gives none. */
const shown = columns.filter((column) => !column.endsWith('-unit') && column !== 'currency')
const money = ['granted', 'drawn']

/** A spreadsheet with the headings that are known, and no row. */
export async function GET(request: Request) {
  await contextForMember()
  const query = new URL(request.url).searchParams
  const locale = languageOf(query.get('language') ?? undefined)
  const [t, say] = await Promise.all([
    getTranslations({ locale, namespace: 'imports' }),
    getTranslations({ locale, namespace: 'import' }),
  ])
  const units: Partial<Record<(typeof columns)[number], string>> = {
    rate: t('template.rate'),
    tenor: t('template.tenor'),
  }
  const headings = shown.map((column) => {
    const unit = money.includes(column) ? t('template.money') : units[column]
    return unit ? `${say(`columns.${column}`)}(${unit})` : say(`columns.${column}`)
  })
  return sheetFile(query.get('form'), { name: t('file.template'), plainName: 'kerong-template' }, [
    headings,
  ])
}

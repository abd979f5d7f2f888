/** The figures of the totals page as a file; what is not shown there is not here. */
import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { addressOf, paramsOf, wholeAddress } from '@/app/address'
import { cutWords } from '@/app/cut-words'
import { languageOf } from '@/app/export-language'
import type { TableFile, Value } from '@/app/table'
import { bytesOf, fileHeads, type TableFormat } from '@/app/table-file'
import { unreadable } from '@/app/unreadable'
import { clock, period as periodWords } from '@/components/format/dates'
import type { PublicActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import type { PublishedFigures } from '@/domain/publication/publication'
import { defaultDefinition, monthText, SMALL_CELL } from '@/domain/totals/totals'
import { pathFor } from '@/messages/navigation'
import { answer } from './answer'
import { readPublicTotals, type PublicTotals } from './public-totals'
import { alsoOf, fileQuery } from './schemas'

const FEN_PER_YUAN = 100
/** Of a file of what is not published yet. */
const NEVER = new Date('2000-01-01T00:00:00Z')

/** Answers a file's address: small, the same bytes each time, and so with a tag. */
export async function totalsFile(
  context: Context<PublicActor>,
  request: Request,
  format: TableFormat,
): Promise<Response> {
  const query = new URL(request.url).searchParams
  const locale = languageOf(query.get('language') ?? undefined)
  const read = await readPublicTotals(context, paramsOf(query), alsoOf(fileQuery))
  if (read.trouble) return unreadable(read.trouble, locale)
  const table = await tableOf(read, locale)
  const chunks: Uint8Array[] = []
  for await (const chunk of bytesOf(table, format, true)) chunks.push(chunk)
  return answer(request, Buffer.concat(chunks), fileHeads(table, format))
}

async function tableOf(read: PublicTotals, locale: Locale): Promise<TableFile> {
  const { published, period, window, lasting, by, rows, months } = read
  const [t, domain, files, name] = await Promise.all([
    getTranslations({ locale, namespace: 'public' }),
    getTranslations({ locale, namespace: 'domain' }),
    getTranslations({ locale, namespace: 'files' }),
    cutWords(by === null || by === 'month' ? 'class' : by, locale),
  ])
  const notShown = t('cut.notShown')
  const [from, to] = [monthText(period.from), monthText(period.to)] as const
  const span = periodWords(from, to, locale)
  const cut = by && t(`cut.name.${by}`)
  const definition = published?.definition ?? defaultDefinition.code
  const line = (
    part: string,
    key: string | null,
    companies: number | null | undefined,
    cell: Omit<PublishedFigures, 'companies'> | null | undefined,
  ): Value[] => [
    from,
    to,
    part,
    key,
    companies ?? notShown,
    cell?.companyTimes ?? notShown,
    cell ? cell.drawnFen / FEN_PER_YUAN : notShown,
    published?.definition ?? null,
    published?.number ?? null,
  ]
  const about = {
    title: cut ? t('csv.titleBy', { period: span, by: cut }) : t('csv.title', { period: span }),
    period: span,
    definition: files('definition', {
      definition: domain(`definition.${definition}` as 'definition.2024-03'),
      code: definition,
    }),
    publication: published
      ? files('publication', {
          number: String(published.number),
          when: clock(published.at, locale),
        })
      : t('headline.unpublished'),
    small: t('csv.small', { least: SMALL_CELL }),
    address: wholeAddress(pathFor(locale, addressOf('/totals', lasting, { by: by ?? undefined }))),
  }
  return {
    name: cut ? t('csv.fileBy', { period: span, by: cut }) : t('csv.file', { period: span }),
    plainName: `totals-${by ? `by-${by}-` : ''}${from}-${to}`,
    about: (Object.keys(about) as (keyof typeof about)[]).map(
      (name) => [files(`about.${name}`), about[name]] as const,
    ),
    sheets: { about: files('sheet'), table: t('csv.sheet') },
    columns: [
      { head: t('csv.from'), kind: 'month' },
      { head: t('csv.to'), kind: 'month' },
      { head: cut ?? t('csv.part'), kind: 'text' },
      { head: t('csv.code'), kind: 'code' },
      { head: t(by === 'month' ? 'csv.soFar' : 'csv.companies'), kind: 'count' },
      { head: t('csv.companyTimes'), kind: 'count' },
      { head: t('csv.drawnYuan'), kind: 'yuan' },
      { head: t('csv.definition'), kind: 'code' },
      { head: t('csv.publication'), kind: 'count' },
    ],
    rows: [
      line(t('csv.whole'), null, window?.totals?.companies, window?.totals),
      ...(rows ?? []).map(({ key, shown }) => line(name(key), key, shown?.companies, shown)),
      ...(months ?? []).map(({ month, companiesSoFar, shown }) =>
        line(monthText(month), monthText(month), companiesSoFar, shown),
      ),
    ],
    at: published?.at ?? NEVER,
  }
}

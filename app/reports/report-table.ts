/** The figures of a report as a table: what its workbook holds, and what verification reads back out of it. */
import type { Locale } from 'next-intl'
import type { TableFile, Value } from '@/app/table'
import { clock } from '@/components/format/dates'
import type { ReportData } from '@/domain/report/report'
import { chainName, fileWords, paperWords, reportWords } from './report-words'

/** Each figure by its code, whatever the language: `totals.companies`, `months.2024-05`, `chains.photonics.companies`. */
export function reportFigures(data: ReportData): [code: string, value: number | null][] {
  const { totals, before, months, chains } = data
  const figures = [
    'companies',
    'companyTimes',
    'drawnFen',
    'loans',
    'grantedFen',
    'evidenced',
  ] as const
  return [
    ...figures.flatMap((name): [string, number | null][] => [
      [`totals.${name}`, totals?.[name] ?? null],
      [`before.${name}`, before?.[name] ?? null],
    ]),
    ...months.flatMap(({ month, companies, companiesThen }): [string, number | null][] => [
      [`months.${month}`, companies],
      [`months.${month}.before`, companiesThen],
    ]),
    ...(chains?.shown ?? []).flatMap((one): [string, number | null][] => [
      [`chains.${one.key}.companies`, one.companies],
      [`chains.${one.key}.companyTimes`, one.companyTimes],
      [`chains.${one.key}.drawnFen`, one.drawnFen],
      [`chains.${one.key}.before`, one.companiesThen],
    ]),
  ]
}

export function reportTable(
  data: ReportData,
  digest: string,
  address: string,
  locale: Locale,
): TableFile {
  const [t, paper, words] = [fileWords(locale), paperWords(locale), reportWords(data, locale)]
  const { report, edition, month, definition, publication, root, agreed, proposed } = data
  const sealed = new Date((agreed ?? proposed).at)
  const notShown = paper('figures.notShown')
  const about = [
    [t('about'), words.sentence.map(({ text }) => text).join('')],
    [t('report'), report],
    [t('edition'), String(edition)],
    [t('month'), month],
    [t('definition'), definition],
    [t('publication'), String(publication ?? '')],
    [t('sealed'), clock(sealed, locale)],
    [t('digest'), digest],
    [t('root'), root],
    [t('note'), words.revision ?? words.note ?? ''],
    [t('address'), address],
  ] as const
  const nameOf = (code: string) => {
    const [part = '', key = '', measure] = code.split('.')
    if (part === 'months') return key
    if (part === 'chains') return [chainName(key, locale), measure].join(' ')
    return part === 'before' ? paper('figures.then') : t('parts.totals')
  }
  return {
    name: t('name', { report, edition }),
    plainName: `${report}.${edition}-${locale}`,
    about: about.filter(([, value]) => value !== ''),
    sheets: { about: t('about'), table: t('sheet') },
    columns: [
      { head: t('code'), kind: 'code' },
      { head: t('figure'), kind: 'text' },
      { head: t('value'), kind: 'count' },
    ],
    rows: reportFigures(data).map(([code, value]): Value[] => [
      code,
      nameOf(code),
      value ?? notShown,
    ]),
    at: sealed,
  }
}

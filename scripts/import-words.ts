import type { createTranslator } from 'next-intl'
import { rowNotes, type RowProblem } from '@/domain/bank-file/bank-file'
import type { ImportReport } from '@/domain/bank-file/import-report'
import { fenAsWan } from '@/domain/money/money'
import type * as zh from '@/messages/zh'

type Translate = ReturnType<typeof createTranslator<typeof zh, 'import'>>

/** One line a bad row: its number, its column, what stands there and what to do. */
export function problemLine(
  t: Translate,
  { row, column, code, cell, suggestion }: RowProblem,
): string {
  const where = column ? t('at', { row, column: t(`columns.${column}`) }) : t('at-row', { row })
  const remedy = t(`problems.${code}`, { cell })
  return `${where}${remedy}${suggestion ? t('suggestion', { code: suggestion }) : ''}`
}

const wan = (fen: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(fenAsWan(fen)))

export function reportLines(t: Translate, locale: string, report: ImportReport): string[] {
  const count = (value: number) => new Intl.NumberFormat(locale).format(value)
  const sum = (key: 'granted' | 'drawn') => {
    const { services, added, fen, addedFen } = report[key]
    return t(key, {
      services: count(services),
      added: count(added),
      wan: wan(fen, locale),
      addedWan: wan(addedFen, locale),
    })
  }
  const notes = rowNotes.flatMap((code) => {
    const rows = report.notes.filter((note) => note.code === code)
    return rows.length === 0
      ? []
      : [
          t(`notes.${code}`, {
            count: count(rows.length),
            rows: rows
              .slice(0, 5)
              .map(({ row }) => row)
              .join(t('comma')),
          }),
        ]
  })
  return [
    t('rows', {
      rows: count(report.rows),
      taken: count(report.taken),
      bad: count(report.bad),
      encoding: report.encoding.toUpperCase(),
    }),
    t('parties', {
      companies: count(report.companies),
      newCompanies: count(report.newCompanies),
      financiers: count(report.financiers),
      newFinanciers: count(report.newFinanciers),
    }),
    sum('granted'),
    sum('drawn'),
    ...notes,
    t('years-head'),
    ...report.years.map(({ year, granted, drawn }) =>
      t('year', {
        year: String(year),
        grants: count(granted.services),
        grantedWan: wan(granted.fen, locale),
        companies: count(drawn.companies),
        drawings: count(drawn.services),
        drawnWan: wan(drawn.fen, locale),
      }),
    ),
  ]
}

import {
  answerWords,
  questionWords,
  remedyWords,
  type DomainWords,
  type ImportWords as Translate,
} from '@/components/imports/words'
import {
  rowNotes,
  type LeftColumn,
  type Question,
  type ReadColumn,
  type RowProblem,
} from '@/domain/bank-file/bank-file'
import type { ImportReport } from '@/domain/bank-file/import-report'
import { fenAsWan } from '@/domain/money/money'

const ROWS_SHOWN = 5

/** One line a bad row: its number, its column, what stands there and what to do. */
export function problemLine(t: Translate, problem: RowProblem): string {
  const { row, column } = problem
  const where = column ? t('at', { row, column: t(`columns.${column}`) }) : t('at-row', { row })
  return `${where}${remedyWords(t, problem)}`
}

const wan = (fen: number, locale: string) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(Number(fenAsWan(fen)))

function readLine(t: Translate, { letter, heading, column, unit, period }: ReadColumn): string {
  const units = [unit && t(`units.${unit}`), period && t(`periods.${period}`)].filter(Boolean)
  const named = units.length > 0 ? t('unit', { unit: units.join(' · ') }) : ''
  return t('read', { letter, heading, column: t(`columns.${column}`), unit: named })
}

function leftName(t: Translate, { letter, heading, isPersonal }: LeftColumn): string {
  if (heading === '') return t('left-unnamed', { letter })
  return isPersonal ? t('left-personal', { heading }) : heading
}

/** An option as a shell takes it. */
export function optionOf(name: string, answer: string): string {
  return `--answer '${`${name}=${answer}`.replaceAll("'", `'\\''`)}'`
}

export function questionLines(
  t: Translate,
  domain: DomainWords,
  locale: string,
  question: Question,
): string[] {
  const { name, count, rows, answers, given } = question
  const sentence = questionWords(t, question)
  const where =
    count === 0
      ? ''
      : t('asked-rows', {
          count: new Intl.NumberFormat(locale).format(count),
          rows: rows.slice(0, ROWS_SHOWN).join(t('comma')),
        })
  return [
    `• ${sentence}${where}`,
    ...(given === null ? [] : [t('asked-given', { given })]),
    ...answers.map(
      (answer) => `   ${optionOf(name, answer)}  ${answerWords(t, domain, question, answer)}`,
    ),
  ]
}

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
  // While something is asked, what is new cannot be known.
  const sums = () => [
    t('parties', {
      companies: count(report.companies),
      newCompanies: count(report.newCompanies),
      financiers: count(report.financiers),
      newFinanciers: count(report.newFinanciers),
    }),
    sum('granted'),
    sum('drawn'),
  ]
  const left = report.left.map((column) => leftName(t, column)).join(t('comma'))
  return [
    ...(report.read.length > 0 ? [t('read-head')] : []),
    ...report.read.map((column) => readLine(t, column)),
    ...(left ? [t('left', { columns: left })] : []),
    ...report.institutions.map((one) => t('institution', one)),
    ...notes,
    ...(report.days ? [t('days', report.days)] : []),
    ...report.months.map(({ month, granted, drawn }) =>
      t('month', {
        month,
        grants: count(granted.services),
        grantedWan: wan(granted.fen, locale),
        companies: count(drawn.companies),
        drawings: count(drawn.services),
        drawnWan: wan(drawn.fen, locale),
      }),
    ),
    t('rows', {
      rows: count(report.rows),
      taken: count(report.taken),
      waiting: count(report.waiting),
      bad: count(report.bad),
      encoding: report.encoding.toUpperCase(),
      heading: count(report.headingRow),
    }),
    ...(report.waiting > 0 ? [t('waiting', { added: count(report.waitingAdded) })] : []),
    ...(report.questions.length > 0 ? [] : sums()),
  ]
}

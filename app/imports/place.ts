import type { ImportFound } from '@/domain/import-run/queries'
import type { QuestionKind } from '@/domain/bank-file/bank-file'

/** Where the imports of an audience stand. */
export const importsOf = (audience: string) => `/${audience}/imports`

/** What is asked of the whole file, before its rows; the others are asked where the rows stand. */
const ofColumns: readonly QuestionKind[] = [
  ...(['sheet', 'hidden-rows', 'merged', 'column', 'heading', 'unit', 'period', 'class'] as const),
  'kind',
]

export function questionsOf({ found }: Pick<ImportFound, 'found'>) {
  const questions = found?.ok ? found.report.questions : []
  return {
    columns: questions.filter(({ kind }) => ofColumns.includes(kind)),
    rows: questions.filter(({ kind }) => !ofColumns.includes(kind)),
  }
}

/** The step at which an open import waits for its sender. */
export function stepOf(found: Pick<ImportFound, 'found'>): 'columns' | 'mend' {
  return !found.found?.ok || questionsOf(found).columns.length > 0 ? 'columns' : 'mend'
}

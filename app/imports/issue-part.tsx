import { getTranslations } from 'next-intl/server'
import { SheetPart } from '@/components/imports/sheet'
import { questionWords, remedyWords } from '@/components/imports/words'
import { TextField } from '@/components/ui/fields.client'
import { SubmitButton } from '@/components/ui/form.client'
import { Dated } from '@/components/ui/dated'
import type { Column, ReadColumn } from '@/domain/bank-file/bank-file'
import { WITHHELD } from '@/domain/bank-file/telling-cells'
import { LIMITS } from '@/domain/import-run/import-run'
import { CELL, QUESTION, WAS } from '@/domain/import-run/mending'
import { cellAt, type Cells, type ImportFound } from '@/domain/import-run/queries'
import { ROWS_SHOWN, type Issue } from './issues'
import { QuestionField } from './question-field'

/** Columns that a question without one is about. */
const askedIn: Partial<Record<string, readonly Column[]>> = {
  twins: ['contract', 'voucher', 'drawn-on', 'drawn'],
  company: ['uscc', 'company'],
}

/** One place to mend: its rows, what is wrong or asked, and the fields that put it right. */
export async function IssuePart({
  issue,
  cells,
  found,
  read,
}: {
  issue: Issue
  cells: Cells
  found: ImportFound
  read: readonly ReadColumn[]
}) {
  const [t, say] = await Promise.all([getTranslations('imports'), getTranslations('import')])
  const columns = cells.headings
    .filter(({ label, isPersonal }) => label !== '' && !isPersonal)
    .map(({ index, letter, label }) => ({ index, letter, label }))
  const placeOf = (column: Column | null) => {
    const letter = read.find((one) => one.column === column)?.letter
    return columns.find((one) => one.letter === letter)
  }
  const { question, problems } = issue
  const marked = question
    ? (askedIn[question.kind] ?? [question.column]).flatMap((one) => placeOf(one)?.index ?? [])
    : problems.flatMap(({ column }) => placeOf(column)?.index ?? [])
  const shownOf = (text: string) => (text.includes(WITHHELD) ? t('mend.withheld') : text)
  const rows = issue.rows.slice(0, ROWS_SHOWN).map((row) => ({
    ...{ row, marked },
    cells: Object.fromEntries(
      columns.map(({ index }) => [index, shownOf(cellAt(cells, found, row, index).now)]),
    ),
  }))
  return (
    <SheetPart id={issue.id} tone={question ? 'asked' : 'bad'} columns={columns} rows={rows}>
      {question && (
        <>
          <p className="font-semibold text-warn">
            <Dated>{questionWords(say, question)}</Dated>
            {question.rows.length > ROWS_SHOWN &&
              ` ${t('columns.rows', { count: question.rows.length })}`}
          </p>
          <QuestionField name={`${QUESTION}${question.name}`} question={question} />
        </>
      )}
      {problems.map((problem) => {
        const place = placeOf(problem.column)
        const cell = place ? `${place.letter}${problem.row}` : String(problem.row)
        const sentence = t('mend.at', { cell, words: remedyWords(say, problem) })
        if (!place)
          return (
            <p key={problem.code} className="font-semibold text-seal">
              {sentence}
            </p>
          )
        const key = `${problem.row}:${place.index}`
        const { now } = cellAt(cells, found, problem.row, place.index)
        const start = now.includes(WITHHELD) ? '' : now
        return (
          <div key={`${key} ${problem.code}`} className="space-y-2">
            <p className="font-semibold text-seal">
              <Dated>{sentence}</Dated>
            </p>
            <input type="hidden" name={`${WAS}${CELL}${key}`} value={start} />
            <div className="flex flex-wrap items-end gap-2">
              <TextField
                name={`${CELL}${key}`}
                label={<span className="sr-only">{t('mend.newValue', { cell })}</span>}
                start={start}
                maxLength={LIMITS.cellCharacters}
                autoComplete="off"
                spellCheck={false}
                wide={false}
              />
              <SubmitButton tone="plain">{t('mend.fill', { cell })}</SubmitButton>
              {problem.suggestion && (
                <SubmitButton tone="plain" name="put" value={`${key}=${problem.suggestion}`}>
                  {t('mend.put', { code: problem.suggestion })}
                </SubmitButton>
              )}
            </div>
          </div>
        )
      })}
      <SubmitButton tone="quiet" size="small" name="leave" value={issue.rows.join(' ')}>
        {t(issue.rows.length > 1 ? 'mend.leaveRow' : 'mend.leaveOne')}
      </SubmitButton>
    </SheetPart>
  )
}

/** What is wrong with a row, what is asked and what an answer means, in words: on a page and on the command line alike. */
import type { createTranslator } from 'next-intl'
import type { Question, RowProblem } from '@/domain/bank-file/bank-file'
import { financierKinds } from '@/domain/organisation/organisation'
import { classes } from '@/domain/product/classes'
import type * as zh from '@/messages/zh'

export type ImportWords = ReturnType<typeof createTranslator<typeof zh, 'import'>>
export type DomainWords = ReturnType<typeof createTranslator<typeof zh, 'domain'>>

/** What stands there and what to do. */
export function remedyWords(t: ImportWords, { code, cell, suggestion }: RowProblem): string {
  return `${t(`problems.${code}`, { cell })}${suggestion ? t('suggestion', { code: suggestion }) : ''}`
}

export function questionWords(t: ImportWords, question: Question): string {
  const { kind, name, words, known, column } = question
  const about = name.slice(kind.length + 1)
  // The name on record is told to officials alone.
  const sentence = kind === 'company' && known === null ? 'company-own' : kind
  return t(`questions.${sentence}`, {
    ...{ words, about, known: known ?? '' },
    column: column ? t(`columns.${column}`) : '',
  })
}

/** What a possible answer means. */
export function answerWords(
  t: ImportWords,
  domain: DomainWords,
  { kind, column, known }: Question,
  answer: string,
): string {
  switch (kind) {
    case 'sheet':
      return t('answers.is-sheet')
    case 'hidden-rows':
      return t(answer === 'read' ? 'answers.read' : 'answers.leave-hidden')
    case 'merged':
      return t(answer === 'fill' ? 'answers.fill' : 'answers.leave-empty')
    case 'class':
      return answer === 'refuse'
        ? t('answers.refuse')
        : domain(`class.${classes.find((name) => name === answer) ?? 'credit-loan'}`)
    case 'kind':
      return domain(`financierKind.${financierKinds.find((name) => name === answer) ?? 'bank'}`)
    case 'heading':
      return answer === 'leave-out'
        ? t('answers.leave-out')
        : t(`columns.${answer}` as 'columns.granted')
    case 'column':
      return t(answer === 'leave-out' ? 'answers.leave-out' : 'answers.is-column')
    case 'unit':
      return t(`units.${answer}` as 'units.元')
    case 'period':
      return t(`periods.${answer}` as 'periods.year')
    case 'institution':
      if (answer === 'refuse') return t('answers.not-ours')
      return t(answer === 'new' ? 'answers.new' : 'answers.is-institution')
    case 'company':
      if (answer === 'refuse') return t('answers.refuse')
      if (answer === 'other') return t('answers.other')
      return t(known === null ? 'answers.licence' : 'answers.same-company')
    case 'twins':
      return t(answer === 'same' ? 'answers.same-drawing' : 'answers.two-drawings')
    case 'low-rate':
      return answer === 'fraction' ? t('units.fraction') : t('answers.as-written')
    case 'cell-unit':
      return t(answer === 'cell' ? 'answers.cell' : 'answers.column', { column: column ?? '' })
  }
}

import { getTranslations } from 'next-intl/server'
import { answerWords, questionWords } from '@/components/imports/words'
import { RadioCards } from '@/components/ui/choice-fields.client'
import { Select } from '@/components/ui/fields.client'
import { Written } from '@/components/ui/written'
import type { Question } from '@/domain/bank-file/bank-file'

/** So many answers are cards; more are a list. */
const CARDS_MOST = 5

/** Answers that are words of the file stand as they are; the others are put in words. */
const isOfFile = ({ kind }: Question, answer: string) =>
  (kind === 'column' && answer !== 'leave-out') ||
  kind === 'sheet' ||
  (kind === 'institution' && answer !== 'new' && answer !== 'refuse')

/** The possible answers of one question. */
export async function QuestionField({ name, question }: { name: string; question: Question }) {
  const [t, say, domain] = await Promise.all([
    getTranslations('imports'),
    getTranslations('import'),
    getTranslations('domain'),
  ])
  const label = <span className="sr-only">{questionWords(say, question)}</span>
  const wordsOf = (answer: string) => answerWords(say, domain, question, answer)
  if (question.answers.length > CARDS_MOST)
    return (
      <Select
        name={name}
        label={label}
        none={t('columns.choose')}
        wide={false}
        choices={question.answers.map((value) => ({
          value,
          label: isOfFile(question, value) ? value : wordsOf(value),
        }))}
      />
    )
  return (
    <RadioCards
      name={name}
      label={label}
      layout="row"
      choices={question.answers.map((value) => ({
        value,
        ...(isOfFile(question, value)
          ? { label: <Written>{value}</Written>, note: wordsOf(value) }
          : { label: wordsOf(value) }),
      }))}
    />
  )
}

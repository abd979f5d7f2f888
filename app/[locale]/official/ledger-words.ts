import { getLocale, getTranslations } from 'next-intl/server'
import { count as figure, counted } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import { type RowsCount } from '@/domain/totals/rows-behind'
import type { CompanySet, RowSet } from '@/domain/totals/totals'
import type { QuestionWords } from './question-words'

const wholeOf = ({ period, where, within }: QuestionWords) => ({ period, where, within })

/** The figure that was opened, in words: the heading of its rows, and the first line of their file. */
export async function setWords(
  set: RowSet,
  words: QuestionWords,
  counts: RowsCount,
  asked?: 'zh' | 'en',
): Promise<string> {
  const locale = asked ?? (await getLocale())
  const t = await getTranslations({ locale, namespace: 'ledger' })
  return t(`set.${set}`, {
    ...wholeOf(words),
    times: counted(counts.rows, 'companyTime', locale),
    rows: figure(counts.rows),
    count: counts.rows,
    companies: counted(counts.companies, 'company', locale),
    money: moneyInSentence(counts.amountFen, locale),
  })
}

export async function companiesWords(
  set: CompanySet,
  words: QuestionWords,
  companies: number,
  asked?: 'zh' | 'en',
): Promise<string> {
  const locale = asked ?? (await getLocale())
  const t = await getTranslations({ locale, namespace: 'ledger' })
  return t(`companies.${set}`, {
    ...wholeOf(words),
    companies: counted(companies, 'company', locale),
  })
}

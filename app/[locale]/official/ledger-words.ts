import { getLocale, getTranslations } from 'next-intl/server'
import { textOf, type SearchParams } from '@/app/address'
import { count as figure, counted } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import { type RowsCount } from '@/domain/totals/rows-behind'
import { companySets, ledgerSets, type CompanySet, type LedgerSet } from '@/domain/totals/totals'
import type { QuestionWords } from './question-words'

/** Which set of rows, or of companies, an address opens. */
export function readLedgerAddress(params: SearchParams): {
  set: LedgerSet
  companySet: CompanySet
} {
  const of = textOf(params, 'of')
  return {
    set: ledgerSets.find((one) => one === of) ?? 'counted',
    companySet: companySets.find((one) => one === of) ?? 'counted',
  }
}

const wholeOf = ({ period, where, within }: QuestionWords) => ({ period, where, within })

/** The figure that was opened, in words: the heading of its rows, and the first line of their file. */
export async function setWords(
  set: LedgerSet,
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

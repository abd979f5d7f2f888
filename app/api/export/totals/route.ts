import { getTranslations } from 'next-intl/server'
import { FEN_PER_YUAN, officialFile } from '@/app/api/export/official-file'
import { contextFor } from '@/app/session'
import type { Kind } from '@/app/table'
import { fullDay, period as periodWords } from '@/components/format/dates'
import { counted } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import { comparable } from '@/domain/totals/comparable'
import { countTotals, meanRate } from '@/domain/totals/count'
import { monthText, type Question } from '@/domain/totals/totals'

const kinds = {
  period: 'text',
  from: 'month',
  to: 'month',
  companies: 'count',
  times: 'count',
  loans: 'count',
  drawnYuan: 'yuan',
  grantedYuan: 'yuan',
  firstLoans: 'count',
  evidenced: 'count',
  declared: 'count',
  disputed: 'count',
  rate: 'percent',
} as const satisfies Record<string, Kind>

/** The main figures of a question and of what they are compared with, as a file. */
export async function GET(request: Request) {
  const own = await contextFor('official')
  return officialFile(own, request, {}, async ({ asked, words, locale }) => {
    const { context, question } = asked
    const before = comparable(question, asked.position.at)
    const questions: Question[] = before ? [question, before] : [question]
    const [t, figures] = await Promise.all([
      getTranslations({ locale, namespace: 'files.totals' }),
      Promise.all(
        questions.map((one) => Promise.all([countTotals(context, one), meanRate(context, one)])),
      ),
    ])
    const rows = figures.map(([totals, bp], index) => {
      const { period, until } = questions[index] ?? question
      const [from, to] = [monthText(period.from), monthText(period.to)]
      const span = periodWords(from, to, locale)
      return [
        until ? t('until', { period: span, day: fullDay(until, locale) }) : span,
        from,
        to,
        totals.companies,
        totals.companyTimes,
        totals.loans,
        totals.drawnFen / FEN_PER_YUAN,
        totals.grantedFen / FEN_PER_YUAN,
        totals.firstLoans,
        totals.evidenced,
        totals.declared,
        totals.disputed,
        bp === null ? t('rateFew') : bp / 100,
      ]
    })
    const [[totals]] = figures as [(typeof figures)[number]]
    return {
      title: t('title', {
        period: words.period,
        where: words.where,
        within: words.within,
        companies: counted(totals.companies, 'company', locale),
        times: counted(totals.companyTimes, 'companyTime', locale),
        money: moneyInSentence(totals.drawnFen, locale),
      }),
      path: '/official',
      file: t('file'),
      plainFile: 'totals',
      columns: (Object.keys(kinds) as (keyof typeof kinds)[]).map((name) => ({
        head: t(`column.${name}`),
        kind: kinds[name],
      })),
      rows,
    }
  })
}

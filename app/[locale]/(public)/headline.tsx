import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { period as periodWords } from '@/components/format/dates'
import { moneyInSentence } from '@/components/format/money'
import { Dated } from '@/components/ui/dated'
import { tags } from '@/components/ui/rich'
import { HeadlineFigure } from '@/components/ui/text-links'
import type { PublishedTotals } from '@/domain/publication/publication'
import { monthText, type Period } from '@/domain/totals/totals'

/** A month or a whole year is *in*, a longer period *from … to*. */
function shapeOf({ from, to }: Period): 'in' | 'from' {
  const wholeYear = from % 100 === 1 && to % 100 === 12 && to - from === 11
  return from === to || wholeYear ? 'in' : 'from'
}

function usePeriodWords() {
  const locale = useLocale()
  return ({ from, to }: Period) => periodWords(monthText(from), monthText(to), locale)
}

/** The sentence of totals: every figure in it opens; what is too small or not there is said in words. */
export function Headline({
  period,
  totals,
  isPublished,
  hrefOf,
}: {
  period: Period
  totals: PublishedTotals | null
  /** Whether anything was published at all. */
  isPublished: boolean
  hrefOf: (by: 'month' | 'chain' | 'class') => string
}) {
  const [t, locale, words] = [useTranslations('public'), useLocale(), usePeriodWords()]
  const span = words(period)
  const shape = shapeOf(period)
  if (!isPublished) return t('headline.unpublished')
  if (totals === null) return <Dated>{t('headline.small', { period: span, shape })}</Dated>
  if (totals.companies === 0) return <Dated>{t('headline.none', { period: span, shape })}</Dated>
  const open = (by: 'month' | 'chain' | 'class') =>
    function Open(children: ReactNode) {
      return <HeadlineFigure href={hrefOf(by)}>{children}</HeadlineFigure>
    }
  return t.rich('headline.served', {
    shape,
    period: span,
    companies: totals.companies,
    times: totals.companyTimes,
    money: moneyInSentence(totals.drawnFen, locale),
    ...tags,
    c: open('chain'),
    t: open('month'),
    m: open('class'),
  })
}

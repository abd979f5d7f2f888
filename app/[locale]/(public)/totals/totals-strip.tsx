import { useLocale, useTranslations } from 'next-intl'
import { changePercent, count, share } from '@/components/format/figures'
import { moneyParts, roundMoney } from '@/components/format/money'
import { FiguresStrip, type Figure } from '@/components/ui/figures-strip'
import type { Totals } from '@/domain/totals/count'

/** The totals beside last year's, each with its base; granted and drawn are two figures. */
export function TotalsStrip({
  totals,
  before,
  isComparable,
}: {
  totals: Totals
  before: Totals | null
  /** Whether there are months to compare with. */
  isComparable: boolean
}) {
  const [t, locale] = [useTranslations('public'), useLocale()]
  const beside = (now: number, then: number | undefined, words: string): Partial<Figure> =>
    then === undefined || then === 0
      ? { base: t(isComparable ? 'strip.noBefore' : 'strip.noComparable') }
      : { change: changePercent(now, then), base: t('strip.before', { figure: words }) }
  /** The unit is named once, unless last year's is another. */
  const besideMoney = (now: number, then: number) => {
    const [ours, theirs] = [moneyParts(now, locale), moneyParts(then, locale)]
    return ours.unit === theirs.unit ? theirs.figure : roundMoney(then, locale)
  }
  const counts = [
    ['companies', totals.companies, before?.companies, t('strip.companyUnit')],
    ['companyTimes', totals.companyTimes, before?.companyTimes, t('strip.timeUnit')],
    ['loans', totals.loans, before?.loans, t('strip.loanUnit')],
  ] as const
  const sums = [
    ['drawn', totals.drawnFen, before?.drawnFen],
    ['granted', totals.grantedFen, before?.grantedFen],
  ] as const
  return (
    <FiguresStrip
      label={t('strip.label')}
      figures={[
        ...counts.map(([id, now, then, unit]) => ({
          label: t(`strip.${id}`),
          figure: count(now),
          unit,
          ...beside(now, then, count(then ?? 0)),
        })),
        ...sums.map(([id, now, then]) => ({
          label: t(`strip.${id}`),
          ...moneyParts(now, locale),
          ...beside(now, then, besideMoney(now, then ?? 0)),
        })),
        {
          label: t('strip.evidenced'),
          figure: share(totals.evidenced, totals.companies) ?? '',
          base: t('strip.evidencedOf', {
            evidenced: count(totals.evidenced),
            declared: count(totals.declared),
          }),
        },
      ]}
    />
  )
}

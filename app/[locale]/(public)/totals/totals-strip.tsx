import { useLocale, useTranslations } from 'next-intl'
import { changePercent, count, share } from '@/components/format/figures'
import { moneyParts, roundMoney } from '@/components/format/money'
import { FiguresStrip, type Figure } from '@/components/ui/figures-strip'
import type { PublishedTotals } from '@/domain/publication/publication'

/** The totals beside last year's, each with its base; granted and drawn are two figures. What is not published is left out. */
export function TotalsStrip({
  totals,
  before,
  isComparable,
}: {
  totals: PublishedTotals
  before: PublishedTotals | null
  /** Whether there are months to compare with. */
  isComparable: boolean
}) {
  const [t, locale] = [useTranslations('public'), useLocale()]
  const noBase = { base: t(isComparable ? 'strip.noBefore' : 'strip.noComparable') }
  const beside = (now: number, then: number | null | undefined, words: string): Partial<Figure> =>
    then ? { change: changePercent(now, then), base: t('strip.before', { figure: words }) } : noBase
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
  const { evidenced } = totals
  return (
    <FiguresStrip
      label={t('strip.label')}
      figures={[
        ...counts.flatMap(([id, now, then, unit]) =>
          now === null
            ? []
            : [
                {
                  label: t(`strip.${id}`),
                  figure: count(now),
                  unit,
                  ...beside(now, then, count(then ?? 0)),
                },
              ],
        ),
        ...sums.flatMap(([id, now, then]) =>
          now === null
            ? []
            : [
                {
                  label: t(`strip.${id}`),
                  ...moneyParts(now, locale),
                  ...beside(now, then, besideMoney(now, then ?? 0)),
                },
              ],
        ),
        ...(evidenced === null
          ? []
          : [
              {
                label: t('strip.evidenced'),
                figure: share(evidenced, totals.companies) ?? '',
                base: t('strip.evidencedOf', {
                  evidenced: count(evidenced),
                  declared: count(totals.companies - evidenced),
                }),
              },
            ]),
      ]}
    />
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { CostBars } from '@/components/charts/bars'
import { StepsDown, type Stair } from '@/components/charts/steps-down'
import { nearDay } from '@/components/format/dates'
import { allInCost } from '@/components/format/figures'
import { money, moneyFigure, moneyHead } from '@/components/format/money'
import { daysBetween, type Day } from '@/domain/calendar/calendar'
import type { OfferOnNeed } from '@/domain/introduction/queries'
import { figuresOf, type OfferFigures } from '@/domain/offer/offer-figures'

/** What the cost is made of, and how long the money is really in hand. */
export async function OfferCharts({
  two,
  maxCostBp,
}: {
  two: [OfferOnNeed, OfferOnNeed]
  maxCostBp: number | null
}) {
  const [t, locale] = await Promise.all([getTranslations('need'), getLocale()])
  const read = two.map((one, index) => ({
    id: one.offer.id,
    name: one.financierName,
    tone: index === 0 ? ('jade' as const) : ('then' as const),
    offer: one.offer,
    ...figuresOf(one.offer),
  }))
  const dearer = read[1]
  const title =
    dearer && dearer.average !== null && dearer.average < dearer.offer.amountFen
      ? t('charts.fewer', {
          financier: dearer.name,
          amount: money(dearer.offer.amountFen, locale),
          average: money(dearer.average, locale),
        })
      : t('charts.whole')
  const percent = (bp: number) => (bp / 100).toFixed(2)
  return (
    <div className="space-y-8">
      <section>
        <h3 className="text-h3">{t('charts.parts')}</h3>
        <p className="mb-3 text-small text-ink-2">{t('charts.partsUnit')}</p>
        <CostBars
          ceiling={
            maxCostBp === null
              ? undefined
              : { size: maxCostBp, label: t('charts.ceiling', { rate: percent(maxCostBp) }) }
          }
          bars={read.map(({ id, name, tone, allIn, parts }) => ({
            id,
            name,
            tone,
            figure: allIn === null ? '' : allInCost(allIn, locale),
            parts: parts
              ? [
                  { id: 'rate', size: parts.rate + parts.compounding, fee: false },
                  { id: 'fees', size: parts.fees, fee: true },
                ]
              : [],
            note: parts
              ? t('charts.made', {
                  rate: percent(parts.rate),
                  compounding: percent(parts.compounding),
                  fees: percent(parts.fees),
                  hasFees: parts.fees > 0 ? 'yes' : 'no',
                })
              : '',
          }))}
        />
      </section>
      {read.every(({ balances }) => balances !== null) && (
        <StepsDown
          level={3}
          words={{
            title,
            subtitle: t('charts.inHand'),
            description: read
              .map(({ name, average }) =>
                t('charts.mean', {
                  financier: name,
                  average: money(average ?? 0, locale),
                }),
              )
              .join(t('lineSeparator')),
          }}
          stairs={read.map(({ id, name, tone, average, balances, drawnOn }): Stair => ({
            id,
            tone,
            label: t('charts.mean', { financier: name, average: money(average ?? 0, locale) }),
            steps: stepsOf(balances ?? [], drawnOn),
          }))}
          ends={endsOf(read, (day) => nearDay(day, read[0]?.drawnOn ?? day, locale))}
          heads={[t('charts.day'), ...read.map(({ name }) => moneyHead(name, locale))]}
          rows={(read[0]?.balances ?? []).map(({ on }, index) => ({
            id: on,
            day: nearDay(on, read[0]?.drawnOn ?? on, locale),
            values: read.map(({ balances }) => balances?.[index]?.fen ?? 0),
          }))}
          format={(fen) => moneyFigure(fen, locale)}
        />
      )}
    </div>
  )
}

function stepsOf(balances: NonNullable<OfferFigures['balances']>, from: Day): Stair['steps'] {
  const end = balances.at(-1)?.on ?? from
  const whole = Math.max(1, daysBetween(from, end))
  return balances.map(({ on, fen }) => ({ at: daysBetween(from, on) / whole, value: fen }))
}

function endsOf(
  read: Pick<OfferFigures, 'balances'>[],
  say: (day: Day) => string,
): [string, string, string] {
  const balances = read[0]?.balances ?? []
  const at = (index: number) => say(balances[index]?.on ?? '')
  return [at(0), at(Math.floor((balances.length - 1) / 2)), at(balances.length - 1)]
}

import type { Locale } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { BarCell } from '@/components/charts/bars'
import { counted, rate } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { DAYS } from '@/domain/clock/clock'
import { THRESHOLD_CHANGES, type CriterionFact } from '@/domain/product/product'
import {
  countBands,
  type CountBand,
  type DryRun,
  type LoosenedBound,
  type Loosening,
} from '@/domain/match/dry-run'
import { bpAsPercent, fenAsWan } from '@/domain/money/money'
import type { TypedField } from './typed-product'
import { UseFigure } from './use-figure.client'

const SHOWN = 6
/** How long the bar of a band is drawn: its place among them. */
const size = (band: CountBand) => countBands.indexOf(band) + 1

const fieldOf = {
  'amount-max': 'amountMaxFen',
  'amount-min': 'amountMinFen',
  'tenor-max': 'tenorMaxMonths',
  'tenor-min': 'tenorMinMonths',
  cost: 'rateMinBp',
} as const satisfies Record<LoosenedBound, TypedField>

export const fieldLabels = {
  amountMinFen: 'form.amountMin',
  amountMaxFen: 'form.amountMax',
  tenorMinMonths: 'form.tenorMin',
  tenorMaxMonths: 'form.tenorMax',
  rateMinBp: 'form.rateMin',
} as const satisfies Record<TypedField, string>

/** Which confidential facts were tried too often to be counted by; empty where none were. */
export function asideWords(
  facts: readonly CriterionFact[],
  say: {
    t: Awaited<ReturnType<typeof getTranslations<'product'>>>
    domain: Awaited<ReturnType<typeof getTranslations<'domain'>>>
    locale: Locale
  },
): string {
  if (facts.length === 0) return ''
  const names = listed(
    facts.map((fact) => say.domain(`rule.${fact}`)),
    say.locale,
  )
  return say.t('reach.aside', { facts: names, most: THRESHOLD_CHANGES, days: DAYS.thresholdWindow })
}

function typedFigure(loosening: Loosening): string {
  if ('fen' in loosening) return fenAsWan(loosening.fen)
  return 'months' in loosening ? String(loosening.months) : bpAsPercent(loosening.bp)
}

/** The companies that are reached, by district, chain and stage. */
export async function ReachSpread({ run, narrow = false }: { run: DryRun; narrow?: boolean }) {
  const [t, domain] = await Promise.all([getTranslations('product'), getTranslations('domain')])
  const figure = (band: CountBand) => t(`reach.bands.${band}`)
  const parts = [
    {
      head: t('reach.district'),
      rows: run.byDistrict.map(({ value, companies }) => ({
        name: domain(`district.${value}`),
        figure: figure(companies),
      })),
    },
    {
      head: t('reach.chain'),
      rows: run.byChain.map(({ value, companies }) => ({
        name: domain(`chain.${value}`),
        figure: figure(companies),
      })),
    },
    {
      head: t('reach.stage'),
      rows: run.byStage.map(({ value, companies }) => ({
        name: domain(`stage.${value}`),
        figure: figure(companies),
      })),
    },
  ].filter(({ rows }) => rows.length > 0)
  return (
    <div className={narrow ? 'space-y-5' : 'grid gap-x-8 gap-y-5 sm:grid-cols-3'}>
      {parts.map(({ head, rows }) => (
        <section key={head}>
          <h3 className="text-h3">{head}</h3>
          <dl className="mt-1 divide-y divide-line">
            {rows.slice(0, SHOWN).map(({ name, figure: companies }) => (
              <div key={name} className="flex items-baseline justify-between gap-4 py-1.5">
                <dt className="text-ink-2">{name}</dt>
                <dd className="num text-right">{companies}</dd>
              </div>
            ))}
          </dl>
          {rows.length > SHOWN && (
            <p className="mt-1 text-small text-ink-2">
              {t('reach.rest', { count: rows.length - SHOWN })}
            </p>
          )}
        </section>
      ))}
    </div>
  )
}

/** Which rule alone turns most needs away, and how many of the white list are among those turned away. */
export async function ReachRules({ run }: { run: DryRun }) {
  const [t, domain] = await Promise.all([getTranslations('product'), getTranslations('domain')])
  const rules = run.rules.slice(0, SHOWN)
  const most = Math.max(...rules.map(({ needs }) => size(needs)))
  return (
    <>
      {rules.length > 0 && (
        <section>
          <div className="flex items-baseline justify-between gap-4">
            <h3 className="text-h3">{t('reach.rules')}</h3>
            <span className="text-small text-ink-2">{t('reach.needsHead')}</span>
          </div>
          <dl className="mt-1 divide-y divide-line">
            {rules.map(({ rule, needs }) => (
              <div
                key={rule}
                className="grid grid-cols-[minmax(6em,max-content)_minmax(0,1fr)] items-baseline gap-x-4 py-1.5"
              >
                <dt className="text-ink-2">{domain(`rule.${rule}`)}</dt>
                <dd>
                  <BarCell value={size(needs)} most={most} tone="then">
                    {t(`reach.bands.${needs}`)}
                  </BarCell>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <p className={rules.length > 0 ? 'mt-3' : undefined}>
        {t('reach.whiteList', {
          band: run.whiteListedExcluded,
        })}
      </p>
    </>
  )
}

/** What one looser limit would bring; beside the form with the button that types its figure in. */
export async function ReachLoosenings({ run, beside = false }: { run: DryRun; beside?: boolean }) {
  const [t, locale] = await Promise.all([getTranslations('product'), getLocale()])
  const figureOf = (loosening: Loosening) => {
    if ('fen' in loosening) return money(loosening.fen, locale)
    return 'months' in loosening ? counted(loosening.months, 'month', locale) : rate(loosening.bp)
  }
  return (
    <section>
      <h3 className="text-h3">{t('reach.more')}</h3>
      <ul className="divide-y divide-line">
        {run.loosenings.map(({ loosening, companies }) => {
          const figure = figureOf(loosening)
          const about = `loosen-${loosening.bound}`
          return (
            <li key={loosening.bound} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <div className="min-w-[12em] flex-1">
                <p id={about} className="font-semibold">
                  {t(`reach.loosen.${loosening.bound}`, { figure })}
                </p>
                <p className="text-small text-ink-2">{t('reach.gain', { band: companies })}</p>
              </div>
              {beside && (
                <UseFigure
                  field={fieldOf[loosening.bound]}
                  figure={typedFigure(loosening)}
                  about={about}
                >
                  {t('reach.use', { figure })}
                </UseFigure>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

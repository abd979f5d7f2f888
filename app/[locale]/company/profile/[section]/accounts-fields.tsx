import { getTranslations } from 'next-intl/server'
import { NumberWithUnit } from '@/components/ui/figure-fields.client'
import { TextField } from '@/components/ui/fields.client'
import { WhoSees } from '@/components/ui/who-sees'
import { bpAsPercent, fenAsWan } from '@/domain/money/money'
import { sightWords } from '../../sight-words'
import type { SectionFields } from './plain-fields'

const YEARS_ASKED = 3
const MOST_YEARS = 5
const figures = ['revenueFen', 'profitFen', 'rdSpendFen'] as const

/** The last three closed years, and older ones that are there already; an empty year stays unknown. */
export async function AccountsFields({ profile, today, locale }: SectionFields) {
  const [t, sight] = await Promise.all([getTranslations('profile'), sightWords()])
  const lastClosed = Number(today.slice(0, 4)) - 1
  const asked = Array.from({ length: YEARS_ASKED }, (_, back) => lastClosed - back)
  const years = [...new Set([...asked, ...profile.years.map(({ year }) => year)])]
    .toSorted((a, b) => b - a)
    .slice(0, MOST_YEARS)
  return (
    <>
      {years.map((year, index) => {
        const own = profile.years.find((one) => one.year === year)
        return (
          <fieldset key={year} className="border-t border-line pt-4">
            <legend className="pr-3 text-h3">{t('fields.year', { year: String(year) })}</legend>
            <input type="hidden" name={`years[${index}].year`} value={year} />
            <div className="grid gap-4 sm:grid-cols-3">
              {figures.map((figure) => {
                const fen = own?.[figure] ?? null
                return (
                  <NumberWithUnit
                    key={figure}
                    name={`years[${index}].${figure}`}
                    label={
                      <>
                        {t(`fields.${figure}`)}
                        <span className="sr-only"> {year}</span>
                      </>
                    }
                    unit={t('fields.wan')}
                    echo="wan"
                    locale={locale}
                    wide
                    start={fen === null ? undefined : fenAsWan(fen)}
                  />
                )
              })}
            </div>
          </fieldset>
        )
      })}
      <p className="text-small text-ink-2">{t('fields.lossHint')}</p>
      <WhoSees>{sight.who('years')}</WhoSees>
      <div className="grid gap-6 border-t border-line pt-5 sm:grid-cols-2">
        <NumberWithUnit
          name="debtRatioBp"
          label={t('fields.debtRatio')}
          hint={t('fields.debtRatioHint')}
          unit="%"
          locale={locale}
          optional
          start={profile.debtRatioBp === null ? undefined : bpAsPercent(profile.debtRatioBp)}
          whoSees={sight.who('debtRatioBp')}
        />
        <TextField
          name="debtRatioYear"
          label={t('fields.debtRatioYear')}
          hint={t('fields.debtRatioYearHint', { year: String(lastClosed) })}
          inputMode="numeric"
          wide={false}
          optional
          start={
            profile.debtRatioYear === null ? String(lastClosed) : String(profile.debtRatioYear)
          }
        />
      </div>
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { month as monthWords } from '@/components/format/dates'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/fields.client'
import { monthsOf, monthText, type Period } from '@/domain/totals/totals'

/** Another period, by the address: a plain form, with the months that are published; a period begins with a quarter. */
export function PeriodForm({
  action,
  period,
  known,
  keep = {},
}: {
  /** The path with its language. */
  action: string
  period: Period
  /** From the first month of the ledger to the last that is published. */
  known: Period
  keep?: Record<string, string>
}) {
  const [t, locale] = [useTranslations('public'), useLocale()]
  const months = monthsOf({ from: Math.min(known.from, period.from), to: known.to }).map(monthText)
  const years = [...new Set(months.map((one) => one.slice(0, 4)))].toReversed()
  const choicesOf = (some: string[]) =>
    years.map((year) => ({
      group: year,
      choices: some
        .filter((one) => one.startsWith(year))
        .map((value) => ({ value, label: monthWords(value, locale) })),
    }))
  const begins = months.filter((one) => Number(one.slice(5)) % 3 === 1)
  // English months are long: on a phone each has a line of its own.
  const width = locale === 'en' ? 'min-w-44 max-sm:w-full' : 'min-w-36 max-sm:flex-1'
  return (
    <form
      action={action}
      aria-label={t('period.label')}
      data-print="never"
      className="flex flex-wrap items-end gap-x-3 gap-y-3"
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={width}>
        <Select
          key={`from-${period.from}`}
          name="from"
          label={t('period.from')}
          start={monthText(period.from)}
          choices={choicesOf(begins)}
        />
      </div>
      <div className={width}>
        <Select
          key={`to-${period.to}`}
          name="to"
          label={t('period.to')}
          start={monthText(period.to)}
          choices={choicesOf(months)}
        />
      </div>
      <Button type="submit">{t('period.show')}</Button>
    </form>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { YearLines } from '@/components/charts/year-lines'
import { count } from '@/components/format/figures'
import { CardBody } from '@/components/ui/card'

/** Distinct companies from January on, beside the year before. */
export function YearChart({ year, now, then }: { year: number; now: number[]; then: number[] }) {
  const [t, locale] = [useTranslations('public'), useLocale()]
  const last = now.length - 1
  const difference = (now[last] ?? 0) - (then[last] ?? 0)
  const known = then.some((value) => value > 0)
  return (
    <CardBody>
      <YearLines
        words={{
          title: known
            ? t('chart.title', {
                direction: difference > 0 ? 'more' : difference < 0 ? 'fewer' : 'same',
                count: Math.abs(difference),
              })
            : t('chart.titleAlone', { count: now[last] ?? 0 }),
          subtitle: t('chart.subtitle'),
          description: t('chart.description', {
            year,
            count: now[last] ?? 0,
            then: then[last] ?? 0,
          }),
        }}
        year={year}
        now={now}
        then={known ? then : []}
        heads={[t('cut.name.month'), String(year), String(year - 1)]}
        format={count}
        locale={locale}
      />
    </CardBody>
  )
}

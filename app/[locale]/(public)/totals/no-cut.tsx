import { useLocale, useTranslations } from 'next-intl'
import { period as periodWords } from '@/components/format/dates'
import { CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/text-links'
import { monthText, type Period } from '@/domain/totals/totals'
import { cutAddress, withCuts } from '../cut-address'

/** Cuts are published by quarter: where a period ends within one, the year to the last whole quarter is offered. */
export function NoCut({ period, by }: { period: Period; by: string }) {
  const [t, locale] = [useTranslations('public'), useLocale()]
  const { from, to } = withCuts(period)
  return (
    <CardBody>
      <EmptyState
        kind="nothing"
        title={t('cut.byQuarter')}
        act={
          <TextLink href={cutAddress({}, period, by)}>
            {t('cut.seeQuarters', { period: periodWords(monthText(from), monthText(to), locale) })}
          </TextLink>
        }
      >
        {t('cut.byQuarterText')}
      </EmptyState>
    </CardBody>
  )
}

import { getTranslations } from 'next-intl/server'
import { DateField, NumberWithUnit } from '@/components/ui/figure-fields.client'
import { bpAsPercent } from '@/domain/money/money'
import { suggestedWantedBy } from '@/domain/need/need'
import type { StepFields } from './fields'

export async function CostFields({ terms, today, locale }: StepFields) {
  const t = await getTranslations('need')
  return (
    <>
      <NumberWithUnit
        name="maxCostBp"
        label={t('fields.cost')}
        hint={t('fields.costHint')}
        unit="%"
        locale={locale}
        optional
        start={terms.maxCostBp === null ? undefined : bpAsPercent(terms.maxCostBp)}
        whoSees={t('sees.matched')}
      />
      <DateField
        name="wantedBy"
        label={t('fields.wantedBy')}
        hint={t('fields.wantedByHint')}
        locale={locale}
        min={today}
        start={terms.wantedBy ?? suggestedWantedBy(today)}
        whoSees={t('sees.month')}
      />
    </>
  )
}

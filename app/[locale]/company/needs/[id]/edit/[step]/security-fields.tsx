import { getTranslations } from 'next-intl/server'
import { CheckboxGroup } from '@/components/ui/choice-fields.client'
import { collateralKinds } from '@/domain/profile/profile'
import type { StepFields } from './fields'

export async function SecurityFields({ terms, facts, visited }: StepFields) {
  const [t, domain] = await Promise.all([getTranslations('need'), getTranslations('domain')])
  const prefilled =
    !visited && facts.collateral.length > 0 && terms.collateral.join() === facts.collateral.join()
  return (
    <CheckboxGroup
      name="collateral"
      label={t('fields.collateral')}
      hint={prefilled ? t('fields.collateralPrefilled') : t('fields.collateralHint')}
      columns={2}
      start={terms.collateral}
      choices={collateralKinds.map((kind) => ({
        value: kind,
        label: domain(`collateral.${kind}`),
      }))}
      whoSees={t('sees.matched')}
    />
  )
}

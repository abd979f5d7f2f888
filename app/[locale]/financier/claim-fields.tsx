import { useLocale, useTranslations } from 'next-intl'
import { CheckboxGroup, RadioCards } from '@/components/ui/choice-fields.client'
import { DateField } from '@/components/ui/figure-fields.client'
import { addDays, type Day } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import { fieldGroups, leastGroups, purposes, suggestedUntil } from '@/domain/consent/consent'

/** What one asks to see, what for and until when: the same for a claim and for the answer to an assignment. */
export function ClaimFields({ today }: { today: Day }) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  return (
    <>
      <CheckboxGroup
        name="groups"
        label={t('claim.groups')}
        hint={t('claim.groupsHint')}
        start={[...leastGroups, 'business']}
        columns={2}
        choices={fieldGroups.map((value) => ({
          value,
          label: domain(`fieldGroup.${value}`),
          note: leastGroups.includes(value) ? t('claim.needed') : undefined,
        }))}
        whoSees={t('claim.whoSees')}
      />
      <RadioCards
        name="purpose"
        label={t('claim.purpose')}
        layout="row"
        start="first-contact"
        choices={purposes.map((value) => ({ value, label: domain(`purpose.${value}`) }))}
      />
      <DateField
        name="until"
        label={t('claim.until')}
        hint={t('claim.untilHint', { days: DAYS.consentMost })}
        locale={locale}
        start={suggestedUntil(today)}
        min={today}
        max={addDays(today, DAYS.consentMost)}
      />
    </>
  )
}

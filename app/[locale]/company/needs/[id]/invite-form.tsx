import { getLocale, getTranslations } from 'next-intl/server'
import { CheckboxGroup } from '@/components/ui/choice-fields.client'
import { DateField } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { WhoSees } from '@/components/ui/who-sees'
import { Dated } from '@/components/ui/dated'
import { addDays, type Day } from '@/domain/calendar/calendar'
import { DAYS, WORKING_DAYS } from '@/domain/clock/clock'
import { fieldGroups, leastGroups, suggestedUntil, type FieldGroup } from '@/domain/consent/consent'
import { OpenAlready } from '../../introductions/open-already'
import { sightWords } from '../../sight-words'
import { invite } from './actions'

/** The company goes first: name and contact go along, everything else only if ticked. */
export async function InviteForm({
  needId,
  productId,
  financierName,
  amount,
  open,
  today,
}: {
  needId: string
  productId: string
  financierName: string
  amount: string
  /** What it may see already. */
  open: readonly { fieldGroup: FieldGroup; until: Day }[]
  today: Day
}) {
  const [t, domain, locale, words] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
    sightWords(),
  ])
  const closed = fieldGroups.filter(
    (group) => !leastGroups.includes(group) && !open.some(({ fieldGroup }) => fieldGroup === group),
  )
  return (
    <>
      <h3 className="text-h3">
        <Dated>{t('invite.title', { financier: financierName })}</Dated>
      </h3>
      <p className="mt-1 mb-4 text-small text-ink-2">
        {t('invite.text', { amount, days: WORKING_DAYS.answer })}
      </p>
      <Form
        action={invite.bind(null, needId, productId)}
        label={t('invite.title', { financier: financierName })}
        className="space-y-4"
      >
        <OpenAlready consents={open} today={today} />
        {closed.length > 0 && (
          <CheckboxGroup
            name="groups"
            label={t('invite.also')}
            hint={t('invite.alsoHint')}
            choices={closed.map((group) => ({
              value: group,
              label: domain(`fieldGroup.${group}`),
              note: words.holds(group),
            }))}
          />
        )}
        <DateField
          name="until"
          label={t('invite.until')}
          locale={locale}
          min={today}
          max={addDays(today, DAYS.consentMost)}
          start={suggestedUntil(today)}
        />
        <SubmitButton wide>{t('invite.act', { financier: financierName })}</SubmitButton>
      </Form>
      <WhoSees>{t('invite.whoSees', { financier: financierName })}</WhoSees>
    </>
  )
}

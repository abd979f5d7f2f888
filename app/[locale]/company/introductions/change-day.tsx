import { getLocale, getTranslations } from 'next-intl/server'
import { DateField } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { addDays, type Day } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import type { FieldGroup } from '@/domain/consent/consent'
import { redate } from './actions'

/** Another last day for one group, sooner or later. */
export async function ChangeDay({
  introductionId,
  group,
  name,
  until,
  today,
  back,
  endsTalk,
}: {
  introductionId: string
  group: FieldGroup
  /** What the group is called. */
  name: string
  until: Day
  today: Day
  back: 'introduction' | 'consents'
  /** A talk ends when it runs out. */
  endsTalk: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations('introduction'), getLocale()])
  return (
    <details className="mt-1">
      <summary className="inline-block min-h-6 text-small">
        <span className="link">{t('consent.day')}</span>
        <span className="sr-only"> {name}</span>
      </summary>
      <Form
        action={redate.bind(null, introductionId)}
        label={t('consent.dayOf', { group: name })}
        className="mt-2 space-y-3"
      >
        <input type="hidden" name="group" value={group} />
        <input type="hidden" name="back" value={back} />
        <DateField
          name="until"
          label={t('request.until')}
          hint={endsTalk ? t('consent.dayEnds') : undefined}
          locale={locale}
          min={today}
          max={addDays(today, DAYS.consentMost)}
          start={until}
        />
        <SubmitButton tone="plain" size="small">
          {t('consent.dayAct')}
        </SubmitButton>
      </Form>
    </details>
  )
}

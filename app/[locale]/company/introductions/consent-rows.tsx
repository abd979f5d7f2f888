import { getLocale, getTranslations } from 'next-intl/server'
import { nearDay } from '@/components/format/dates'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import type { Day } from '@/domain/calendar/calendar'
import { fieldGroups, leastGroups, type FieldGroup, type Purpose } from '@/domain/consent/consent'
import { consentedStates, type IntroductionState } from '@/domain/introduction/introduction'
import { takeBack } from './actions'
import { ChangeDay } from './change-day'

export interface OpenConsent {
  fieldGroup: FieldGroup
  purpose: Purpose
  until: Day
}

/** What one financier may read now, each group with its day and its way back; what would end talks says so first. */
export async function ConsentRows({
  introductionId,
  states,
  financierName,
  consents,
  today,
  back,
  mayAct,
}: {
  /** One of the talks of the two, by which it is changed for all of them. */
  introductionId: string
  /** Where the talks of the two stand. */
  states: readonly IntroductionState[]
  financierName: string
  consents: OpenConsent[]
  today: Day
  back: 'introduction' | 'consents'
  mayAct: boolean
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
  ])
  const ordered = fieldGroups.flatMap((group) =>
    consents.filter(({ fieldGroup }) => fieldGroup === group),
  )
  const resting = states.filter((state) => (consentedStates as readonly string[]).includes(state))
  const hidden = (groups: readonly FieldGroup[]) => (
    <>
      <input type="hidden" name="back" value={back} />
      {groups.map((group) => (
        <input key={group} type="hidden" name="groups[]" value={group} />
      ))}
    </>
  )
  return (
    <ul className="divide-y divide-line">
      {ordered.map(({ fieldGroup, purpose, until }) => {
        const name = domain(`fieldGroup.${fieldGroup}`)
        const ends = resting.length > 0 && leastGroups.includes(fieldGroup)
        const label = t('consent.takeBackGroup', { group: name, financier: financierName })
        return (
          <li
            key={fieldGroup}
            className="flex items-start justify-between gap-4 py-2.5 [&_button]:whitespace-nowrap"
          >
            <div className="min-w-0">
              <p className="font-medium">{name}</p>
              <p className="text-small text-ink-2">
                {t('consent.until', {
                  purpose: domain(`purpose.${purpose}`),
                  day: nearDay(until, today, locale),
                })}
              </p>
              {mayAct && (
                <ChangeDay
                  introductionId={introductionId}
                  group={fieldGroup}
                  name={name}
                  until={until}
                  today={today}
                  back={back}
                  endsTalk={ends}
                />
              )}
            </div>
            {!mayAct ? null : ends ? (
              <Dialog
                opener={
                  <>
                    {t('consent.takeBackMore')}
                    <span className="sr-only"> {label}</span>
                  </>
                }
                tone="plain"
                size="small"
                title={t('consent.endsTitle', { financier: financierName, count: resting.length })}
              >
                <p>{t('consent.endsText', { group: name, count: resting.length })}</p>
                <Form
                  action={takeBack.bind(null, introductionId)}
                  className="mt-4 flex flex-wrap gap-2"
                >
                  {hidden(fieldGroups)}
                  <SubmitButton tone="danger-strong">{t('consent.endsAct')}</SubmitButton>
                  <DialogCancel>{t('back')}</DialogCancel>
                </Form>
              </Dialog>
            ) : (
              <Form action={takeBack.bind(null, introductionId)} label={label}>
                {hidden([fieldGroup])}
                <SubmitButton tone="plain" size="small" aria-label={label}>
                  {t('consent.takeBack')}
                </SubmitButton>
              </Form>
            )}
          </li>
        )
      })}
    </ul>
  )
}

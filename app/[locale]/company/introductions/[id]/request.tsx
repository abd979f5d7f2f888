import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { CheckboxGroup } from '@/components/ui/choice-fields.client'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { DateField } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { WhoSees } from '@/components/ui/who-sees'
import type { WhyNotAct } from '@/domain/actor'
import { addDays, type Day } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import { leastGroups, type FieldGroup } from '@/domain/consent/consent'
import type { findCompanyIntroduction } from '@/domain/introduction/queries'
import { failedHard } from '@/domain/match/match'
import { sightWords } from '../../sight-words'
import { consentTo, refuse } from '../actions'
import { OpenAlready } from '../open-already'

type Found = NonNullable<Awaited<ReturnType<typeof findCompanyIntroduction>>>

/** What a financier asks to see: name and contact or nothing, the rest only if ticked, until a day. */
export async function Request({
  found,
  today,
  mayNot,
}: {
  found: Found
  today: Day
  mayNot: WhyNotAct | null
}) {
  const [t, domain, refusals, locale, words] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
    sightWords(),
  ])
  const until = found.askedUntil ?? today
  // It judged by the anonymous information; its own facts say more.
  const failed = [...new Set(failedHard(found.rows))]
  const isOpen = (group: FieldGroup) =>
    found.consents.some(({ fieldGroup }) => fieldGroup === group)
  const isNothingNew = found.askedGroups.every(isOpen)
  const least = leastGroups.filter((group) => !isOpen(group))
  const optional = found.askedGroups.filter(
    (group) => !leastGroups.includes(group) && !isOpen(group),
  )
  return (
    <Card labelledBy="request">
      <CardHead
        id="request"
        title={t('request.title', {
          financier: found.financierName,
          count: found.askedGroups.length,
        })}
        note={t('request.note', {
          purpose: found.askedPurpose ? domain(`purpose.${found.askedPurpose}`) : '',
          day: fullDay(until, locale),
        })}
      />
      {failed.length > 0 && (
        <CardBody>
          <Notice tone="warn" title={t('request.factsFail', { count: failed.length })}>
            {t('request.factsFailText', {
              rules: listed(
                failed.map((rule) => domain(`rule.${rule}`)),
                locale,
              ),
            })}
          </Notice>
        </CardBody>
      )}
      <CardBody>
        {mayNot ? (
          <DisabledButton id="consent" reason={refusals(mayNot)}>
            {t('request.act')}
          </DisabledButton>
        ) : (
          <Form action={consentTo.bind(null, found.id)} keep="consent" className="space-y-5">
            {least.length > 0 && (
              <p>
                {t('request.least', {
                  groups: listed(
                    least.map((group) => domain(`fieldGroup.${group}`)),
                    locale,
                  ),
                })}
              </p>
            )}
            <OpenAlready consents={found.consents} today={today} />
            {optional.length > 0 && (
              <CheckboxGroup
                name="groups"
                label={t('request.also')}
                hint={t('request.alsoHint')}
                choices={optional.map((group) => ({
                  value: group,
                  label: domain(`fieldGroup.${group}`),
                  note: words.holds(group),
                }))}
              />
            )}
            {isNothingNew ? (
              <input type="hidden" name="until" value={until} />
            ) : (
              <DateField
                name="until"
                label={t('request.until')}
                locale={locale}
                min={today}
                max={addDays(today, DAYS.consentMost)}
                start={until}
              />
            )}
            <div className="flex flex-wrap gap-2 max-sm:[&_button]:w-full">
              <SubmitButton>{t('request.act')}</SubmitButton>
            </div>
          </Form>
        )}
        {!mayNot && (
          <div className="mt-3">
            <Dialog
              opener={t('request.refuse')}
              title={t('request.refuseTitle', { financier: found.financierName })}
            >
              <p>{t('request.refuseText')}</p>
              <Form action={refuse.bind(null, found.id)} className="mt-4 flex flex-wrap gap-2">
                <SubmitButton tone="danger-strong">{t('request.refuseAct')}</SubmitButton>
                <DialogCancel>{t('back')}</DialogCancel>
              </Form>
            </Dialog>
          </div>
        )}
        <WhoSees>{t('request.whoSees', { financier: found.financierName })}</WhoSees>
      </CardBody>
    </Card>
  )
}

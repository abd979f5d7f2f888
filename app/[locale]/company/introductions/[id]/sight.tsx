import { getLocale, getTranslations } from 'next-intl/server'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { CheckboxGroup } from '@/components/ui/choice-fields.client'
import { DateField } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { WhoSees } from '@/components/ui/who-sees'
import { addDays, type Day } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import { fieldGroups, suggestedUntil } from '@/domain/consent/consent'
import { isLive, readingStates } from '@/domain/introduction/introduction'
import type { findCompanyIntroduction } from '@/domain/introduction/queries'
import { sightWords } from '../../sight-words'
import { widen } from '../actions'
import { ConsentRows } from '../consent-rows'

type Found = NonNullable<Awaited<ReturnType<typeof findCompanyIntroduction>>>

/** What this financier may read now, narrower or wider at any time. */
export async function Sight({
  found,
  today,
  mayAct,
}: {
  found: Found
  today: Day
  mayAct: boolean
}) {
  const [t, domain, locale, words] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
    sightWords(),
  ])
  const { consents: open, talks } = found
  const isRead = talks.some(({ state }) => (readingStates as readonly string[]).includes(state))
  const going = isLive(found.state) || found.state === 'drawn'
  const closed = fieldGroups.filter((group) => !open.some(({ fieldGroup }) => fieldGroup === group))
  const mayWiden = mayAct && going && found.state !== 'requested' && closed.length > 0
  return (
    <Card labelledBy="sight">
      <CardHead
        id="sight"
        title={t(isRead || open.length === 0 ? 'sight.title' : 'sight.later', {
          count: open.length,
        })}
        note={
          open.length === 0
            ? t('sight.nothing')
            : talks.length > 1 || !going
              ? t(going ? 'sight.inAll' : 'sight.elsewhere', { count: talks.length })
              : undefined
        }
      />
      <CardBody>
        {open.length > 0 && (
          <ConsentRows
            introductionId={found.id}
            states={talks.map(({ state }) => state)}
            financierName={found.financierName}
            consents={open}
            today={today}
            back="introduction"
            mayAct={mayAct && going}
          />
        )}
        {mayWiden && (
          <details className="mt-3 border-t border-line pt-3">
            <summary className="inline-block min-h-6">
              <span className="link">{t('sight.widen')}</span>
            </summary>
            <Form action={widen.bind(null, found.id)} className="mt-4 space-y-4">
              <CheckboxGroup
                name="groups"
                label={t('sight.more')}
                choices={closed.map((group) => ({
                  value: group,
                  label: domain(`fieldGroup.${group}`),
                  note: words.holds(group),
                }))}
              />
              <DateField
                name="until"
                label={t('request.until')}
                locale={locale}
                min={today}
                max={addDays(today, DAYS.consentMost)}
                start={suggestedUntil(today)}
              />
              <SubmitButton tone="plain">{t('sight.widenAct')}</SubmitButton>
            </Form>
          </details>
        )}
        <WhoSees>{t('sight.note')}</WhoSees>
      </CardBody>
    </Card>
  )
}

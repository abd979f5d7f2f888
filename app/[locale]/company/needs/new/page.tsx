import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { listed } from '@/components/format/lists'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Timeline } from '@/components/ui/steps'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { SEATS } from '@/domain/need/need'
import { sectionsToSubmit, sectionStatus } from '@/domain/profile/profile'
import { findOwnProfile } from '@/domain/profile/queries'
import { start } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('need'))('start.title') }
}

const next = ['write', 'review', 'matched', 'talk', 'consent', 'money'] as const

/** What it takes, how long, and what happens next, before anything is asked. */
export default async function Page() {
  const context = await contextFor('company')
  const [t, domain, refusals, locale, profile] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
    findOwnProfile(context),
  ])
  const whyNot = whyNotActAs(context.actor, 'company', ['applied'])
  const gaps = sectionsToSubmit.filter((section) => sectionStatus(profile, section) !== 'done')
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/company">{t('start.back')}</BackLink>}
        title={t('start.title')}
      >
        {t('start.minutes')}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_400px]">
        <div className="space-y-5">
          <Card labelledBy="takes">
            <CardHead id="takes" title={t('start.takes')} />
            <CardBody>
              <ul className="list-disc space-y-1.5 pl-5">
                {(['amount', 'use', 'security', 'date'] as const).map((one) => (
                  <li key={one}>{t(`start.need.${one}`)}</li>
                ))}
              </ul>
              <p className="mt-3 text-ink-2">{t('start.noPapers')}</p>
            </CardBody>
          </Card>
          {gaps.length > 0 && (
            <Notice tone="warn" title={t('start.gaps')}>
              {t.rich('start.gapsText', {
                sections: listed(
                  gaps.map((section) => domain(`profileSection.${section}`)),
                  locale,
                ),
                link: (words) => <TextLink href="/company/profile">{words}</TextLink>,
              })}
            </Notice>
          )}
          {context.actor.organisationState === 'applied' && (
            <Notice tone="calm">{t('start.applied')}</Notice>
          )}
          {whyNot ? (
            <DisabledButton id="start" reason={refusals(whyNot)}>
              {t('start.act')}
            </DisabledButton>
          ) : (
            <Form action={start} className="max-sm:[&_button]:w-full">
              <SubmitButton>{t('start.act')}</SubmitButton>
              <p className="mt-2 text-small text-ink-2">{t('start.draft')}</p>
            </Form>
          )}
        </div>
        <Card labelledBy="next">
          <CardHead id="next" title={t('start.next')} />
          <CardBody>
            <Timeline
              label={t('start.next')}
              steps={next.map((one) => ({
                id: one,
                name: t(`start.steps.${one}.name`, { days: WORKING_DAYS.review, seats: SEATS }),
                state: 'ahead',
                children: t(`start.steps.${one}.text`),
              }))}
            />
          </CardBody>
        </Card>
      </div>
    </main>
  )
}

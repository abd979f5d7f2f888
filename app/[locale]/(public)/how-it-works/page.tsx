import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { currentActor, publicContext } from '@/app/session'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Timeline } from '@/components/ui/steps'
import { TextLink } from '@/components/ui/text-links'
import { LENGTHS } from '@/domain/clock/clock'
import { medianStepTimes } from '@/domain/totals/step-times'
import { Steps } from '../steps-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('public')
  return { title: t('destinations.how') }
}

const journeys = {
  company: ['register', 'profile', 'need', 'review', 'match', 'consent', 'offer', 'money'],
  financier: ['register', 'product', 'leads', 'claim', 'contact', 'offer', 'money'],
} as const

export default async function Page() {
  const [t, actor, times] = await Promise.all([
    getTranslations('how'),
    currentActor(),
    medianStepTimes(publicContext()),
  ])
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('title')}>{t('about')}</PageHead>
      <Steps times={times} />
      <div className="mt-5 grid items-start gap-5 md:grid-cols-2">
        <Card labelledBy="for-company">
          <CardHead id="for-company" title={t('company.title')} />
          <CardBody>
            <Timeline
              label={t('company.title')}
              steps={journeys.company.map((id) => ({
                id,
                name: t(`company.${id}.name`),
                state: 'ahead',
                children: t(`company.${id}.text`, LENGTHS),
              }))}
            />
            {actor === null && (
              <div className="mt-5">
                <LinkButton tone="primary" href="/sign-up?kind=company">
                  {t('company.act')}
                </LinkButton>
              </div>
            )}
          </CardBody>
        </Card>
        <Card labelledBy="for-financier">
          <CardHead id="for-financier" title={t('financier.title')} />
          <CardBody>
            <Timeline
              label={t('financier.title')}
              steps={journeys.financier.map((id) => ({
                id,
                name: t(`financier.${id}.name`),
                state: 'ahead',
                children: t(`financier.${id}.text`, LENGTHS),
              }))}
            />
            {actor === null && (
              <div className="mt-5">
                <LinkButton href="/sign-up?kind=financier">{t('financier.act')}</LinkButton>
              </div>
            )}
          </CardBody>
        </Card>
      </div>
      <p className="mt-5 text-ink-2">
        {t('never')} <TextLink href="/method#who-sees">{t('whoSees')}</TextLink>
      </p>
    </main>
  )
}

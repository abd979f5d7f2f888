import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { OtherSuspended } from '@/components/other-suspended'
import { Rules } from '@/components/rules'
import { TeaserTags, TeaserWho } from '@/components/teaser'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Code } from '@/components/ui/code'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { BackLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import { discloseCompany } from '@/domain/consent/disclose'
import { isId } from '@/domain/id'
import { findFinancierIntroduction } from '@/domain/introduction/queries'
import { listColleagues } from '@/domain/member/queries'
import { AssignCard } from './assign-card'
import { CompanyCard } from './company-card'
import { ContactsCard } from './contacts-card'
import { doneOf } from './done'
import { DrawingsCard } from './drawings-card'
import { Life } from './life'
import { NextStep } from './next-step'
import { OffersCard } from './offers-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('intro.page') }
}

export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/financier/introductions/[id]'>) {
  const context = await contextFor('financier')
  const { id } = await params
  const met = isId(id) ? await findFinancierIntroduction(context, id) : null
  if (!met) notFound()
  const [t, domain, locale, query, disclosed, colleagues] = await Promise.all([
    getTranslations('financier'),
    getTranslations('domain'),
    getLocale(),
    searchParams,
    discloseCompany(context, met.id),
    listColleagues(context),
  ])
  const { now } = context
  const done = doneOf(query.done)
  return (
    <main id="main" className="page py-6">
      <PageHead
        back={<BackLink href="/financier/pipeline">{t('nav.pipeline')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Code>{met.code}</Code>
            <span>{domain(`origin.${met.origin}`)}</span>
            <span lang="zh">{met.product.name}</span>
          </span>
        }
        title={
          disclosed?.identity ? (
            <Written>{disclosed.identity.name}</Written>
          ) : (
            <TeaserWho teaser={met.need.teaser} />
          )
        }
        act={
          <span className="flex flex-wrap items-center gap-2">
            <TeaserTags teaser={met.need.teaser} />
            <Tag tone={met.state === 'ended' ? 'neutral' : 'jade'}>
              {domain(`introductionState.${met.state}`)}
            </Tag>
            {met.dueAt && <ClockChip due={met.dueAt} now={now} />}
          </span>
        }
      >
        {t('intro.about', {
          need: met.need.code,
          amount: money(met.need.teaser.amountFen, locale),
          when: clock(met.createdAt, locale),
        })}
      </PageHead>
      {met.otherSuspended && <OtherSuspended />}
      {done && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t(`intro.done.${done}`)}
          </Notice>
        </div>
      )}
      <Card>
        <CardBody>
          <Life met={met} now={now} />
        </CardBody>
      </Card>
      <div className="mt-5 grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid min-w-0 gap-5">
          <NextStep context={context} met={met} />
          <OffersCard met={met} actor={context.actor} />
          <DrawingsCard met={met} />
          <Card labelledBy="rules">
            <CardHead id="rules" title={t('intro.rules')} note={t('intro.rulesNote')} />
            {met.origin !== 'claimed' && <CardBody>{t('met.byFacts')}</CardBody>}
            <Rules rows={met.rows} today={dayOf(now)} actualHead={t('lead.actual')} show={4} />
          </Card>
        </div>
        <div className="grid min-w-0 gap-5">
          <CompanyCard disclosed={disclosed} teaser={met.need.teaser} today={dayOf(now)} />
          <ContactsCard met={met} />
          <AssignCard met={met} actor={context.actor} colleagues={colleagues} />
        </div>
      </div>
    </main>
  )
}

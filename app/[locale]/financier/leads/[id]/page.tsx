import { Lock } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { TeaserTags } from '@/components/teaser'
import { Card, CardBody } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { BackLink } from '@/components/ui/text-links'
import { isId } from '@/domain/id'
import { findLead } from '@/domain/match/queries'
import { LeadActs } from '../../lead-acts'
import { goneLead } from '../../gone-lead'
import { leadsHref } from '../../lead-address'
import { LeadEvidence } from '../../lead-evidence'
import { leadTitle } from '../../lead-title'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('lead.page') }
}

/** A lead on its own page: for a phone, and for a link that is passed on. */
export default async function Page({ params }: PageProps<'/[locale]/financier/leads/[id]'>) {
  const context = await contextFor('financier')
  const { id } = await params
  const lead = isId(id) ? await findLead(context, id) : null
  if (!lead) return goneLead(context, id)
  const [t, locale] = await Promise.all([getTranslations('financier'), getLocale()])
  const { title, sentence } = await leadTitle(lead, locale)
  return (
    <main id="main" className="page max-w-[760px]! py-6">
      <PageHead
        back={<BackLink href={leadsHref({}, { lead: lead.id })}>{t('leads.title')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-x-2">
            <Code>{lead.needCode}</Code>
            {lead.publishedAt && t('lead.published', { when: clock(lead.publishedAt, locale) })}
          </span>
        }
        title={title}
      >
        {sentence}
      </PageHead>
      <Card>
        <CardBody>
          <div className="flex flex-wrap items-center gap-2">
            <Tag tone="jade">{lead.productName}</Tag>
            <TeaserTags teaser={lead.teaser} />
          </div>
          <p className="mt-3 flex items-center gap-1.5 text-hint text-ink-2">
            <Lock aria-hidden size={15} className="shrink-0" />
            {t('lead.anonymous')}
          </p>
        </CardBody>
        <LeadEvidence context={context} lead={lead} />
        <div className="sticky bottom-0 rounded-b-card bg-surface">
          <CardBody line>
            <LeadActs actor={context.actor} lead={lead} back={{ filter: {}, after: null }} />
          </CardBody>
        </div>
      </Card>
    </main>
  )
}

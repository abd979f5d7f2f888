import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { contextFor } from '@/app/session'
import { TeaserWho } from '@/components/teaser'
import { LinkButton } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { Seats } from '@/components/ui/seats'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { isId } from '@/domain/id'
import { findLead } from '@/domain/match/queries'
import { SEATS } from '@/domain/need/need'
import { pathFor } from '@/messages/navigation'
import { ClaimFields } from '../../../claim-fields'
import { goneLead } from '../../../gone-lead'
import { leadsHref } from '../../../lead-address'
import { leadTitle } from '../../../lead-title'
import { claim } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('lead.claim') }
}

export default async function Page({ params }: PageProps<'/[locale]/financier/leads/[id]/claim'>) {
  const context = await contextFor('financier')
  const { id } = await params
  const lead = isId(id) ? await findLead(context, id) : null
  if (!lead) return goneLead(context, id)
  // The lead itself says who may claim it.
  if (whyNotActAs(context.actor, 'financier'))
    redirect(pathFor(await getLocale(), `/financier/leads/${lead.id}`))
  const [t, locale] = await Promise.all([getTranslations('financier'), getLocale()])
  const { title } = await leadTitle(lead, locale)
  return (
    <main id="main" className="page max-w-[720px]! py-6">
      <PageHead
        back={<BackLink href={leadsHref({}, { lead: lead.id })}>{t('leads.title')}</BackLink>}
        above={<TeaserWho teaser={lead.teaser} />}
        title={t('claim.title', { lead: title })}
      >
        {t('claim.with', { product: lead.productName })}
      </PageHead>
      <p className="mb-1 max-w-[40em]">{t('claim.then', { days: WORKING_DAYS.consent })}</p>
      <p className="mb-6">
        <Seats taken={lead.seatsTaken} of={SEATS}>
          {lead.seatsFree > 0
            ? t('lead.seatsLeft', { left: lead.seatsFree, days: WORKING_DAYS.contact })
            : t('lead.noSeat', { of: SEATS })}
        </Seats>
      </p>
      <Form
        action={claim.bind(null, lead.needId, lead.productId)}
        keep="claim"
        className="space-y-6"
      >
        <ClaimFields today={dayOf(context.now)} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton busy={t('claim.busy')}>{t('claim.act')}</SubmitButton>
          <LinkButton href={leadsHref({}, { lead: lead.id })}>{t('claim.cancel')}</LinkButton>
        </div>
      </Form>
    </main>
  )
}

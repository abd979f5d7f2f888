import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import type { FinancierActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { isId } from '@/domain/id'
import { findGoneLead } from '@/domain/introduction/find-of-lead'
import { pathFor } from '@/messages/navigation'

/** The address of a lead that is none any more: it leads to the introduction that it became, or says that it is closed. */
export async function goneLead(context: Context<FinancierActor>, matchId: string) {
  const gone = isId(matchId) ? await findGoneLead(context, matchId) : null
  if (!gone) notFound()
  if (gone.introductionId)
    redirect(pathFor(await getLocale(), `/financier/introductions/${gone.introductionId}`))
  const t = await getTranslations('financier')
  return (
    <main id="main" className="page max-w-[760px]! py-6">
      <PageHead
        back={<BackLink href="/financier">{t('leads.title')}</BackLink>}
        title={t('lead.page')}
      />
      <Card as="div">
        <CardBody>
          <EmptyState
            kind="nothing"
            title={t('lead.gone')}
            act={<LinkButton href="/financier">{t('pipeline.toLeads')}</LinkButton>}
          >
            {t('lead.goneText')}
          </EmptyState>
        </CardBody>
      </Card>
    </main>
  )
}

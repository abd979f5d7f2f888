import { getLocale, getTranslations } from 'next-intl/server'
import { clock, fullDay } from '@/components/format/dates'
import { exactMoney } from '@/components/format/money'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Written } from '@/components/ui/written'
import { whyNotOfficial, type OfficialActor } from '@/domain/actor'
import type { findProposal } from '@/domain/ledger/void-proposals'
import { agreeTo, declineIt } from './actions'

/** What one statistician would take out of a published month, for a second to decide. */
export async function ProposalCard({
  actor,
  found: { proposal, by },
}: {
  actor: OfficialActor
  found: NonNullable<Awaited<ReturnType<typeof findProposal>>>
}) {
  const [t, refusals, locale] = await Promise.all([
    getTranslations('ledger.proposal'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const { right, serviceId } = proposal
  const isOwn = proposal.proposedByMemberId === actor.memberId
  const no = whyNotOfficial(actor, 'statistician')
  const when = clock(proposal.proposedAt, locale)
  const agree = t(right ? 'agreeCorrect' : 'agreeVoid')
  return (
    <Card labelledBy="proposal">
      <CardHead id="proposal" title={t('title')} note={t('text')} />
      <CardBody>
        <p>
          {right
            ? t('correct', {
                by,
                when,
                amount: exactMoney(right.amountFen, locale),
                day: fullDay(right.happenedOn, locale),
              })
            : t('void', { by, when })}
        </p>
        <p className="mt-1 text-small text-ink-2">
          <Written>{t('why', { why: proposal.why })}</Written>
        </p>
      </CardBody>
      <CardBody line>
        {(no ?? isOwn) ? (
          <DisabledButton id="agree" reason={refusals(no ?? 'second-official')}>
            {agree}
          </DisabledButton>
        ) : (
          <Form action={agreeTo.bind(null, serviceId)} label={agree}>
            <SubmitButton wide>{agree}</SubmitButton>
          </Form>
        )}
      </CardBody>
      {!no && (
        <CardBody line>
          <Form action={declineIt.bind(null, serviceId)} label={t(isOwn ? 'takeBack' : 'decline')}>
            <SubmitButton tone="quiet">{t(isOwn ? 'takeBack' : 'decline')}</SubmitButton>
          </Form>
        </CardBody>
      )}
    </Card>
  )
}

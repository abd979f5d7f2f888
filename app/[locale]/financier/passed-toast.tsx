import { getTranslations } from 'next-intl/server'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Toast } from '@/components/ui/toast.client'
import type { FinancierActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { findLead } from '@/domain/match/queries'
import { restoreLead } from './actions'
import { BackFields, type LeadBack } from './back-fields'

/** Done · undo. Only while the lead really is passed over, so that an old address says nothing false. */
export async function PassedToast({
  context,
  matchId,
  back,
}: {
  context: Context<FinancierActor>
  matchId: string
  back: LeadBack
}) {
  const [t, ui, lead] = await Promise.all([
    getTranslations('financier'),
    getTranslations('ui'),
    findLead(context, matchId),
  ])
  if (!lead?.passedAt) return null
  return (
    <Toast
      key={lead.passedAt.toISOString()}
      close={ui('close')}
      undo={
        <Form action={restoreLead.bind(null, matchId)} label={t('pass.undo')}>
          <BackFields {...back} />
          <SubmitButton tone="quiet" size="small">
            <span data-key="undo">{t('pass.undo')}</span>
          </SubmitButton>
        </Form>
      }
    >
      {t('pass.done', { code: lead.needCode })}
    </Toast>
  )
}

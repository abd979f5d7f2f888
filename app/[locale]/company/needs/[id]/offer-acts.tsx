import { getLocale, getTranslations } from 'next-intl/server'
import { allInCost } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { DisabledButton } from '@/components/ui/button'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { whyNotActAs, type CompanyActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import type { OfferOnNeed } from '@/domain/introduction/queries'
import type { OwnNeed } from '@/domain/need/queries'
import { whyNotUseOffer } from '@/domain/offer/offer'
import { accept, ask, decline } from './actions'

/** What may be done with one offer now: ask for approval, accept by naming it, decline. */
export async function OfferActs({
  one: { offer, financierName },
  need,
  context,
}: {
  one: OfferOnNeed
  need: Pick<OwnNeed, 'id' | 'version'>
  context: Context<CompanyActor>
}) {
  const [t, refusals, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('refusals'),
    getLocale(),
  ])
  if (offer.state === 'accepted') return null
  const mayNot = whyNotActAs(context.actor, 'company')
  const whyNot = mayNot ?? whyNotUseOffer(offer, need.version, dayOf(context.now))
  const words = {
    financier: financierName,
    amount: money(offer.amountFen, locale),
    rate: offer.allInBp === null ? t('offers.notKnown') : allInCost(offer.allInBp, locale),
  }
  return (
    <>
      {whyNot && offer.state !== 'asked' ? (
        <DisabledButton id={`offer-${offer.id}`} reason={refusals(whyNot)}>
          {t(offer.state === 'approved' ? 'offers.accept' : 'offers.ask', words)}
        </DisabledButton>
      ) : offer.state === 'indicative' ? (
        <Form action={ask.bind(null, need.id, offer.id)}>
          <SubmitButton tone="plain">{t('offers.ask', words)}</SubmitButton>
        </Form>
      ) : offer.state === 'approved' ? (
        <Dialog
          opener={t('offers.accept', words)}
          tone="primary"
          title={t('offers.acceptTitle', words)}
        >
          <p>{t('offers.acceptText', words)}</p>
          <Form action={accept.bind(null, need.id, offer.id)} className="mt-4 flex flex-wrap gap-2">
            <SubmitButton>{t('offers.acceptAct')}</SubmitButton>
            <DialogCancel>{t('offers.back')}</DialogCancel>
          </Form>
        </Dialog>
      ) : (
        <p className="self-center">{t('offers.asked', words)}</p>
      )}
      {!mayNot && (
        <Dialog
          opener={t('offers.decline', words)}
          tone="quiet"
          title={t('offers.declineTitle', words)}
        >
          <p>{t('offers.declineText')}</p>
          <Form
            action={decline.bind(null, need.id, offer.id)}
            className="mt-4 flex flex-wrap gap-2"
          >
            <SubmitButton tone="danger-strong">{t('offers.declineAct')}</SubmitButton>
            <DialogCancel>{t('offers.back')}</DialogCancel>
          </Form>
        </Dialog>
      )}
    </>
  )
}

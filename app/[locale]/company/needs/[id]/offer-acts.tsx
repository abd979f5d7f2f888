import { getLocale, getTranslations } from 'next-intl/server'
import { allInCost } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { markedNames, OfferSheet } from '@/components/offer-sheet'
import { DisabledButton } from '@/components/ui/button'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { whyNotActAs, type CompanyActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import type { OwnNeed } from '@/domain/need/queries'
import { whyNotUseOffer } from '@/domain/offer/offer'
import { classTerms } from '@/domain/product/classes'
import { accept, ask, decline } from './actions'
import type { MarkedOffer } from './marked-offer'

/** What may be done with one offer now: ask for approval, accept by naming it, decline. */
export async function OfferActs({
  one: { offer, financierName, product, sheet, marks },
  need,
  context,
}: {
  one: MarkedOffer
  need: Pick<OwnNeed, 'id' | 'version' | 'openFen'>
  context: Context<CompanyActor>
}) {
  const [t, sheetWords, domain, refusals, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('offer'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
  ])
  if (offer.state === 'accepted') return null
  const mayNot = whyNotActAs(context.actor, 'company')
  const whyNot = mayNot ?? whyNotUseOffer(offer, need, product.class, dayOf(context.now))
  const marked = Object.keys(marks).length
  const { price } = classTerms[product.class]
  const words = {
    price,
    financier: financierName,
    amount: money(offer.amountFen, locale),
    rate: offer.allInBp === null ? t('offers.notKnown') : allInCost(offer.allInBp, locale),
  }
  return (
    <>
      {whyNot && offer.state !== 'asked' ? (
        <DisabledButton
          id={`offer-${offer.id}`}
          reason={
            whyNot === 'amount-over-open'
              ? t('offers.overOpen', { amount: money(need.openFen, locale) })
              : refusals(whyNot)
          }
        >
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
          {marked > 0 && (
            <div className="mt-3">
              <Notice tone="warn" title={sheetWords('differs', { count: marked })}>
                {markedNames(product.class, marks, { offer: sheetWords, domain, locale })}
              </Notice>
            </div>
          )}
          <div
            className="mt-3 max-h-[50vh] overflow-y-auto"
            tabIndex={0}
            role="region"
            aria-label={sheetWords('all')}
          >
            <OfferSheet class={product.class} offer={sheet} marks={marks} />
          </div>
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

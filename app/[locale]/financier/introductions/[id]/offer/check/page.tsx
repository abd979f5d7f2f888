import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { parseForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { allInCost, changeBp, rate } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { markedNames, OfferSheet, rowMarks } from '@/components/offer-sheet'
import { TeaserWho } from '@/components/teaser'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { allInBp, ALL_IN_MOST_BP } from '@/domain/cost/cost'
import { isId } from '@/domain/id'
import { findFinancierIntroduction } from '@/domain/introduction/queries'
import { offerSchemaOf, openOfferStates, type OfferState } from '@/domain/offer/offer'
import { changedRows, needDifferences, rowsOutsideProduct } from '@/domain/offer/offer-sheet'
import { withFigures } from '@/domain/offer/offer-figures'
import { pathFor } from '@/messages/navigation'
import { sendOffer } from '../actions'
import { formOf, offerFields, offerReadings, withFees } from '../offer-address'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('offer.checkPage') }
}

/** What the company will compare, before it is sent: the all-in yearly cost of the real cash flow. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/financier/introductions/[id]/offer/check'>) {
  const context = await contextFor('financier')
  const [{ id }, query, locale] = await Promise.all([params, searchParams, getLocale()])
  const met = isId(id) ? await findFinancierIntroduction(context, id) : null
  if (!met) notFound()
  // Its own page says who may do this.
  if (whyNotActAs(context.actor, 'financier'))
    redirect(pathFor(locale, `/financier/introductions/${met.id}`))
  const final = query.final === 'yes'
  const home = `/financier/introductions/${met.id}/offer`
  const name = met.product.class
  const parsed = parseForm(offerSchemaOf(name), withFees(formOf(query)), offerReadings)
  if (!parsed.ok) redirect(pathFor(locale, home))
  const [t, domain, offer] = await Promise.all([
    getTranslations('financier'),
    getTranslations('domain'),
    getTranslations('offer'),
  ])
  const terms = parsed.data
  const fields = offerFields(terms)
  const back = `${home}?${new URLSearchParams(final ? [...fields, ['final', 'yes']] : fields)}`
  const today = dayOf(context.now)
  const allIn = allInBp(terms, today)
  const sheet = withFigures({ ...terms, allInBp: allIn, createdAt: context.now })
  const most = met.need.teaser.maxCostBp
  const replaced = met.offers.find(({ state }) =>
    (openOfferStates as readonly OfferState[]).includes(state),
  )
  const marks = rowMarks(
    name,
    {
      changed: replaced
        ? { rows: changedRows(name, sheet, replaced), before: withFigures(replaced) }
        : null,
      need: needDifferences(name, sheet, { ...met.need.teaser, openFen: met.need.openFen }),
      outside: rowsOutsideProduct(name, sheet, met.product),
    },
    'financier',
    { offer, domain, locale },
  )
  return (
    <main id="main" className="page max-w-[760px]! py-6">
      <PageHead
        back={<BackLink href={back}>{t('offer.backToForm')}</BackLink>}
        above={<TeaserWho teaser={met.need.teaser} />}
        size="headline"
        title={
          allIn === null
            ? t('offer.noAllInTitle', {
                amount: money(terms.amountFen, locale),
                class: domain(`class.${name}`),
              })
            : t('offer.allInTitle', { rate: allInCost(allIn, locale) })
        }
      >
        {allIn !== null && t('offer.method')}
      </PageHead>
      {allIn !== null && most !== null && (
        <div className="mb-5">
          <Notice tone={allIn <= most ? 'pass' : 'warn'}>
            {allIn <= most
              ? t('offer.within', { rate: rate(most) })
              : allIn > ALL_IN_MOST_BP
                ? t('offer.beyond', { rate: rate(most) })
                : t('offer.over', { rate: rate(most), over: changeBp(allIn - most) })}
          </Notice>
        </div>
      )}
      {Object.keys(marks).length > 0 && (
        <div className="mb-5">
          <Notice tone="warn" title={offer('differs', { count: Object.keys(marks).length })}>
            {markedNames(name, marks, { offer, domain, locale })}
          </Notice>
        </div>
      )}
      <Card>
        <CardBody>
          <OfferSheet class={met.product.class} offer={sheet} marks={marks} changeHref={back} />
        </CardBody>
        <CardFoot>
          <p>
            {replaced
              ? t('offer.replaces', { code: replaced.code })
              : t(final ? 'offer.finalThen' : 'offer.then')}
          </p>
        </CardFoot>
      </Card>
      <Form action={sendOffer.bind(null, met.id, final)} className="mt-5">
        {fields.map(([name, value]) => (
          <input key={`${name}${value}`} type="hidden" name={name} value={value} readOnly />
        ))}
        <SubmitButton busy={t('offer.sending')}>
          {t(final ? 'offer.sendFinal' : 'offer.send')}
        </SubmitButton>
      </Form>
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { parseForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { allInCost, changeBp, counted, rate } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { exactMoney, money } from '@/components/format/money'
import { TeaserWho } from '@/components/teaser'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { BackLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { allInBp, ALL_IN_MOST_BP, averagePrincipal, paidInAll } from '@/domain/cost/cost'
import { isId } from '@/domain/id'
import { findFinancierIntroduction } from '@/domain/introduction/queries'
import { offerSchema, openOfferStates, type OfferState } from '@/domain/offer/offer'
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
  const final = query.final === 'yes'
  const home = `/financier/introductions/${met.id}/offer`
  const parsed = parseForm(offerSchema, withFees(formOf(query)), offerReadings)
  if (!parsed.ok) redirect(pathFor(locale, home))
  const [t, domain] = await Promise.all([getTranslations('financier'), getTranslations('domain')])
  const terms = parsed.data
  const fields = offerFields(terms)
  const back = `${home}?${new URLSearchParams(final ? [...fields, ['final', 'yes']] : fields)}`
  const today = dayOf(context.now)
  const allIn = allInBp(terms, today)
  const [paid, inHand] = [paidInAll(terms, today), averagePrincipal(terms, today)]
  const most = met.need.teaser.maxCostBp
  const replaced = met.offers.find(({ state }) =>
    (openOfferStates as readonly OfferState[]).includes(state),
  )
  const row = (term: string, value: string, note?: string) => ({
    term,
    value,
    note,
    changeHref: back,
  })
  return (
    <main id="main" className="page max-w-[760px]! py-6">
      <PageHead
        back={<BackLink href={back}>{t('offer.backToForm')}</BackLink>}
        above={<TeaserWho teaser={met.need.teaser} />}
        size="headline"
        title={
          allIn === null
            ? t('offer.noAllInTitle', { amount: money(terms.amountFen, locale) })
            : t('offer.allInTitle', { rate: allInCost(allIn, locale) })
        }
      >
        {t('offer.method')}
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
      <Card>
        <CardBody>
          <SummaryList
            rows={[
              row(
                t('offer.amount'),
                money(terms.amountFen, locale),
                exactMoney(terms.amountFen, locale),
              ),
              row(t('offer.rate'), terms.rateBp === null ? t('offer.none') : rate(terms.rateBp)),
              row(
                t('offer.upfrontFee'),
                terms.upfrontFeeFen === 0 ? t('offers.noFee') : money(terms.upfrontFeeFen, locale),
              ),
              row(
                t('offer.yearlyFee'),
                terms.yearlyFeeBp === 0 ? t('offers.noFee') : rate(terms.yearlyFeeBp),
              ),
              row(t('offer.repayment'), domain(`repayment.${terms.repayment}`)),
              row(
                t('offer.tenor'),
                terms.tenorMonths === null
                  ? t('offer.none')
                  : counted(terms.tenorMonths, 'month', locale),
                terms.revolving ? t('offer.revolving') : undefined,
              ),
              row(
                t('offer.collateral'),
                terms.collateral.length === 0
                  ? t('offer.noCollateral')
                  : listed(
                      terms.collateral.map((kind) => domain(`collateral.${kind}`)),
                      locale,
                    ),
              ),
              row(t('offer.until'), fullDay(terms.validUntil, locale)),
              ...(paid === null
                ? []
                : [
                    {
                      term: t('offer.paid'),
                      value: money(paid, locale),
                      note: t('offer.paidNote'),
                    },
                  ]),
              ...(inHand === null
                ? []
                : [
                    {
                      term: t('offer.inHand'),
                      value: money(inHand, locale),
                      note: t('offer.inHandNote'),
                    },
                  ]),
            ]}
          />
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

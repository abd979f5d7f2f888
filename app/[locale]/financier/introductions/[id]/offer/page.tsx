import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { contextFor } from '@/app/session'
import { rate } from '@/components/format/figures'
import { money, moneyRange } from '@/components/format/money'
import { rowName } from '@/components/offer-sheet'
import { TeaserWho } from '@/components/teaser'
import { LinkButton } from '@/components/ui/button'
import { Checkbox, CheckboxGroup } from '@/components/ui/choice-fields.client'
import { Select, TextArea } from '@/components/ui/fields.client'
import { DateField, NumberWithUnit } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { addDays, dayOf } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import { isId } from '@/domain/id'
import { findFinancierIntroduction } from '@/domain/introduction/queries'
import { sheetOf, type SheetName } from '@/domain/offer/offer-sheet'
import { classTerms } from '@/domain/product/classes'
import { collateralKinds } from '@/domain/profile/profile'
import { pathFor } from '@/messages/navigation'
import { checkOffer } from './actions'
import { mayOffer, startOf } from './start'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('offer.page') }
}

export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/financier/introductions/[id]/offer'>) {
  const context = await contextFor('financier')
  const [{ id }, query] = await Promise.all([params, searchParams])
  const met = isId(id) ? await findFinancierIntroduction(context, id) : null
  if (!met) notFound()
  // Its own page says who may do this.
  if (whyNotActAs(context.actor, 'financier'))
    redirect(pathFor(await getLocale(), `/financier/introductions/${met.id}`))
  const [t, domain, offer, units, locale] = await Promise.all([
    getTranslations('financier'),
    getTranslations('domain'),
    getTranslations('offer'),
    getTranslations('units'),
    getLocale(),
  ])
  const final = query.final === 'yes'
  const home = `/financier/introductions/${met.id}`
  const today = dayOf(context.now)
  const start = startOf(query, met, addDays(today, DAYS.offerValid))
  const { teaser, openFen } = met.need
  const wan = units('typedMoney')
  const { price, repayments } = classTerms[met.product.class]
  const label = (row: SheetName) => rowName(met.product.class, row, { offer, domain, locale })
  return (
    <main id="main" className="page max-w-[760px]! py-6">
      <PageHead
        back={<BackLink href={home}>{met.code}</BackLink>}
        above={<TeaserWho teaser={teaser} />}
        title={t(final ? 'offer.finalTitle' : 'offer.title')}
      >
        {t(final ? 'offer.finalNote' : 'offer.note')}
      </PageHead>
      {mayOffer(met.state, final) ? (
        <Form
          action={checkOffer.bind(null, met.id, final)}
          keep={final ? 'final' : 'offer'}
          className="space-y-6"
        >
          <NumberWithUnit
            name="amountFen"
            label={label('amount')}
            hint={t('offer.amountHint', {
              open: money(openFen, locale),
              range: moneyRange(met.product.amountMinFen, met.product.amountMaxFen, locale) ?? '',
            })}
            unit={wan}
            echo="wan"
            locale={locale}
            start={start.amountFen}
          />
          {price === 'share' && (
            <NumberWithUnit
              name="valuationFen"
              label={label('valuation')}
              hint={t('offer.valuationHint')}
              unit={wan}
              echo="wan"
              locale={locale}
              start={start.valuationFen}
            />
          )}
          {price !== 'share' && (
            <div className="grid gap-x-6 gap-y-6 sm:grid-cols-2">
              {price === 'rate' && (
                <Select
                  name="repayment"
                  label={label('repayment')}
                  start={start.repayment}
                  choices={repayments.map((value) => ({
                    value,
                    label: domain(`repayment.${value}`),
                  }))}
                />
              )}
              <NumberWithUnit
                name="tenorMonths"
                echo="months"
                label={label('tenor')}
                unit={t('unit.months')}
                locale={locale}
                inputMode="numeric"
                start={start.tenorMonths}
              />
              {price === 'rate' && (
                <NumberWithUnit
                  name="rateBp"
                  label={label('rate')}
                  hint={
                    teaser.maxCostBp === null
                      ? t('offer.rateHint')
                      : t('offer.rateMost', { rate: rate(teaser.maxCostBp) })
                  }
                  unit="%"
                  locale={locale}
                  start={start.rateBp}
                />
              )}
              <NumberWithUnit
                name="yearlyFeeBp"
                label={label('yearlyFee')}
                hint={t(price === 'rate' ? 'offer.yearlyFeeHint' : 'offer.ofSumHint')}
                unit="%"
                locale={locale}
                start={start.yearlyFeeBp}
                optional={price === 'rate'}
              />
            </div>
          )}
          {price !== 'share' && (
            <NumberWithUnit
              name="upfrontFeeFen"
              label={label('upfrontFee')}
              hint={t(price === 'rate' ? 'offer.upfrontFeeHint' : 'offer.onceHint')}
              unit={wan}
              echo="wan"
              locale={locale}
              start={start.upfrontFeeFen}
              optional
            />
          )}
          {sheetOf(met.product.class).includes('collateral') && (
            <CheckboxGroup
              name="collateral"
              label={label('collateral')}
              hint={t('offer.collateralHint')}
              optional
              columns={2}
              start={start.collateral}
              choices={collateralKinds.map((value) => ({
                value,
                label: domain(`collateral.${value}`),
              }))}
            />
          )}
          {price === 'rate' && (
            <Checkbox
              name="revolving"
              label={t('offer.revolving')}
              note={t('offer.revolvingNote')}
              start={start.revolving}
            />
          )}
          <TextArea
            name="conditions"
            label={label('conditions')}
            hint={t(price === 'share' ? 'offer.investmentHint' : 'offer.conditionsHint')}
            start={start.conditions}
            optional
          />
          <DateField
            name="validUntil"
            label={t('offer.until')}
            hint={t('offer.untilHint')}
            locale={locale}
            start={start.validUntil}
            min={today}
          />
          <div className="flex flex-wrap gap-2">
            <SubmitButton>{t('offer.check')}</SubmitButton>
            <LinkButton href={home}>{t('offer.cancel')}</LinkButton>
          </div>
        </Form>
      ) : (
        <Notice tone="calm">{t('offer.notNow')}</Notice>
      )}
    </main>
  )
}

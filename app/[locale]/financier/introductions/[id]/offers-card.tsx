import { useLocale, useTranslations } from 'next-intl'
import { clock, fullDay } from '@/components/format/dates'
import { allInCost, counted, rate } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { Card, CardHead } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag, type TagTone } from '@/components/ui/tag'
import { whyNotActAs, type FinancierActor } from '@/domain/actor'
import { openOfferStates, type OfferState } from '@/domain/offer/offer'
import { takeBack } from './actions'
import type { FinancierMet } from './met'

const tones: Partial<Record<OfferState, TagTone>> = {
  indicative: 'jade',
  asked: 'warn',
  approved: 'pass',
  accepted: 'pass',
}

/** Every offer that was made, the newest first: replaced ones stay readable. */
export function OffersCard({ met, actor }: { met: FinancierMet; actor: FinancierActor }) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  if (met.offers.length === 0) return null
  const may = whyNotActAs(actor, 'financier') === null
  const isOpen = (state: OfferState) => (openOfferStates as readonly OfferState[]).includes(state)
  return (
    <Card labelledBy="offers">
      <CardHead id="offers" title={t('offers.title')} note={t('offers.note')} />
      <Table
        caption={t('offers.title')}
        head={
          <>
            <Head>{t('offers.offer')}</Head>
            <Head num>{t('offers.allIn')}</Head>
            <Head>{t('offers.terms')}</Head>
            <Head>{t('offers.state')}</Head>
          </>
        }
      >
        {met.offers.map((offer) => {
          const fees = [
            ...(offer.upfrontFeeFen > 0
              ? [t('offers.upfront', { amount: money(offer.upfrontFeeFen, locale) })]
              : []),
            ...(offer.yearlyFeeBp > 0
              ? [t('offers.yearly', { rate: rate(offer.yearlyFeeBp) })]
              : []),
          ]
          const terms = [
            ...(offer.rateBp === null ? [] : [t('offers.rate', { rate: rate(offer.rateBp) })]),
            ...(offer.repayment === 'none' ? [] : [domain(`repayment.${offer.repayment}`)]),
            ...(offer.tenorMonths === null ? [] : [counted(offer.tenorMonths, 'month', locale)]),
            ...(fees.length > 0 ? fees : [t('offers.noFee')]),
            ...offer.collateral.map((kind) => domain(`collateral.${kind}`)),
          ]
          return (
            <Row key={offer.id}>
              <Cell head note={clock(offer.createdAt, locale)}>
                <span className="num font-semibold">{money(offer.amountFen, locale)}</span>{' '}
                <span className="block text-small">
                  <Code copy={false}>{offer.code}</Code>
                </span>
              </Cell>
              <Cell num label={t('offers.allIn')}>
                {offer.allInBp === null ? t('offers.noAllIn') : allInCost(offer.allInBp, locale)}
              </Cell>
              <Cell
                label={t('offers.terms')}
                note={t('offers.until', { day: fullDay(offer.validUntil, locale) })}
              >
                {listed(terms, locale)}
              </Cell>
              <Cell label={t('offers.state')}>
                <span className="flex flex-wrap items-center gap-2">
                  <Tag tone={tones[offer.state] ?? 'neutral'}>
                    {domain(`offerState.${offer.state}`)}
                  </Tag>
                  {isOpen(offer.state) && offer.needVersion !== met.need.version && (
                    <Tag tone="warn">{t('offers.outdated')}</Tag>
                  )}
                  {may && isOpen(offer.state) && (
                    <Form
                      action={takeBack.bind(null, met.id, offer.id)}
                      label={t('offers.withdraw')}
                    >
                      <SubmitButton
                        tone="plain"
                        size="small"
                        aria-label={t('offers.withdrawOne', { code: offer.code })}
                      >
                        {t('offers.withdraw')}
                      </SubmitButton>
                    </Form>
                  )}
                </span>
              </Cell>
            </Row>
          )
        })}
      </Table>
    </Card>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { clock, fullDay } from '@/components/format/dates'
import { allInCost } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { OfferSheet, rowMarks, rowValue } from '@/components/offer-sheet'
import { Card, CardHead } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag, type TagTone } from '@/components/ui/tag'
import { whyNotActAs, type FinancierActor } from '@/domain/actor'
import { withFigures } from '@/domain/offer/offer-figures'
import { changedRows, sheetOf, type SheetName } from '@/domain/offer/offer-sheet'
import { openOfferStates, type OfferState } from '@/domain/offer/offer'
import { takeBack } from './actions'
import type { FinancierMet } from './met'

const tones: Partial<Record<OfferState, TagTone>> = {
  indicative: 'jade',
  asked: 'warn',
  approved: 'pass',
  accepted: 'pass',
}

type MadeSheet = FinancierMet['offers'][number]
/** What an offer says in short, before its sheet is opened. */
const inShort: readonly SheetName[] = [
  'rate',
  'repayment',
  'tenor',
  'valuation',
  'share',
  'collateral',
]

/** Every offer that was made, the newest first: replaced ones stay readable. */
export function OffersCard({ met, actor }: { met: FinancierMet; actor: FinancierActor }) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  const may = whyNotActAs(actor, 'financier') === null
  const say = { offer: useTranslations('offer'), domain, locale }
  if (met.offers.length === 0) return null
  const changesOf = (offer: MadeSheet) => {
    const before = met.offers.find(({ id }) => id === offer.replacesId)
    if (!before) return {}
    const changed = {
      rows: changedRows(met.product.class, offer, before),
      before: withFigures(before),
    }
    return rowMarks(met.product.class, { changed, need: [], outside: [] }, 'financier', say)
  }
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
          const terms = sheetOf(met.product.class)
            .filter((row) => inShort.includes(row))
            .map((row) => rowValue(met.product.class, withFigures(offer), row, say))
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
                <details>
                  <summary className="link cursor-pointer">{listed(terms, locale)}</summary>
                  <OfferSheet
                    class={met.product.class}
                    offer={withFigures(offer)}
                    marks={changesOf(offer)}
                  />
                </details>
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
                    <Dialog
                      opener={t('offers.withdraw')}
                      tone="plain"
                      size="small"
                      title={t('offers.withdrawOne', { code: offer.code })}
                    >
                      <p>
                        {t('offers.withdrawText', {
                          amount: money(offer.amountFen, locale),
                          approved: offer.state === 'approved' ? 'yes' : 'no',
                        })}
                      </p>
                      <Form
                        action={takeBack.bind(null, met.id, offer.id)}
                        className="mt-4 flex flex-wrap gap-2"
                      >
                        <SubmitButton tone="danger-strong">{t('offers.withdraw')}</SubmitButton>
                        <DialogCancel>{t('offers.keep')}</DialogCancel>
                      </Form>
                    </Dialog>
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

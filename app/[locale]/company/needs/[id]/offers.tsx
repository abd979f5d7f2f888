import clsx from 'clsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { allInCost, changeBp } from '@/components/format/figures'
import { markedNames, Marks, rowName, rowValue, type OfferSay } from '@/components/offer-sheet'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { Notice } from '@/components/ui/notice'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Written } from '@/components/ui/written'
import type { CompanyActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import type { OfferOnNeed } from '@/domain/introduction/queries'
import { cheapestTwo } from '@/domain/offer/offer-figures'
import { changedRows, sheetOf } from '@/domain/offer/offer-sheet'
import { classTerms, type FinancingClass, type Price } from '@/domain/product/classes'
import { markedOffer, type AskedNeed, type MarkedOffer } from './marked-offer'
import { OfferActs } from './offer-acts'
import { OfferCharts } from './offer-charts'

const prices: readonly Price[] = ['rate', 'fee', 'premium', 'share']

/** Offers side by side, those of one kind together: the sheet of all terms, what changed marked, all-in first. */
export async function Offers({
  offers,
  need,
  context,
}: {
  offers: OfferOnNeed[]
  need: AskedNeed
  context: Context<CompanyActor>
}) {
  const [t, offer, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('offer'),
    getTranslations('domain'),
    getLocale(),
  ])
  const say = { offer, domain, locale }
  const marked = offers.map((one) => markedOffer(one, need, say))
  return prices.map((price) => {
    const own = marked.filter(({ product }) => classTerms[product.class].price === price)
    const [first] = own
    if (!first) return null
    const two = price === 'rate' ? cheapestTwo(own) : null
    const id = price === 'rate' || own.length === marked.length ? 'offers' : `offers-${price}`
    return (
      <Card key={price} id={id} labelledBy={`${id}-title`}>
        <CardHead
          id={`${id}-title`}
          title={titleOf(own, two)}
          note={price === 'rate' && t('offers.method')}
        />
        {own.map(({ offer: made, before, financierName, product, marks }) => {
          // A later day alone is marked in its row, and worth no notice.
          const changed = (before ? changedRows(product.class, made, before) : []).filter(
            (row) => row !== 'validUntil',
          )
          const ofChanged = Object.fromEntries(changed.map((row) => [row, marks[row]]))
          return (
            before &&
            changed.length > 0 && (
              <CardBody key={made.id}>
                <Notice
                  tone="warn"
                  title={offer('changedTitle', {
                    financier: financierName,
                    rows: markedNames(product.class, ofChanged, say),
                  })}
                >
                  {offer('changedNote', { day: fullDay(dayOf(before.createdAt), locale) })}
                </Notice>
              </CardBody>
            )
          )
        })}
        <div
          className={clsx(
            'grid grid-cols-[minmax(0,1fr)]',
            two && 'lg:grid-cols-[minmax(0,1fr)_400px]',
          )}
        >
          <div className="min-w-0">
            <Sheets class={first.product.class} offers={own} say={say} />
          </div>
          {two && (
            <div className="border-line max-lg:border-t lg:border-l">
              <CardBody>
                <OfferCharts two={two} maxCostBp={need.maxCostBp} />
              </CardBody>
            </div>
          )}
        </div>
        <CardFoot>
          <p>{t('offers.choose')}</p>
          <div className="flex flex-wrap items-start gap-2 max-sm:w-full max-sm:*:w-full max-sm:[&_button]:w-full">
            {own.map((one) => (
              <OfferActs key={one.offer.id} one={one} need={need} context={context} />
            ))}
          </div>
        </CardFoot>
      </Card>
    )
  })

  function titleOf(own: MarkedOffer[], two: [MarkedOffer, MarkedOffer] | null): string {
    const [best] = own
    if (two) {
      const [cheap, dear] = two
      const [rates, costs] = [
        (dear.offer.rateBp ?? 0) - (cheap.offer.rateBp ?? 0),
        (dear.offer.allInBp ?? 0) - (cheap.offer.allInBp ?? 0),
      ]
      return t(rates < 0 ? 'offers.reversed' : 'offers.cheaper', {
        first: cheap.financierName,
        second: dear.financierName,
        rate: changeBp(Math.abs(rates)).replace('+', ''),
        allIn: changeBp(costs).replace('+', ''),
      })
    }
    return best && best.offer.allInBp !== null
      ? t('offers.one', {
          financier: best.financierName,
          rate: allInCost(best.offer.allInBp, locale),
        })
      : t('offers.ofClass', {
          class: best ? domain(`class.${best.product.class}`) : '',
          count: own.length,
        })
  }
}

function Sheets({
  class: name,
  offers,
  say,
}: {
  class: FinancingClass
  offers: MarkedOffer[]
  say: OfferSay
}) {
  const { offer: t, domain } = say
  return (
    <Table
      caption={t('all')}
      phone="scroll"
      head={
        <>
          <Head>
            <span className="sr-only">{t('row')}</span>
          </Head>
          {offers.map(({ offer, financierName, product }) => (
            <Head key={offer.id} num>
              <span className="block text-body font-semibold text-ink">
                <Written>{financierName}</Written>
              </span>
              <span className="block font-normal">
                <Written>{product.name}</Written>
              </span>
              <Tag
                tone={
                  offer.state === 'accepted'
                    ? 'pass'
                    : offer.state === 'approved'
                      ? 'jade'
                      : 'neutral'
                }
              >
                {domain(`offerState.${offer.state}`)}
              </Tag>
            </Head>
          ))}
        </>
      }
    >
      {sheetOf(name).map((row, place) => (
        <Row key={row}>
          <Cell head>
            <span className="font-normal text-ink-2">{rowName(name, row, say)}</span>
          </Cell>
          {offers.map(({ offer, sheet, product, marks }, index) => (
            <Cell key={offer.id} num>
              <span
                className={clsx(
                  place === 0 && 'text-figure',
                  place === 0 && index === 0 && row === 'allIn' && 'text-jade',
                )}
              >
                <Dated>{rowValue(product.class, sheet, row, say)}</Dated>
              </span>
              <Marks marks={marks[row]} />
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  )
}

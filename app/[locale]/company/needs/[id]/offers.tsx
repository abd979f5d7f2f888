import clsx from 'clsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { nearDay } from '@/components/format/dates'
import { allInCost, changeBp, counted, rate } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import type { CompanyActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import type { OfferOnNeed } from '@/domain/introduction/queries'
import type { OwnNeed } from '@/domain/need/queries'
import { cheapestTwo, figuresOf } from '@/domain/offer/offer-figures'
import { OfferActs } from './offer-acts'
import { OfferCharts } from './offer-charts'

/** Offers side by side: the finding as title, all-in first, and what explains the difference. */
export async function Offers({
  offers,
  need,
  context,
}: {
  offers: OfferOnNeed[]
  need: Pick<OwnNeed, 'id' | 'version' | 'maxCostBp'>
  context: Context<CompanyActor>
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const today = dayOf(context.now)
  const figures = offers.map((one) => ({ ...one, ...figuresOf(one.offer) }))
  const two = cheapestTwo(offers)
  const money0 = (fen: number) => (fen === 0 ? t('offers.noFee') : money(fen, locale))
  const lines: [string, (one: (typeof figures)[number]) => React.ReactNode][] = [
    [
      t('offers.nominal'),
      ({ offer }) => (offer.rateBp === null ? t('offers.byAgreement') : rate(offer.rateBp)),
    ],
    [t('offers.upfront'), ({ offer }) => money0(offer.upfrontFeeFen)],
    [
      t('offers.yearly'),
      ({ offer }) => (offer.yearlyFeeBp === 0 ? t('offers.noFee') : rate(offer.yearlyFeeBp)),
    ],
    [t('offers.repayment'), ({ offer }) => domain(`repayment.${offer.repayment}`)],
    [
      t('offers.term'),
      ({ offer }) =>
        `${money(offer.amountFen, locale)} · ${offer.tenorMonths === null ? t('offers.noTenor') : counted(offer.tenorMonths, 'month', locale)}`,
    ],
    [
      t('offers.average'),
      ({ average }) => (average === null ? t('offers.notKnown') : money(average, locale)),
    ],
    [t('offers.paid'), ({ paid }) => (paid === null ? t('offers.notKnown') : money(paid, locale))],
    [t('offers.valid'), ({ offer }) => nearDay(offer.validUntil, today, locale)],
    [
      t('offers.state'),
      ({ offer }) => (
        <Tag
          tone={
            offer.state === 'accepted' ? 'pass' : offer.state === 'approved' ? 'jade' : 'neutral'
          }
        >
          {domain(`offerState.${offer.state}`)}
        </Tag>
      ),
    ],
  ]
  const [best] = figures
  const title = two
    ? t(
        (two[1].offer.rateBp ?? 0) < (two[0].offer.rateBp ?? 0)
          ? 'offers.reversed'
          : 'offers.cheaper',
        {
          first: two[0].financierName,
          second: two[1].financierName,
          rate: changeBp(Math.abs((two[1].offer.rateBp ?? 0) - (two[0].offer.rateBp ?? 0))).replace(
            '+',
            '',
          ),
          allIn: changeBp((two[1].offer.allInBp ?? 0) - (two[0].offer.allInBp ?? 0)).replace(
            '+',
            '',
          ),
        },
      )
    : best && best.allIn !== null
      ? t('offers.one', { financier: best.financierName, rate: allInCost(best.allIn, locale) })
      : t('offers.plain')
  return (
    <Card id="offers" labelledBy="offers-title">
      <CardHead id="offers-title" title={title} note={t('offers.method')} />
      <div
        className={clsx(
          'grid grid-cols-[minmax(0,1fr)]',
          two && 'lg:grid-cols-[minmax(0,1fr)_400px]',
        )}
      >
        <div className="min-w-0">
          <Table
            caption={t('offers.caption')}
            phone="scroll"
            head={
              <>
                <Head>
                  <span className="sr-only">{t('offers.line')}</span>
                </Head>
                {figures.map(({ offer, financierName, productName }) => (
                  <Head key={offer.id} num>
                    <span className="block text-body font-semibold text-ink">{financierName}</span>
                    <span className="font-normal">{productName}</span>
                  </Head>
                ))}
              </>
            }
          >
            <Row>
              <Cell head>{t('offers.allIn')}</Cell>
              {figures.map(({ offer, allIn }) => (
                <Cell key={offer.id} num>
                  <span className={`text-figure ${offer === best?.offer ? 'text-jade' : ''}`}>
                    {allIn === null ? t('offers.notKnown') : allInCost(allIn, locale)}
                  </span>
                </Cell>
              ))}
            </Row>
            {lines.map(([name, cell]) => (
              <Row key={name}>
                <Cell head>
                  <span className="font-normal text-ink-2">{name}</span>
                </Cell>
                {figures.map((one) => (
                  <Cell key={one.offer.id} num>
                    {cell(one)}
                  </Cell>
                ))}
              </Row>
            ))}
          </Table>
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
          {figures.map((one) => (
            <OfferActs key={one.offer.id} one={one} need={need} context={context} />
          ))}
        </div>
      </CardFoot>
    </Card>
  )
}

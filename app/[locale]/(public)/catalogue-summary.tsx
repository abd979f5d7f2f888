import { useLocale, useTranslations } from 'next-intl'
import { BarCell } from '@/components/charts/bars'
import { clock } from '@/components/format/dates'
import { count, rate } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { PhoneRow } from '@/components/phone-row'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import type { FinancingClass } from '@/domain/product/classes'
import { DAYS } from '@/domain/clock/clock'

interface ClassSummary {
  class: FinancingClass
  products: number
  amountMinFen: number
  amountMaxFen: number
  medianRateBp: number | null
}

/** What is on offer, by class: how much of it, for which amounts, at what lowest price, and how it is counted. */
export function CatalogueSummary({
  classes,
  live,
  asOf,
}: {
  classes: ClassSummary[]
  live: { products: number; financiers: number }
  asOf: Date
}) {
  const [t, domain, locale] = [useTranslations('public'), useTranslations('domain'), useLocale()]
  const most = Math.max(0, ...classes.map(({ products }) => products))
  const heads = {
    class: t('offer.class'),
    hint: t('offer.hint'),
    products: t('offer.products'),
    amount: moneyHead(t('offer.amount'), locale),
    price: t('offer.price'),
    counted: t('offer.counted'),
  }
  const amounts = (one: ClassSummary) =>
    `${moneyFigure(one.amountMinFen, locale)}–${moneyFigure(one.amountMaxFen, locale)}`
  const price = (one: ClassSummary) => {
    if (one.class === 'equity') return t('offer.negotiated')
    if (one.medianRateBp === null) return t('offer.few')
    return one.class === 'guarantee' || one.class === 'insurance'
      ? t('offer.fee', { rate: rate(one.medianRateBp) })
      : rate(one.medianRateBp)
  }
  if (live.products === 0)
    return (
      <Card>
        <CardHead title={t('offer.none')} note={t('offer.noneNote')} />
        <CardBody>{null}</CardBody>
      </Card>
    )
  return (
    <Card labelledBy="offer">
      <CardHead
        id="offer"
        title={t('offer.title', { products: live.products, classes: classes.length })}
        note={t('offer.note', { financiers: live.financiers, days: DAYS.reconfirm })}
      />
      <Table
        caption={t('offer.title', { products: live.products, classes: classes.length })}
        head={
          <>
            <Head>{heads.class}</Head>
            <Head>{heads.hint}</Head>
            <Head num>{heads.products}</Head>
            <Head num>{heads.amount}</Head>
            <Head num>{heads.price}</Head>
            <Head>
              <span className="block pl-6">{heads.counted}</span>
            </Head>
          </>
        }
      >
        {classes.map((one) => (
          <Row key={one.class}>
            <Cell head>
              <PhoneRow
                name={
                  <b>
                    <QuietLink href={`/products?class=${one.class}`}>
                      {domain(`class.${one.class}`)}
                    </QuietLink>
                  </b>
                }
                figure={
                  <BarCell value={one.products} most={most}>
                    {count(one.products)}
                  </BarCell>
                }
                below={t('offer.below', { amount: amounts(one) })}
                belowEnd={price(one)}
              />
            </Cell>
            <Cell deskOnly>
              <span className="text-ink-2">{domain(`classHint.${one.class}`)}</span>
            </Cell>
            <Cell num deskOnly>
              <div className="ml-auto w-40">
                <BarCell value={one.products} most={most}>
                  {count(one.products)}
                </BarCell>
              </div>
            </Cell>
            <Cell num deskOnly>
              <span className="num whitespace-nowrap">{amounts(one)}</span>
            </Cell>
            <Cell num deskOnly>
              <span className="whitespace-nowrap">{price(one)}</span>
            </Cell>
            <Cell deskOnly>
              <span className="block pl-6 text-ink-2">{t(`countedWhen.${one.class}`)}</span>
            </Cell>
          </Row>
        ))}
      </Table>
      <CardBody line>
        <p className="max-w-none text-small text-ink-2">
          <Dated>{t('offer.foot', { asOf: clock(asOf, locale) })}</Dated>
        </p>
      </CardBody>
    </Card>
  )
}

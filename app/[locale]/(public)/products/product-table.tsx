import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { PhoneRow } from '@/components/phone-row'
import { useProductWords } from '@/components/product-words'
import { Card, CardFoot, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink, TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import type { FinancierKind } from '@/domain/organisation/organisation'
import type { FinancingClass } from '@/domain/product/classes'
import type { ProductTerms } from '@/domain/product/product'

export interface LiveProduct {
  product: ProductTerms & {
    id: string
    name: string
    answerDays: number | null
    decisionDays: number | null
    reconfirmedAt: Date | null
  }
  financierName: string
  financierKind: FinancierKind | null
}

/** The products of one class, cheapest first. */
export function ProductTable({
  class: own,
  products,
  count,
  moreHref,
}: {
  class: FinancingClass
  products: LiveProduct[]
  count: number
  moreHref?: string
}) {
  const [t, domain, locale] = [useTranslations('catalogue'), useTranslations('domain'), useLocale()]
  const words = useProductWords()
  const name = domain(`class.${own}`)
  const id = `class-${own}`
  return (
    <Card labelledBy={id}>
      <CardHead id={id} title={t('ofClass', { name, count })} note={domain(`classHint.${own}`)} />
      <Table
        caption={t('ofClass', { name, count })}
        head={
          <>
            <Head>{t('product')}</Head>
            <Head num>{t('amount')}</Head>
            <Head num>{t('tenor')}</Head>
            <Head num>
              {t(own === 'guarantee' ? 'guaranteeFee' : own === 'insurance' ? 'premium' : 'price')}
            </Head>
            <Head>{t('promised')}</Head>
            <Head num>{t('reconfirmed')}</Head>
          </>
        }
      >
        {products.map(({ product, financierName }) => {
          const say = words(product)
          const promised = [
            say.answer && t('answerIn', { days: say.answer }),
            say.decision && t('decisionIn', { days: say.decision }),
          ].filter(Boolean)
          return (
            <Row key={product.id}>
              <Cell head>
                <PhoneRow
                  name={
                    <>
                      <b>
                        <QuietLink href={`/products/${product.id}`}>
                          <Written>{product.name}</Written>
                        </QuietLink>
                      </b>
                      <span className="block text-small font-normal text-ink-2">
                        <Written>{financierName}</Written>
                      </span>
                    </>
                  }
                  figure={<span className="num whitespace-nowrap">{say.allIn ?? say.price}</span>}
                  below={`${say.amount} · ${say.tenor}`}
                />
              </Cell>
              <Cell num deskOnly>
                <span className="num whitespace-nowrap">{say.amount}</span>
              </Cell>
              <Cell num deskOnly>
                <span className="num whitespace-nowrap">{say.tenor}</span>
              </Cell>
              <Cell num deskOnly>
                <span className="num whitespace-nowrap">{say.allIn ?? say.price}</span>
                {say.allIn !== null && (
                  <span className="num block text-small whitespace-nowrap text-ink-2">
                    {t('nominal', { rate: say.price })}
                  </span>
                )}
              </Cell>
              <Cell deskOnly>
                <span className="text-ink-2">{promised.join(t('and')) || t('notPromised')}</span>
              </Cell>
              <Cell num deskOnly>
                <span className="text-small whitespace-nowrap text-ink-2">
                  {product.reconfirmedAt ? fullDay(dayOf(product.reconfirmedAt), locale) : ''}
                </span>
              </Cell>
            </Row>
          )
        })}
      </Table>
      {moreHref && (
        <CardFoot>
          <TextLink href={moreHref}>{t('more', { name, count })}</TextLink>
        </CardFoot>
      )}
    </Card>
  )
}

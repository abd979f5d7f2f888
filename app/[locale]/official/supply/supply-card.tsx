import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/app/address'
import { PartsBar } from '@/components/charts/bars'
import { count, share } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { Card, CardFoot, CardHead } from '@/components/ui/card'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import type { SupplyCut, SupplyLine } from '@/domain/gap/supply'
import { lineName } from './supply-words'

/** One cut of what is asked for, with what nothing is offered to hatched, and how many products there are. */
export async function SupplyCard({
  cut,
  lines,
  productsOf,
  total,
}: {
  cut: SupplyCut
  lines: readonly SupplyLine[]
  /** How many products on offer reach a row; null where products are of no row. */
  productsOf: ((key: string) => number) | null
  total: number
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('supply'),
    getTranslations('domain'),
    getLocale(),
  ])
  const named = (key: string, inSentence = false) =>
    lineName(cut, key, t, domain, locale, inSentence)
  const shown = cut === 'amount' ? lines : lines.filter(({ asked }) => asked > 0)
  const rows = cut === 'amount' ? shown : shown.toSorted((a, b) => b.asked - a.asked)
  const worst = lines.toSorted((a, b) => b.unmet - a.unmet || a.asked - b.asked)[0]
  const most = Math.max(1, ...lines.map(({ asked }) => asked))
  const heading = amountHead(cut, t(`by.${cut}`), locale)
  const opening = (value: number, key: string, of: 'asked' | 'unmet') =>
    value > 0 ? (
      <QuietLink href={addressOf('/official/supply/needs', {}, { by: cut, key, of })}>
        {count(value)}
      </QuietLink>
    ) : (
      count(value)
    )
  return (
    <Card labelledBy={cut}>
      <CardHead
        id={cut}
        title={
          worst && worst.unmet > 0
            ? t(`finding.${cut}`, {
                name: named(worst.key, true),
                asked: worst.asked,
                unmet: worst.unmet,
              })
            : t('noneUnmet')
        }
        note={t(`note.${cut}`)}
      />
      <Table
        caption={t(`by.${cut}`)}
        phone="scroll"
        head={
          <>
            <Head>{heading}</Head>
            <Head>{t('bar')}</Head>
            <Head num>{t('asked')}</Head>
            <Head num>{moneyHead(t('fen'), locale)}</Head>
            <Head num>{t('unmet')}</Head>
            {productsOf && <Head num>{t('products')}</Head>}
          </>
        }
      >
        {rows.map((line) => (
          <Row key={line.key}>
            <Cell head>
              <span className="inline-block min-w-24 whitespace-normal">{named(line.key)}</span>
            </Cell>
            <Cell>
              <PartsBar
                most={most}
                parts={[
                  { id: 'met', value: line.asked - line.unmet, tone: 'jade' },
                  { id: 'unmet', value: line.unmet, tone: 'hatched' },
                ]}
              />
            </Cell>
            <Cell num>{opening(line.asked, line.key, 'asked')}</Cell>
            <Cell num>{moneyFigure(line.askedFen, locale)}</Cell>
            <Cell num note={line.unmet > 0 ? share(line.unmet, line.asked) : undefined}>
              {opening(line.unmet, line.key, 'unmet')}
            </Cell>
            {productsOf && <Cell num>{count(productsOf(line.key))}</Cell>}
          </Row>
        ))}
      </Table>
      <CardFoot>
        <p>{t(`foot.${cut}`, { total })}</p>
      </CardFoot>
    </Card>
  )
}

const amountHead = (cut: SupplyCut, words: string, locale: Parameters<typeof moneyHead>[1]) =>
  cut === 'amount' ? moneyHead(words, locale) : words

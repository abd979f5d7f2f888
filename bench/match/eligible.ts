/** Need → all eligible products, beside engines that are made for rules and a loop that is made for nothing. */
import { judge } from '@/domain/match/judge'
import { encodeProducts } from '@/domain/match/masks'
import { noRecord, type JudgedNeed } from '@/domain/match/match'
import { scanProducts } from '@/domain/match/scan'
import type { ProductTerms } from '@/domain/product/product'
import type { Row } from '../row'
import { needAt, productAt, TODAY } from './draw'
import { ask, demandSame, p50, rowOf, type Measured } from './measure'
import { documentOf, mingoQueries, naiveLoop, rulesEngine } from './peers'

const MOST_US = 100

interface Peer {
  variant: string
  reach: number
  /** How many of the needs it is asked: the slow ones fewer. */
  asked: number
  answer: (need: JudgedNeed) => number[] | Promise<number[]>
}

function peersOf(products: readonly ProductTerms[], small: boolean): Peer[] {
  const [naive, mingo, engine] = [
    naiveLoop(products),
    mingoQueries(products),
    rulesEngine(products),
  ]
  return [
    {
      variant: 'json-rules-engine',
      reach: 10_000,
      asked: small ? 20 : 5,
      answer: (need) => engine(documentOf(need)),
    },
    {
      variant: 'mingo',
      reach: 500,
      asked: small ? 20 : 100,
      answer: (need) => mingo(documentOf(need)),
    },
    {
      variant: 'naive loop',
      reach: 100,
      asked: small ? 200 : 500,
      answer: (need) => naive(documentOf(need)),
    },
    {
      variant: 'the judge itself',
      reach: 100,
      asked: small ? 20 : 20,
      answer: (need) =>
        products.flatMap((terms, place) =>
          judge(need, terms, TODAY, noRecord).eligible ? [place] : [],
        ),
    },
  ]
}

export async function benchEligible(
  count: { needs: number; products: number },
  small: boolean,
): Promise<Row[]> {
  const products = Array.from({ length: count.products }, (_, place) => productAt(place))
  const questions = small ? 200 : 2_000
  const step = Math.floor(count.needs / questions)
  const needs = Array.from({ length: questions }, (_, place) => needAt(place * step))
  const work = `need → all eligible of ${count.products.toLocaleString('en')} products`
  const since = performance.now()
  const masks = encodeProducts(products)
  console.log(`  · encoded in ${(performance.now() - since).toFixed(0)} ms, once a change`)
  const ours = await ask(needs, (need) => scanProducts(masks, need, TODAY), questions)
  for (const answer of ours.answers) answer.sort((a, b) => a - b)
  const found = ours.answers.map((answer) => answer.length).toSorted((a, b) => a - b)
  console.log(
    `  · eligible: median ${found[Math.floor(found.length / 2)]}, most ${found.at(-1)}; asked ${questions} needs`,
  )
  const us = p50(ours) * 1_000
  const line = (variant: string, ratio: number, reach: number, measured: Measured<unknown>) =>
    rowOf({ work, variant, unit: 'us', ratio, reach }, measured, 1_000, 'above')
  const rows = [line(`masks, at most ${MOST_US} us`, MOST_US / us, 1, ours)]
  for (const { variant, reach, asked, answer } of peersOf(products, small)) {
    const measured = await ask(needs.slice(0, asked), answer)
    demandSame(work, variant, measured.answers, ours.answers)
    const name = `${variant} (${asked} needs asked)`
    rows.push(line(name, p50(measured) / p50(ours), reach, measured))
  }
  return rows
}

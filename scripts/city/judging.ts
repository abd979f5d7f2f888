import { addMonths, dayOf } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import { holdsAmount, judge } from '@/domain/match/judge'
import { noRecord, type JudgedNeed, type TrackRecord } from '@/domain/match/match'
import { termsOf } from '@/domain/need/need'
import { isFinancing } from '@/domain/product/classes'
import { median } from '@/domain/totals/percentile'
import type { Rows } from './rows'
import type { World } from './world'

const MONTHS = 24
const ANSWERS_LEAST = 5

type Need = Rows['need'][number]
type Product = Rows['product'][number]
type Answers = Pick<TrackRecord, 'asked' | 'answered' | 'medianAnswerHours'>
type Asked = Record<'answeredAt' | 'endedAt', Date | null> & { createdAt: Date }

/** As PostgreSQL casts a double to an integer: halves go to the even one. */
function toInteger(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

/** How financiers answer, as domain/match/record.ts reads it from the tables, from the drawn rows and at any moment. */
export class DrawnAnswers {
  private readonly asked = new Map<string, Asked[]>()

  constructor(rows: Rows) {
    for (const { financierId, origin, createdAt, answeredAt, endedAt } of rows.introduction) {
      if (origin === 'claimed') continue
      const list = this.asked.get(financierId) ?? []
      this.asked.set(financierId, list)
      list.push({ createdAt, answeredAt: answeredAt ?? null, endedAt: endedAt ?? null })
    }
  }

  at(moment: Date, financierId: string): Answers {
    const since = new Date(Date.parse(addMonths(dayOf(moment), -MONTHS)))
    const recent = (this.asked.get(financierId) ?? []).filter(
      ({ createdAt }) => createdAt >= since && createdAt <= moment,
    )
    const waited = ({ createdAt, endedAt }: Asked) =>
      Math.min(Number(endedAt ?? moment), Number(moment)) - Number(createdAt)
    const hours: number[] = []
    let unanswered = 0
    for (const one of recent) {
      const { createdAt, answeredAt } = one
      if (answeredAt !== null && answeredAt <= moment)
        hours.push((Number(answeredAt) - Number(createdAt)) / 3_600_000)
      else if (waited(one) > DAYS.unanswered * 86_400_000) unanswered += 1
    }
    return {
      asked: hours.length + unanswered,
      answered: hours.length,
      medianAnswerHours: hours.length >= ANSWERS_LEAST ? toInteger(median(hours)) : null,
    }
  }
}

/** Judges every introduction as it began, and every published need against the products on offer. */
export function addJudgements(world: World): void {
  const { rows } = world
  const random = world.random.fork('matches')
  const answers = new DrawnAnswers(rows)
  // What the ledger tells is learned once the city stands, as in every night.
  const recordAt = (at: Date, financierId: string) => ({
    ...noRecord,
    ...answers.at(at, financierId),
  })
  const needs = new Map(rows.need.map((row) => [row.id, row]))
  const products = new Map(rows.product.map((row) => [row.id, row]))
  const accepted = acceptances(rows)
  for (const row of rows.introduction) {
    const need = needs.get(row.needId)
    const product = products.get(row.productId)
    if (!need?.facts || !product) throw new Error('an introduction without its need')
    const openFen = openFenAt(need, row.createdAt)
    const judgement = judge(
      { terms: termsOf(need), facts: need.facts, openFen },
      product,
      dayOf(row.createdAt),
      recordAt(row.createdAt, row.financierId),
    )
    if (!judgement.eligible) throw new Error(`introduction ${row.code} began on no match`)
    row.fit = judgement.fit
    row.rows = judgement.rows
  }
  const live = rows.product.filter(({ state }) => state === 'live')
  for (const need of rows.need) {
    const { facts, publishedAt } = need
    if (!facts || !publishedAt) continue
    const isOpen = (at: Date) => at >= publishedAt && (!need.endedAt || at < need.endedAt)
    for (const product of live) {
      if (!need.classes?.includes(product.class)) continue
      const offeredAt = product.publishedAt
      if (!offeredAt) continue
      const firstAt = offeredAt > publishedAt ? offeredAt : publishedAt
      const moments = [
        firstAt,
        ...(product.reconfirmedAt && openFenAt(need, product.reconfirmedAt) > 0
          ? [product.reconfirmedAt]
          : []),
        ...accepted.momentsOf(need.id),
      ].filter((at) => at >= firstAt && isOpen(at))
      const row = judgeOverTime(
        need,
        product,
        moments.toSorted((a, b) => Number(a) - Number(b)),
      )
      if (row) rows.match.push({ id: random.id(row.firstJudgedAt), ...row })
    }
  }

  function openFenAt(need: Need, at: Date): number {
    return (need.amountFen ?? 0) - accepted.fenBy(need.id, at)
  }

  /** As the judge's jobs leave it: what fits is replaced, what no longer does is only marked. */
  function judgeOverTime(need: Need, product: Product, moments: readonly Date[]) {
    let row = null as Omit<Rows['match'][number], 'id'> | null
    const { facts } = need
    if (!facts) return null
    for (const at of moments) {
      const subject: JudgedNeed = { terms: termsOf(need), facts, openFen: openFenAt(need, at) }
      // What a record says never decides, and it takes long to sum up.
      const fits =
        holdsAmount(product, subject.terms, subject.openFen) &&
        judge(subject, product, dayOf(at), noRecord).eligible
      if (!fits) {
        if (row) row = { ...row, eligible: false, judgedAt: at }
        continue
      }
      const record = recordAt(at, product.financierId)
      row = {
        ...judge(subject, product, dayOf(at), record),
        record,
        needId: need.id,
        productId: product.id,
        financierId: product.financierId,
        needVersion: need.version ?? 1,
        productVersion: product.version ?? 1,
        judgedAt: at,
        firstJudgedAt: row?.firstJudgedAt ?? at,
        passedAt: null,
        passCode: null,
      }
    }
    return row
  }
}

/** What was accepted of each need, and when: it is judged again then. */
function acceptances(rows: Rows) {
  const grants = new Map<string, { at: Date; fen: number }[]>()
  const classOf = new Map(rows.product.map(({ id, class: name }) => [id, name]))
  const productOf = new Map(rows.introduction.map(({ id, productId }) => [id, productId]))
  for (const { needId, introductionId, acceptedAt, amountFen } of rows.offer) {
    const name = classOf.get(productOf.get(introductionId) ?? '')
    if (!acceptedAt || !name || !isFinancing(name)) continue
    grants.set(needId, [...(grants.get(needId) ?? []), { at: acceptedAt, fen: amountFen }])
  }
  return {
    momentsOf: (needId: string) => (grants.get(needId) ?? []).map(({ at }) => at),
    fenBy: (needId: string, by: Date) =>
      (grants.get(needId) ?? []).reduce((sum, { at, fen }) => sum + (at <= by ? fen : 0), 0),
  }
}

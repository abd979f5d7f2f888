import { addMonths, dayOf, type Day } from '@/domain/calendar/calendar'
import type { Chain } from '@/domain/chain/chain'
import { holdsAmount, judge } from '@/domain/match/judge'
import { noRecord, type JudgedNeed, type TrackRecord } from '@/domain/match/match'
import { isFinancing, type FinancingClass } from '@/domain/product/classes'
import { countedStates } from '@/domain/service/service'
import { termsOf } from '@/domain/need/terms'
import type { Rows } from './rows'
import type { World } from './world'

const MONTHS = 24
const ANSWERS_LEAST = 5
const counted: readonly string[] = countedStates

type Need = Rows['need'][number]
type Product = Rows['product'][number]
type Drawing = { on: Day; at: Date; companyId: string; class: FinancingClass; chains: Chain[] }
/** By class and chain. */
type RecordThen = { served: number; similar: Map<string, Set<string>>; hours: number | null }
type Answer = { createdAt: Date; answeredAt: Date; hours: number }

/** As PostgreSQL casts a double to an integer: halves go to the even one. */
function toInteger(value: number): number {
  const floor = Math.floor(value)
  if (value - floor !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}

function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2
  const low = sorted[Math.floor(middle)] ?? 0
  const high = sorted[Math.ceil(middle)] ?? low
  return low + (high - low) * (middle - Math.floor(middle))
}

/** The records that domain/match/record.ts reads from the tables, from the drawn rows and as they stood at any moment. */
export class DrawnRecords {
  private readonly drawings = new Map<string, Drawing[]>()
  private readonly answers = new Map<string, Answer[]>()
  private readonly kept = new Map<string, RecordThen>()

  constructor(rows: Rows) {
    for (const row of rows.service) {
      if (row.rung !== 6 || !counted.includes(row.state)) continue
      const list = this.drawings.get(row.financierId) ?? []
      this.drawings.set(row.financierId, list)
      list.push({
        on: row.happenedOn,
        at: row.recordedAt,
        companyId: row.companyId,
        class: row.class,
        chains: row.chains ?? [],
      })
    }
    const published = new Map(rows.need.map((row) => [row.id, row.publishedAt]))
    for (const row of rows.introduction) {
      const answeredAt = row.answeredAt ?? row.requestedAt
      if (!answeredAt) continue
      const asked = Math.max(Number(row.createdAt), Number(published.get(row.needId) ?? 0))
      const list = this.answers.get(row.financierId) ?? []
      this.answers.set(row.financierId, list)
      list.push({
        createdAt: row.createdAt,
        answeredAt,
        hours: (Number(answeredAt) - asked) / 3_600_000,
      })
    }
  }

  at(
    moment: Date,
    financierId: string,
    name: FinancingClass,
    chains: readonly Chain[],
  ): TrackRecord {
    const key = `${financierId} ${moment.getTime()}`
    const { served, similar, hours } = this.kept.get(key) ?? this.sumUp(key, moment, financierId)
    return {
      served,
      similar: Math.max(0, ...chains.map((one) => similar.get(`${name} ${one}`)?.size ?? 0)),
      medianAnswerHours: hours,
    }
  }

  private sumUp(key: string, moment: Date, financierId: string): RecordThen {
    const since = addMonths(dayOf(moment), -MONTHS)
    const served = new Set<string>()
    const similar = new Map<string, Set<string>>()
    for (const one of this.drawings.get(financierId) ?? []) {
      if (one.on < since || one.at > moment) continue
      served.add(one.companyId)
      for (const chain of one.chains) {
        const pair = `${one.class} ${chain}`
        similar.set(pair, (similar.get(pair) ?? new Set()).add(one.companyId))
      }
    }
    const sinceMoment = new Date(Date.parse(since))
    const hours = (this.answers.get(financierId) ?? [])
      .filter(({ createdAt, answeredAt }) => createdAt >= sinceMoment && answeredAt <= moment)
      .map((one) => one.hours)
      .toSorted((a, b) => a - b)
    const then = {
      served: served.size,
      similar,
      hours: hours.length >= ANSWERS_LEAST ? toInteger(median(hours)) : null,
    }
    this.kept.set(key, then)
    return then
  }
}

/** Judges every introduction as it began, and every published need against the products on offer. */
export function addJudgements(world: World): void {
  const { rows } = world
  const random = world.random.fork('matches')
  const records = new DrawnRecords(rows)
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
      records.at(row.createdAt, row.financierId, product.class, need.facts.chains),
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
      const record = records.at(at, product.financierId, product.class, facts.chains)
      row = {
        ...judge(subject, product, dayOf(at), record),
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

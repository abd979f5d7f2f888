/** Who could finance a need, and which products it just misses: a scan and the rows it names, beside judging all on offer. */
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation, product } from '@/db/schema'
import type { CompanyActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { readCatalogue } from '@/domain/match/catalogue'
import { judge } from '@/domain/match/judge'
import { judgedNeed, noRecord } from '@/domain/match/match'
import { applyChanges, compareChanges } from '@/domain/match/near-miss'
import { listNearMisses, type NearMiss } from '@/domain/match/near-miss-queries'
import { previewNeed, type Preview } from '@/domain/match/preview'
import { termsOf } from '@/domain/need/need'
import { isOnOffer } from '@/domain/product/on-offer'
import { readFacts } from '@/domain/profile/queries'
import { nearMissByTrying, obstaclesByJudge } from '@/domain/testing/obstacles'
import type { Row } from '../row'
import { TODAY } from './draw'
import { completeNeed, NOW, type NeedRow } from './load-products'
import { ask, demandSame, p50, rowOf } from './measure'

/** Longer would be seen by whoever types. */
const MOST_MS = 100

function companyContext(db: Database, organisationId: string): Context<CompanyActor> {
  const names = { organisationName: '', personName: '' }
  const actor = { audience: 'company', memberId: organisationId, organisationId, ...names } as const
  return { db, now: NOW, actor: { ...actor, role: 'owner', organisationState: 'admitted' } }
}

const everyOffering = (db: Database) =>
  db
    .select({
      product,
      financierName: organisation.name,
      financierKind: organisation.financierKind,
    })
    .from(product)
    .innerJoin(organisation, eq(organisation.id, product.financierId))
    .where(isOnOffer())
    .orderBy(product.id)

async function previewByJudge(db: Database, row: NeedRow): Promise<Preview> {
  const facts = await readFacts(db, row.organisationId, TODAY)
  const need = { terms: termsOf(row), facts, openFen: row.amountFen ?? 0 }
  const offerings = await everyOffering(db)
  const fitting = offerings.flatMap((offering) => {
    const { eligible, rows } = judge(need, offering.product, TODAY, noRecord)
    const unknown = rows.filter(({ hard, verdict }) => hard && verdict === 'unknown')
    return eligible ? [{ ...offering, unknownRules: unknown.map(({ rule }) => rule) }] : []
  })
  const products = offerings.map((offering) => offering.product)
  return { fitting, obstacles: obstaclesByJudge(need, products, TODAY) }
}

async function nearMissesByJudge(db: Database, row: NeedRow): Promise<NearMiss[]> {
  const need = judgedNeed(row)
  return (await everyOffering(db))
    .flatMap((offering) => {
      const changes = nearMissByTrying(need, offering.product, TODAY)
      if (!changes) return []
      const after = applyChanges(need, TODAY, changes)
      const { fit } = judge(after.need, offering.product, after.today, noRecord)
      return [{ ...offering, changes, fit }]
    })
    .toSorted((a, b) => compareChanges(a.changes, b.changes, need) || b.fit - a.fit)
}

async function compare<Answer>(
  { work, reach }: { work: string; reach: number },
  needs: readonly NeedRow[],
  ours: (row: NeedRow) => Promise<Answer>,
  peer: { asked: number; answer: (row: NeedRow) => Promise<Answer> },
): Promise<Row[]> {
  const own = await ask(needs, ours, 5)
  const old = await ask(needs.slice(0, peer.asked), peer.answer)
  demandSame(work, 'every product judged', old.answers, own.answers)
  const line = { work, unit: 'ms' }
  const ratio = p50(old) / p50(own)
  return [
    rowOf(
      { ...line, variant: `masks, at most ${MOST_MS} ms`, ratio: MOST_MS / p50(own), reach: 1 },
      own,
      1,
      'above',
    ),
    rowOf(
      { ...line, variant: `every product judged (${peer.asked} needs asked)`, ratio, reach },
      old,
      1,
      'above',
    ),
  ]
}

export async function benchPreview(
  db: Database,
  count: { needs: number; products: number },
  small: boolean,
): Promise<Row[]> {
  const asked = small ? 10 : 100
  const step = Math.floor(count.needs / asked)
  const needs: NeedRow[] = []
  for (let place = 0; place < asked; place++) needs.push(await completeNeed(db, place * step))
  const since = performance.now()
  await readCatalogue(db)
  console.log(`  · read and encoded in ${(performance.now() - since).toFixed(0)} ms, once a change`)
  const among = `among ${count.products.toLocaleString('en')} products`
  const of = (row: NeedRow) => companyContext(db, row.organisationId)
  return [
    ...(await compare<Preview | null>(
      { work: `preview while typing, ${among}`, reach: 50 },
      needs,
      (row) => previewNeed(of(row), termsOf(row), null),
      { asked: small ? 10 : 5, answer: (row) => previewByJudge(db, row) },
    )),
    ...(await compare(
      { work: `near misses of a need, ${among}`, reach: 5 },
      needs,
      (row) => listNearMisses(of(row), row),
      { asked: small ? 10 : 20, answer: (row) => nearMissesByJudge(db, row) },
    )),
  ]
}

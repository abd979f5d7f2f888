import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { doubt, doubtRow, doubtThrough, ledgerCommit, service, serviceMark } from '@/db/schema'
import { whyNotClock } from '../actor'
import { transact, type Context } from '../context'
import { newId } from '../id'
import { findLastPosition } from '../ledger/positions'
import { ok, refused, type Result } from '../result'
import { search, type Found } from './searches'

/** Rows that came, or of which something was said, after a position; for this transaction alone. */
async function gatherFresh(tx: Database, after: number): Promise<void> {
  const commits = sql`select id from ${ledgerCommit} where position > ${after}`
  await tx.execute(sql`
    create temporary table fresh_service on commit drop as
    select id from ${service} where commit_id in (${commits})
    union
    select service_id from ${serviceMark} where commit_id in (${commits})`)
  await tx.execute(sql`create unique index on fresh_service (id)`)
  await tx.execute(sql`analyze fresh_service`)
}

/** A doubt that is open takes what joins it; one that was decided stays so, unless a row is there that it did not have. */
async function keep(tx: Database, { kind, key, serviceIds }: Found, now: Date): Promise<boolean> {
  const ids = sql`${sql.param(serviceIds)}::uuid[]`
  const { rows: known } = await tx.execute<{ id: string; state: string; has_all: boolean }>(sql`
    select id, state, (select count(*) from ${doubtRow} r where r.doubt_id = d.id and r.service_id = any(${ids})) = ${serviceIds.length} as has_all
    from ${doubt} d where kind = ${kind} and key = ${key}`)
  if (known.some(({ has_all }) => has_all)) return false
  const open = known.find(({ state }) => state === 'open')
  const id = open?.id ?? newId()
  if (!open) await tx.insert(doubt).values({ id, kind, key, state: 'open', foundAt: now })
  await tx.execute(
    sql`insert into ${doubtRow} (doubt_id, service_id) select ${id}, unnest(${ids}) on conflict do nothing`,
  )
  return !open
}

/**
 * Looks for what seems inflated among the rows that came since it last looked, and those beside them. Answers how many doubts are
 * new. Two at once do it one after the other.
 */
export async function findDoubts(context: Context): Promise<Result<number, 'wrong-audience'>> {
  const no = whyNotClock(context.actor)
  if (no) return refused(no)
  return transact<number, 'wrong-audience'>(context, async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    const [through] = await tx
      .insert(doubtThrough)
      .values({ position: 0 })
      .onConflictDoUpdate({ target: doubtThrough.one, set: { position: doubtThrough.position } })
      .returning()
    const { position } = await findLastPosition(tx)
    const after = through?.position ?? 0
    if (position <= after) return ok(0)
    await gatherFresh(tx, after)
    let fresh = 0
    for (const found of await search(tx)) if (await keep(tx, found, context.now)) fresh++
    await tx.execute(sql`drop table fresh_service`)
    await tx.update(doubtThrough).set({ position })
    return ok(fresh)
  })
}

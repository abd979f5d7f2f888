/**
 * What a seal stands on: a keyed hash of each entry and mark, and one root over them. Whoever changes a row behind the ledger's
 * back changes its hash, and is found by name; whoever has a public file has the root alone, which tells of no row.
 */
import { randomBytes } from 'node:crypto'
import { asc, sql, type SQL } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ledgerCommit, sealedRow, sealKey, service, serviceMark } from '@/db/schema'
import type { Period } from '../totals/totals'
import type { SealedKind } from './report'

const BLOCK = 64

/** The key of this database, made with the first seal. */
async function readKey(tx: Database): Promise<Buffer> {
  await tx
    .insert(sealKey)
    .values({ id: 1, key: randomBytes(32) })
    .onConflictDoNothing()
  const [found] = await tx.select().from(sealKey).orderBy(asc(sealKey.id)).limit(1)
  if (!found) throw new Error('there is no key to seal with')
  return found.key
}

/** For a city that is drawn: a key of its own, before the first seal. */
export async function giveKey(tx: Database, key: Buffer): Promise<void> {
  await tx.insert(sealKey).values({ id: 1, key })
}

/** HMAC-SHA256 of a text, in SQL. */
function hmac(key: Buffer, text: SQL): SQL {
  const padded = Buffer.concat([key, Buffer.alloc(BLOCK - key.length)])
  const pad = (value: number) => Buffer.from(padded.map((byte) => byte ^ value))
  return sql`sha256(${pad(0x5c)}::bytea || sha256(${pad(0x36)}::bytea || convert_to(${text}, 'UTF8')))`
}

const moment = (column: unknown) => sql`extract(epoch from ${column})`

/** All of an entry but its state, which its marks tell; written out, so that a new column changes no old hash. */
const entryText = sql`jsonb_build_array('entry', s.id, s.organisation_id, s.company_id, s.financier_id, s.financier_kind, s.rung,
  s.class, s.contract_no, s.contract_key, s.voucher, s.twin, s.happened_on::text, s.month, s.amount_fen, s.rate_bp, s.tenor_months,
  s.secures, s.first_loan, s.district, s.zone, s.chains, s.qualifications, s.white_listed, s.source, s.introduction_id, s.offer_id,
  s.corrects_id, ${moment(sql`s.recorded_at`)}, s.recorded_by_member_id, ${moment(sql`s.confirm_due_at`)}, c.position)::text`
const markText = sql`jsonb_build_array('mark', m.id, m.service_id, m.state, ${moment(sql`m.at`)}, m.member_id, m.words,
  m.right_amount_fen, c.position)::text`

/** Grants and drawings of a period: the entries that its figures are of. */
const isOf = ({ from, to }: Period) => sql`s.rung in (5, 6) and s.month between ${from} and ${to}`

/** The rows of a period that came by a position, each with its hash as it stands. */
function hashed(key: Buffer, period: Period, position: number): SQL {
  return sql`(
    select 'entry' as kind, s.id::text as row_id, s.id as service_id, s.month, c.position, ${hmac(key, entryText)} as hash
    from ${service} s join ${ledgerCommit} c on c.id = s.commit_id
    where ${isOf(period)} and c.position <= ${position}
    union all
    select 'mark', m.id::text, s.id, s.month, c.position, ${hmac(key, markText)}
    from ${service} s join ${serviceMark} m on m.service_id = s.id join ${ledgerCommit} c on c.id = m.commit_id
    where ${isOf(period)} and c.position <= ${position})`
}

/** Keeps the hashes of rows that no seal stands on yet. */
export async function keepHashes(tx: Database, period: Period, position: number): Promise<void> {
  const key = await readKey(tx)
  await tx.execute(sql`
    insert into ${sealedRow} (kind, row_id, service_id, month, position, hash)
    select now.kind, now.row_id, now.service_id, now.month, now.position, now.hash from ${hashed(key, period, position)} as now
    on conflict do nothing`)
}

/** The roots over the kept hashes of periods by positions, in the order of their kinds and ids. */
export async function readRoots(
  tx: Database,
  of: readonly (Period & { position: number })[],
): Promise<string[]> {
  const { rows } = await tx.execute<{ root: string }>(sql`
    select encode(sha256(convert_to(concat_ws(' ', 'kerong seal 1', one.from, one.to, one.position), 'UTF8')
      || coalesce((select string_agg(hash, '' order by kind collate "C", row_id collate "C") from ${sealedRow}
        where month between one.from and one.to and ${sealedRow.position} <= one.position), '')), 'hex') as root
    from json_to_recordset(${JSON.stringify(of)}::json) as one("from" int, "to" int, "position" bigint)
    order by one.to, one.position`)
  return rows.map(({ root }) => root)
}

export async function readRoot(tx: Database, period: Period, position: number): Promise<string> {
  const [root] = await readRoots(tx, [{ ...period, position }])
  return root ?? ''
}

/** How a row differs from what was sealed. */
export interface Difference {
  kind: SealedKind
  rowId: string
  serviceId: string
  how: 'changed' | 'gone' | 'added' | 'state'
}

/** How many are named at most. */
const NAMED_AT_MOST = 20

/**
 * Rows of a period by a position that are not as they were sealed; and entries whose state is not what their last mark says, today.
 */
export async function findDifferences(
  db: Database,
  period: Period,
  position: number,
): Promise<Difference[]> {
  const [found] = await db.select().from(sealKey).limit(1)
  if (!found) return []
  const { from, to } = period
  const { rows } = await db.execute<{ [Key in keyof Difference]: Difference[Key] }>(sql`
    select coalesce(kept.kind, now.kind) as kind, coalesce(kept.row_id, now.row_id) as "rowId",
      coalesce(kept.service_id, now.service_id) as "serviceId",
      case when now.hash is null then 'gone' when kept.hash is null then 'added' else 'changed' end as how
    from (select * from ${sealedRow} where month between ${from} and ${to} and position <= ${position}) as kept
    full join ${hashed(found.key, period, position)} as now using (kind, row_id)
    where kept.hash is distinct from now.hash
    union all
    select 'entry', s.id::text, s.id::text::uuid, 'state' from ${service} s
    where ${isOf(period)} and s.state <> coalesce((
      select m.state from ${serviceMark} m where m.service_id = s.id order by m.id desc limit 1), 'reported')
    order by 1, 2 limit ${NAMED_AT_MOST}`)
  return rows
}

import { getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { service } from '@/db/schema'
import type { ServiceRow, UnwrittenRow } from './service-row'
import { freeTwins, grouped, keyOf, notThere } from './twins'

const names = Object.keys(getTableColumns(service)) as (keyof ServiceRow)[]
const columns = sql.raw(names.map((name) => `"${inSnakeCase(name)}"`).join(', '))
const AT_ONCE = 2_000

function inSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function jsonOf(rows: readonly Partial<UnwrittenRow>[], of: readonly (keyof ServiceRow)[]): string {
  return JSON.stringify(
    rows.map((row) => Object.fromEntries(of.map((name) => [inSnakeCase(name), row[name]]))),
  )
}

const keyNames = ['financierId', 'contractKey', 'rung', 'happenedOn', 'amountFen'] as const
export type Keys = Pick<ServiceRow, (typeof keyNames)[number]>
export interface There {
  voucher: string | null
  twin: number
}

/** The rows of the ledger, but the voided ones, that are alike with some, by their key. */
export async function readThere(
  tx: Database,
  keys: readonly Keys[],
): Promise<Map<string, There[]>> {
  const { rows } = await tx.execute<{
    financier_id: string
    contract_key: string
    rung: number
    happened_on: string
    amount_fen: string
    voucher: string | null
    twin: number
  }>(sql`
    select there.financier_id, there.contract_key, there.rung, there.happened_on::text, there.amount_fen, there.voucher,
      there.twin
    from json_populate_recordset(null::${service}, ${jsonOf(keys, keyNames)}::json) as one
    join ${service} there using (financier_id, contract_key, rung, happened_on, amount_fen)
    where there.state <> 'voided'
    order by there.twin`)
  const found = new Map<string, There[]>()
  for (const row of rows) {
    const key = keyOf({
      financierId: row.financier_id,
      contractKey: row.contract_key,
      rung: row.rung,
      happenedOn: row.happened_on,
      amountFen: Number(row.amount_fen),
      voucher: null,
    })
    found.set(key, [...(found.get(key) ?? []), { voucher: row.voucher, twin: row.twin }])
  }
  return found
}

/**
 * One statement for many rows, which travel as one JSON value: binding each cell of tens of thousands takes four times as long.
 * A number that another transaction has taken meanwhile is waited for and left out. Answers the ids of those written.
 */
async function insertAll(tx: Database, rows: readonly UnwrittenRow[]): Promise<string[]> {
  if (rows.length === 0) return []
  const { rows: inserted } = await tx.execute<{ id: string }>(sql`
    insert into ${service} (${columns})
    select ${columns} from json_populate_recordset(null::${service}, ${jsonOf(rows, names)}::json)
    on conflict (financier_id, contract_key, rung, happened_on, amount_fen, twin) where state <> 'voided'
    do nothing
    returning id`)
  return inserted.map(({ id }) => id)
}

/** Groups as one list after another, none of them cut. */
function* inBatches(groups: Iterable<UnwrittenRow[]>): Generator<UnwrittenRow[][]> {
  let batch: UnwrittenRow[][] = []
  let size = 0
  for (const group of groups) {
    batch.push(group)
    size += group.length
    if (size < AT_ONCE) continue
    yield batch
    batch = []
    size = 0
  }
  if (batch.length > 0) yield batch
}

interface InsertHow {
  isFurther?: boolean
  /** Writes nothing, and answers the ids of those that would be new. */
  onlyAsk?: boolean
  /** Told after each batch how many rows it had; it may throw. */
  tick?: (rows: number) => Promise<void>
}

/**
 * Adds rows to the ledger, and answers the ids of those that were not there already. Rows that are alike are compared with
 * those there as multisets, and numbered; a *further* one is new unless its voucher is there.
 */
export async function insertServices(
  tx: Database,
  rows: readonly UnwrittenRow[],
  { isFurther = false, onlyAsk = false, tick }: InsertHow = {},
): Promise<string[]> {
  const written: string[] = []
  for (const batch of inBatches(grouped(rows).values())) {
    for (let open = batch; open.length > 0;) {
      const added = await numbered(tx, open, isFurther)
      if (onlyAsk) {
        written.push(...added.flat().map(({ id }) => id))
        break
      }
      const ids = new Set(await insertAll(tx, added.flat()))
      written.push(...ids)
      // Somebody was faster: what is there now is compared again.
      open = open.filter((_, at) => added[at]?.some(({ id }) => !ids.has(id)))
    }
    await tick?.(batch.reduce((sum, group) => sum + group.length, 0))
  }
  return written
}

/** Those of each group that are not there, with the numbers that are free. */
async function numbered(tx: Database, groups: readonly UnwrittenRow[][], isFurther: boolean) {
  const there = await readThere(
    tx,
    groups.flatMap(([first]) => first ?? []),
  )
  return groups.map((group) => {
    const alike = there.get(group[0] ? keyOf(group[0]) : '') ?? []
    const same = isFurther ? alike.filter(({ voucher }) => voucher !== null) : alike
    const fresh = isFurther
      ? group.filter((row) => !row.voucher || !same.some((one) => one.voucher === row.voucher))
      : notThere(group, same)
    const twins = freeTwins(
      alike.map(({ twin }) => twin),
      fresh.length,
    )
    return fresh.map((row, at) => ({ ...row, twin: twins[at] ?? 1 }))
  })
}

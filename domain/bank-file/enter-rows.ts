import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { importEntry } from '@/db/schema'
import type { Context } from '../context'
import { readAsWere, type AsWereOn } from '../ledger/as-were'
import type { ServiceSource } from '../ledger/ledger'
import { insertServices } from '../ledger/insert-services'
import {
  entryOf,
  serviceRowOf,
  type Entry,
  type Parties,
  type UnwrittenRow,
} from '../ledger/service-row'
import type { BankRow } from './bank-file'
import type { SettledRows } from './settle-twins'

const AT_ONCE = 2_000

/** The rows of a bank file whose grant, or whose drawing, was not there yet. */
export interface WrittenRows {
  granted: Set<BankRow>
  drawn: Set<BankRow>
}

export interface EnterHow {
  source?: ServiceSource
  /** Nothing is written; answered is what would be new. */
  onlyAsk?: boolean
  tick?: (rows: number) => Promise<void>
}

/** Writes rows of a bank file into the ledger: each grant (rung 5) and each drawing (rung 6) that is not there yet. */
export async function enterRows(
  tx: Database,
  context: Context,
  settled: Pick<SettledRows, 'granted' | 'drawn'>,
  partiesOf: (row: BankRow) => Parties,
  { source = 'import', ...how }: EnterHow = {},
): Promise<{ written: WrittenRows; serviceIds: string[] }> {
  const ids = new Set<string>()
  for (const key of ['granted', 'drawn'] as const)
    for (const row of settled[key]) ids.add(partiesOf(row).company.id)
  const asWere = await readAsWere(tx, [...ids])
  const entry = entryOf(context)
  const written: WrittenRows = { granted: new Set(), drawn: new Set() }
  const serviceIds: string[] = []
  for (const key of ['granted', 'drawn'] as const)
    for (const rows of byContracts(settled[key])) {
      const values = rows.map((row) => valuesOf(row, key, source, partiesOf(row), asWere, entry))
      const rowBy = new Map(values.map(({ id }, at) => [id, rows[at]]))
      for (const id of await insertServices(tx, values, how)) {
        const row = rowBy.get(id)
        if (row) written[key].add(row)
        serviceIds.push(id)
      }
    }
  return { written, serviceIds }
}

/** Rows some thousands at a time, all of a contract together: those that are alike are compared as one group. */
function* byContracts(rows: readonly BankRow[]): Generator<BankRow[]> {
  const contracts = new Map<string, BankRow[]>()
  for (const row of rows) {
    const found = contracts.get(row.contractNo)
    if (found) found.push(row)
    else contracts.set(row.contractNo, [row])
  }
  let batch: BankRow[] = []
  for (const found of contracts.values()) {
    batch.push(...found)
    if (batch.length < AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function valuesOf(
  row: BankRow,
  key: 'granted' | 'drawn',
  source: ServiceSource,
  parties: Parties,
  asWere: AsWereOn,
  entry: Entry,
): UnwrittenRow {
  const happened = row[key]
  if (!happened) throw new Error(`row ${row.row} is none that was ${key}`)
  return serviceRowOf(
    {
      rung: key === 'granted' ? 5 : 6,
      class: row.class,
      contractNo: row.contractNo,
      contractKey: row.contractNo,
      voucher: key === 'drawn' ? row.voucher : null,
      happenedOn: happened.on,
      amountFen: happened.fen,
      rateBp: row.rateBp,
      tenorMonths: row.tenorMonths,
      firstLoan: key === 'drawn' ? row.firstLoan : null,
      source,
    },
    parties,
    asWere(parties.company.id, happened.on),
    entry,
  )
}

/** Keeps which rows of the ledger an import brought, so that it can be undone as a whole. */
export async function keepEntries(
  tx: Database,
  importId: string,
  serviceIds: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    insert into ${importEntry} (import_id, service_id)
    select ${importId}::uuid, unnest(${sql.param(serviceIds)}::uuid[])`)
}

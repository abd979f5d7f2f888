import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { whyNotOfficial, type ClockActor, type OfficialActor, type WhyNotOfficial } from '../actor'
import { dayOf } from '../calendar/calendar'
import { lockName, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { readAsWere, type AsWereOn } from '../ledger/as-were'
import { insertServices } from '../ledger/insert-services'
import {
  entryOf,
  serviceRowOf,
  type Entry,
  type NewService,
  type UnwrittenRow,
} from '../ledger/service-row'
import { tellImported } from '../notification/tell-imported'
import { ok, refused, type Result } from '../result'
import type { BankRow, FileProblem } from './bank-file'
import { reportOf, type ImportReport, type WrittenRows } from './import-report'
import { meetParties, type Parties } from './meet-parties'
import { readBankFile, type BankFileSource } from './read-bank-file'

const AT_ONCE = 2_000
/** A page may wait ten seconds; a file of years may take longer. */
const STATEMENT_TIMEOUT = '2min'

export type ImportRefusal = WhyNotOfficial | 'scope-not-city' | FileProblem

export interface ImportWanted {
  source: BankFileSource
  /** Without it everything is checked and counted, and nothing is kept. */
  commit: boolean
  /** Whether the good rows are taken where others are bad. */
  skipBad: boolean
}

/** Takes back everything that a check has written. */
class OnlyChecked extends Error {
  constructor(readonly report: ImportReport) {
    super('only checked')
  }
}

function whyNotImport(actor: Context['actor']): WhyNotOfficial | 'scope-not-city' | null {
  if (actor.audience === 'clock') return null
  const no = whyNotOfficial(actor, 'statistician')
  if (no) return no
  return actor.audience === 'official' && !actor.scope.city ? 'scope-not-city' : null
}

/**
 * Takes a bank file into the ledger: each row one grant (rung 5) and, where it was drawn, one drawing (rung 6). All of
 * it in one transaction or nothing; what is there already is not counted again, also while another import runs.
 */
export async function importServices(
  context: Context<OfficialActor | ClockActor>,
  { source, commit, skipBad }: ImportWanted,
): Promise<Result<ImportReport, ImportRefusal>> {
  const no = whyNotImport(context.actor)
  if (no) return refused(no)
  const read = await readBankFile(source, dayOf(context.now))
  if (!read.ok) return refused(read.problem, { columns: read.columns.join(' ') })
  const { file } = read
  try {
    return await transact(context, async (tx) => {
      await tx.execute(sql.raw(`set local statement_timeout = '${STATEMENT_TIMEOUT}'`))
      await lockName(tx, 'import services')
      const parties = await meetParties(tx, file.rows, context.now)
      const problems = [...file.problems, ...parties.problems].toSorted((a, b) => a.row - b.row)
      const mayKeep = commit && (skipBad || problems.length === 0)
      const { written, serviceIds } = await writeRows(tx, context, parties)
      const report = reportOf({ ...file, problems }, parties, written, mayKeep)
      if (!mayKeep) throw new OnlyChecked(report)
      const importId = newId()
      await recordEvent(tx, context, 'service.imported', importId, {
        facts: {
          rows: report.taken,
          left: report.bad,
          granted: report.granted.added,
          drawn: report.drawn.added,
        },
      })
      await tellImported(tx, { importId, at: context.now, serviceIds })
      return ok(report)
    })
  } catch (error) {
    if (error instanceof OnlyChecked) return ok(error.report)
    throw error
  }
}

async function writeRows(
  tx: Database,
  context: Context,
  { accepted, companies, financiers }: Parties,
): Promise<{ written: WrittenRows; serviceIds: string[] }> {
  const asWere = await readAsWere(tx, [...new Set([...companies.values()].map(({ id }) => id))])
  const entry = entryOf(context)
  const written: WrittenRows = { granted: new Set(), drawn: new Set() }
  const serviceIds: string[] = []
  for (const rung of [5, 6] as const) {
    const happened = accepted.filter((row) => rung === 5 || row.drawn)
    for (let start = 0; start < happened.length; start += AT_ONCE) {
      const batch = happened.slice(start, start + AT_ONCE).map((row) => ({
        row,
        values: valuesOf(row, rung, { companies, financiers }, asWere, entry),
      }))
      const rowBy = new Map(batch.map(({ row, values }) => [values.id, row]))
      const inserted = await insertServices(
        tx,
        batch.map(({ values }) => values),
      )
      for (const id of inserted) {
        const row = rowBy.get(id)
        if (row) written[rung === 5 ? 'granted' : 'drawn'].add(row)
        serviceIds.push(id)
      }
    }
  }
  return { written, serviceIds }
}

function valuesOf(
  row: BankRow,
  rung: 5 | 6,
  { companies, financiers }: Pick<Parties, 'companies' | 'financiers'>,
  asWere: AsWereOn,
  entry: Entry,
): UnwrittenRow {
  const company = companies.get(row.uscc)
  const financier = financiers.get(row.financier)
  const happened = rung === 5 ? row.granted : row.drawn
  if (!company || !financier || !happened)
    throw new Error(`row ${row.row} was accepted without its parties`)
  const told: NewService = {
    rung,
    class: row.class,
    contractNo: row.contractNo,
    contractKey: row.contractNo,
    happenedOn: happened.on,
    amountFen: happened.fen,
    rateBp: row.rateBp,
    tenorMonths: row.tenorMonths,
    firstLoan: rung === 6 ? row.firstLoan : null,
    source: 'import',
  }
  return serviceRowOf(told, { company, financier }, asWere(company.id, happened.on), entry)
}

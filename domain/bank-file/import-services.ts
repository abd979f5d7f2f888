import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  whyNotActAs,
  whyNotOfficial,
  type ClockActor,
  type FinancierActor,
  type OfficialActor,
  type WhyNotAct,
  type WhyNotOfficial,
} from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { tellImported } from '../notification/tell-imported'
import { ok, refused, type Result } from '../result'
import type { Answers, BankFile, FileProblem, RowNote, Sender } from './bank-file'
import { enterRows, keepEntries } from './enter-rows'
import { reportOf, type ImportReport } from './import-report'
import { Interview } from './interview'
import { lockImports } from './move-code'
import { meetParties } from './meet-parties'
import { readBankFile } from './read-bank-file'
import type { BankFileSource } from './read-table'
import { settleTwins } from './settle-twins'
import { countNotWaiting, keepWaiting } from './waiting-codes'

/** A page may wait ten seconds; a file of years may take longer. */
const STATEMENT_TIMEOUT = '2min'

export type Importer = OfficialActor | FinancierActor | ClockActor
export type ImportRefusal = WhyNotImport | FileProblem
type WhyNotImport = WhyNotOfficial | WhyNotAct | 'scope-not-city'

export interface ImportWanted {
  source: BankFileSource
  /** Without it everything is checked and counted, and nothing is kept. */
  commit: boolean
  /** Whether the good rows are taken where others are bad. */
  skipBad: boolean
  /** What was asked of this file before. */
  answers?: Answers
  /** Told what was found before anything of it is kept. */
  show?: (report: ImportReport) => void
  /** Names what is written, so that it can be undone. */
  importId?: string
  /** Told after each batch how many entries it had, outside the transaction that writes them; it may throw. */
  tick?: (entries: number) => Promise<void>
  /** Runs last, in the transaction that has written. */
  kept?: (tx: Database, report: ImportReport) => Promise<void>
}

/** Takes back everything that a check has written. */
class OnlyChecked extends Error {
  constructor(readonly report: ImportReport) {
    super('only checked')
  }
}

/** Why an actor may not import a ledger: the clock is the operator at the machine. */
export function whyNotImport(actor: Context['actor']): WhyNotImport | null {
  if (actor.audience === 'clock') return null
  if (actor.audience === 'financier') return whyNotActAs(actor, 'financier')
  const no = whyNotOfficial(actor, 'statistician')
  if (no) return no
  return actor.audience === 'official' && !actor.scope.city ? 'scope-not-city' : null
}

/** A financier sends its own contracts alone. */
const senderOf = (actor: Importer): Sender | null =>
  actor.audience === 'financier'
    ? {
        organisationId: actor.organisationId,
        name: actor.organisationName,
        kind: actor.financierKind,
      }
    : null

/**
 * Takes a bank file into the ledger: each row one grant (rung 5) and, where it was drawn, one drawing (rung 6). All of
 * it in one transaction or nothing; while something is asked, nothing. What is there already is not counted again, also while
 * another import runs.
 */
export async function importServices(
  context: Context<Importer>,
  { source, answers, ...wanted }: ImportWanted,
): Promise<Result<ImportReport, ImportRefusal>> {
  const no = whyNotImport(context.actor)
  if (no) return refused(no)
  const interview = new Interview(answers)
  const read = await readBankFile(source, dayOf(context.now), interview, senderOf(context.actor))
  if (!read.ok) return refused(read.problem, { columns: read.columns.join(' '), words: read.words })
  try {
    return await transact(context, (tx) => takeIn(tx, context, read.file, interview, wanted))
  } catch (error) {
    if (error instanceof OnlyChecked) return ok(error.report)
    throw error
  }
}

async function takeIn(
  tx: Database,
  context: Context<Importer>,
  file: BankFile,
  interview: Interview,
  { commit, skipBad, show, importId, tick, kept }: Omit<ImportWanted, 'source' | 'answers'>,
): Promise<Result<ImportReport, never>> {
  await tx.execute(sql.raw(`set local statement_timeout = '${STATEMENT_TIMEOUT}'`))
  if (commit) await lockImports(tx)
  const sender = senderOf(context.actor)
  const parties = await meetParties(tx, file.rows, context.now, interview, {
    ...{ sender, onlyAsk: !commit },
  })
  const { financierIdOf } = parties
  const settled = await settleTwins(tx, parties.accepted, financierIdOf, interview)
  const waiting = await settleTwins(tx, parties.waiting, financierIdOf, interview)
  const held = [...new Set([...waiting.granted, ...waiting.drawn])].toSorted(
    (a, b) => a.row - b.row,
  )
  const problems = [...file.problems, ...parties.problems].toSorted((a, b) => a.row - b.row)
  const { open: questions, unused: unusedAnswers } = interview
  const isAsked = questions.length > 0
  const isKept = commit && !isAsked && (skipBad || problems.length === 0)
  const how = sender ? { source: 'report' as const } : {}
  const entered = await enterRows(tx, context, settled, parties.of, {
    ...how,
    ...{ onlyAsk: !isKept, tick },
  })
  const waitingAdded = isKept
    ? await keepWaiting(tx, context, held, financierIdOf, { ...how, importId })
    : await countNotWaiting(tx, held, financierIdOf)
  const outcome = { isKept, questions, unusedAnswers, waitingAdded }
  const notes = [...file.notes, ...companiesWait(held)]
  const report = reportOf({ ...file, problems, notes }, parties, settled, {
    ...outcome,
    written: entered.written,
  })
  show?.(report)
  if (!isKept) throw new OnlyChecked(report)
  const id = importId ?? newId()
  if (importId) await keepEntries(tx, importId, entered.serviceIds)
  await recordEvent(tx, context, 'service.imported', id, {
    facts: {
      rows: report.taken,
      left: report.bad,
      granted: report.granted.added,
      drawn: report.drawn.added,
    },
  })
  await tellImported(tx, { importId: id, at: context.now, serviceIds: entered.serviceIds })
  await kept?.(tx, report)
  return ok(report)
}

const companiesWait = (held: readonly { row: number; codeWaits: boolean }[]): RowNote[] =>
  held.flatMap(({ row, codeWaits }) => (codeWaits ? [] : [{ row, code: 'company-waits' as const }]))

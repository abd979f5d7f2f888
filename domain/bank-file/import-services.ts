import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { whyNotOfficial, type ClockActor, type OfficialActor, type WhyNotOfficial } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { tellImported } from '../notification/tell-imported'
import { ok, refused, type Result } from '../result'
import type { Answers, BankFile, FileProblem } from './bank-file'
import { enterRows, type WrittenRows } from './enter-rows'
import { reportOf, type ImportReport } from './import-report'
import { Interview } from './interview'
import { lockImports } from './move-code'
import { meetParties } from './meet-parties'
import { readBankFile, type BankFileSource } from './read-bank-file'
import { settleTwins } from './settle-twins'
import { keepWaiting } from './waiting-codes'

/** A page may wait ten seconds; a file of years may take longer. */
const STATEMENT_TIMEOUT = '2min'

export type ImportRefusal = WhyNotOfficial | 'scope-not-city' | FileProblem

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

const nothing = (): WrittenRows => ({ granted: new Set(), drawn: new Set() })

/**
 * Takes a bank file into the ledger: each row one grant (rung 5) and, where it was drawn, one drawing (rung 6). All of
 * it in one transaction or nothing; while something is asked, nothing. What is there already is not counted again, also while
 * another import runs.
 */
export async function importServices(
  context: Context<OfficialActor | ClockActor>,
  { source, answers, ...wanted }: ImportWanted,
): Promise<Result<ImportReport, ImportRefusal>> {
  const no = whyNotImport(context.actor)
  if (no) return refused(no)
  const interview = new Interview(answers)
  const read = await readBankFile(source, dayOf(context.now), interview)
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
  context: Context<OfficialActor | ClockActor>,
  file: BankFile,
  interview: Interview,
  { commit, skipBad, show }: Omit<ImportWanted, 'source' | 'answers'>,
): Promise<Result<ImportReport, never>> {
  await tx.execute(sql.raw(`set local statement_timeout = '${STATEMENT_TIMEOUT}'`))
  await lockImports(tx)
  const parties = await meetParties(tx, file.rows, context.now, interview)
  const { financierIdOf } = parties
  const settled = await settleTwins(tx, parties.accepted, financierIdOf, interview)
  const waiting = await settleTwins(tx, parties.waiting, financierIdOf, interview)
  const held = [...new Set([...waiting.granted, ...waiting.drawn])].toSorted(
    (a, b) => a.row - b.row,
  )
  const problems = [...file.problems, ...parties.problems].toSorted((a, b) => a.row - b.row)
  const { open: questions, unused: unusedAnswers } = interview
  const isAsked = questions.length > 0
  const entered = isAsked ? null : await enterRows(tx, context, settled, parties.of)
  const waitingAdded = isAsked ? 0 : await keepWaiting(tx, context, held, financierIdOf)
  const isKept = commit && !isAsked && (skipBad || problems.length === 0)
  const outcome = { isKept, questions, unusedAnswers, waitingAdded }
  const report = reportOf({ ...file, problems }, parties, settled, {
    ...outcome,
    written: entered?.written ?? nothing(),
  })
  show?.(report)
  if (!isKept || !entered) throw new OnlyChecked(report)
  const importId = newId()
  await recordEvent(tx, context, 'service.imported', importId, {
    facts: {
      rows: report.taken,
      left: report.bad,
      granted: report.granted.added,
      drawn: report.drawn.added,
    },
  })
  await tellImported(tx, { importId, at: context.now, serviceIds: entered.serviceIds })
  return ok(report)
}

import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { importEntry, importRun } from '@/db/schema'
import type { Context } from '../context'
import { newId } from '../id'
import { checkImport } from '../import-run/check-import'
import { confirmImport } from '../import-run/confirm-import'
import { discardImport } from '../import-run/discard-import'
import type { ImportState } from '../import-run/import-run'
import { packCells } from '../import-run/kept-cells'
import type { ImportSender } from '../import-run/lock-import'
import { mendImport } from '../import-run/mend-import'
import { runImport } from '../import-run/run-import'
import { startImport } from '../import-run/start-import'
import { stopImport } from '../import-run/stop-import'
import { undoImport } from '../import-run/undo-import'
import type { Result } from '../result'
import { answeredId, as, type Attempt, type Stage, type Subject } from './attempt'
import { makeMember, NOW, type Cast } from './cast'
import { makeService } from './rows'

const headings = ['uscc', 'financier', 'class', 'contract', 'granted on', 'granted (yuan)']
const rowOf = (uscc: string, bank: string) => [
  ...[uscc, bank, 'credit loan', 'HT-SHEET-1', '2024-05-10', '1000000'],
]

/** An upload of one good row, by the authority. */
async function makeImport(db: Database, cast: Cast, state: ImportState = 'open') {
  const id = newId()
  const duties = { duties: ['statistician' as const], scopeCity: true }
  const sender = await makeMember(db, cast.authority.id, 'owner', duties)
  const grid = [headings, rowOf(cast.company.uscc, cast.financier.name)]
  const sheet = { name: '', isHidden: false, rows: 2, hiddenRows: [], formulas: 0 }
  await db.insert(importRun).values({
    ...{ id, organisationId: cast.authority.id, memberId: sender.id },
    ...{ kind: 'services', state, answers: {}, remembered: {}, headings: 'h', mended: {} },
    file: {
      ...{ form: 'csv', encoding: 'utf-8', is1904: false, name: 'loans.csv', bytes: 100 },
      sheets: [{ ...sheet, uncounted: [], merged: [] }],
    },
    ...{ content: packCells([grid]), leftRows: [], version: 1, startedAt: NOW, changedAt: NOW },
    doneAt: state === 'done' || state === 'undone' ? NOW : null,
  })
  if (state === 'open') await checkImport({ db, now: NOW }, id)
  if (state === 'done') {
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const { id: serviceId } = await makeService(db, of, 'reported')
    await db.insert(importEntry).values({ importId: id, serviceId })
  }
  return { id }
}

const build = ({ db, cast }: Stage, state: string) => makeImport(db, cast, state as ImportState)

/** Each side tries one that it has sent itself. */
const bySender =
  (verb: (context: Context<ImportSender>, id: string) => Promise<Result<unknown>>) =>
  async (context: Context, { id }: Subject, cast: Cast): Promise<Result<unknown>> => {
    const { db, actor } = context
    const sentBy = (organisationId: string) =>
      db.update(importRun).set({ organisationId }).where(eq(importRun.id, id))
    if (actor.audience === 'financier') await sentBy(cast.financier.id)
    const result = await verb(as(context), id)
    if (!result.ok) await sentBy(cast.authority.id)
    return result
  }

const nothing = { answers: {}, cells: {}, leave: [], takeBack: [], forget: false }

export const importAttempts: Record<string, Attempt> = {
  'start-import': {
    build: () => Promise.resolve({ id: newId() }),
    run: (context, _subject, cast) => {
      const csv = [headings, rowOf(cast.company.uscc, 'Bank')].map((row) => row.join(','))
      const bytes = new TextEncoder().encode(csv.join('\n'))
      return startImport(as(context), { name: 'loans.csv', bytes })
    },
    tried: ['none'],
    ownsAlways: true,
    names: [],
    result: answeredId,
  },
  'mend-import': { build, run: bySender((context, id) => mendImport(context, id, nothing)) },
  'confirm-import': { build, run: bySender((context, id) => confirmImport(context, id, 1)) },
  'stop-import': { build, run: bySender(stopImport) },
  'discard-import': { build, run: bySender(discardImport) },
  'undo-import': { build, run: bySender((context, id) => undoImport(context, id, 'wrong file')) },
  'run-import': { build, run: (context, { id }) => runImport(context, id) },
}

import type { Database } from '@/db/client'
import { report } from '@/db/schema'
import { newId } from '../id'
import { agreeReport } from '../report/agree-report'
import { dataDigest } from '../report/digest'
import { discardReport } from '../report/discard-report'
import type { ReportData, ReportState } from '../report/report'
import { returnReport } from '../report/return-report'
import { saveReport } from '../report/save-report'
import { sealReport } from '../report/seal-report'
import { readRoot } from '../report/sealed-rows'
import { answeredId, asOfficial, type Attempt, type Stage } from './attempt'
import { NOW, type Cast } from './cast'

/** The first month of the ledger: of an empty one, its report says nothing. */
const FIRST = 202301

const emptyData = async (db: Database, by: string): Promise<ReportData> => ({
  ...{ report: 'YB-2023-01', edition: 1, month: '2023-01', from: '2023-01' },
  ...{ definition: '2024-03', publication: null, knownAt: new Date(0).toISOString() },
  totals: {
    ...{ companies: 0, companyTimes: 0, drawnFen: 0, loans: 0, grantedFen: 0, evidenced: 0 },
  },
  ...{ before: null, added: null, months: [], chains: null, revises: null, note: null },
  root: await readRoot(db, { from: FIRST, to: FIRST }, 0),
  proposed: { by, at: NOW.toISOString() },
  agreed: null,
})

/** A report in a state, written and proposed by the editor of the authority. */
async function makeReport(db: Database, cast: Cast, state: ReportState) {
  const id = newId()
  const { editor, viewer } = cast.of.authority
  const data = await emptyData(db, editor.name)
  await db.insert(report).values({
    ...{ id, month: FIRST, edition: 1, state, savedAt: NOW, savedByMemberId: editor.id },
    ...(state === 'draft'
      ? {}
      : { position: 0, data, proposedAt: NOW, proposedByMemberId: editor.id }),
    ...(state === 'sealed'
      ? { digest: dataDigest(data), sealedAt: NOW, sealedByMemberId: viewer.id }
      : {}),
  })
  return { id }
}

const aReport = ({ db, cast }: Stage, state: string) => makeReport(db, cast, state as ReportState)
const silent = { noteZh: '', noteEn: '' }

export const reportAttempts: Record<string, Attempt> = {
  'save-report': {
    build: async (stage, state) => (state === 'none' ? { id: '' } : aReport(stage, state)),
    run: (context, { id }) =>
      saveReport(asOfficial(context), id ? { id } : { month: FIRST }, silent),
    result: answeredId,
  },
  'seal-report': {
    build: aReport,
    run: (context, { id }) => sealReport(asOfficial(context), id, 1),
  },
  'agree-report': {
    build: aReport,
    run: (context, { id }) => agreeReport(asOfficial(context), id, 1),
  },
  'return-report': {
    build: aReport,
    run: (context, { id }) => returnReport(asOfficial(context), id, 'The figure is not right'),
  },
  'discard-report': {
    build: aReport,
    run: (context, { id }) => discardReport(asOfficial(context), id),
  },
}

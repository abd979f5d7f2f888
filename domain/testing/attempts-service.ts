import { Readable } from 'node:stream'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { doubt, doubtRow, service, waitingCode, waitingRow } from '@/db/schema'
import type { Actor } from '../actor'
import { admitCode } from '../bank-file/admit-code'
import type { WaitingCodeState } from '../bank-file/bank-file'
import { importServices } from '../bank-file/import-services'
import { refuseCode } from '../bank-file/refuse-code'
import { dismissDoubt } from '../doubt/dismiss-doubt'
import type { DoubtState } from '../doubt/doubt'
import { findDoubts } from '../doubt/find-doubts'
import { settleDoubt } from '../doubt/settle-doubt'
import { newId } from '../id'
import { confirmService } from '../ledger/confirm-service'
import { disputeService } from '../ledger/dispute-service'
import { goUnconfirmed } from '../ledger/go-unconfirmed'
import type { ServiceState } from '../ledger/ledger'
import { reportService } from '../ledger/report-service'
import { verifyService } from '../ledger/verify-service'
import { correctService } from '../moves/correct-service'
import { voidService } from '../moves/void-service'
import {
  answeredId,
  as,
  asCompany,
  asFinancier,
  asOfficial,
  type Attempt,
  type Stage,
} from './attempt'
import { LONG_AGO, nextUscc, NOW } from './cast'
import { makeService, WAN } from './rows'

async function aService({ db, cast }: Stage, state: string) {
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  return { id: (await makeService(db, of, state as ServiceState)).id }
}

export const reported = {
  companyName: 'Company of the report',
  nameChecked: true,
  rung: 6 as const,
  class: 'credit-loan' as const,
  contractNo: 'HT-REPORT-1',
  happenedOn: '2024-05-10',
  amountFen: 200 * WAN,
  rateBp: 360,
  tenorMonths: 12,
  secures: null,
  firstLoan: null,
}

const ledgerOf = (uscc: string, bank: string) =>
  `uscc,financier,class,contract,granted on,granted (yuan)
${uscc},${bank},credit loan,HT-IMPORT-1,2024-05-10,1000000
`

/** A financier sends its own contracts alone. */
const bankOf = (actor: Actor) =>
  actor.audience === 'financier' ? actor.organisationName : 'Bank of the ledger'

const answered = {
  refusal: 'no-longer-reported',
  in: ['unconfirmed', 'confirmed', 'disputed', 'verified'],
  why: 'the financier is told to ask the statistician, who still can',
}

/** Two rows of one contract at two financiers, and the doubt of them where there is one. */
async function aDoubt({ db, cast }: Stage, state: string) {
  const like = { contractNo: 'HT-DOUBTED', amountFen: 654 * WAN }
  const rows = []
  for (const financierId of [cast.financier.id, cast.otherFinancier.id])
    rows.push(await makeService(db, { companyId: cast.company.id, financierId }, 'reported', like))
  const id = newId()
  await db.execute(sql`set constraints all immediate`)
  if (state === 'none') return { id }
  await db
    .update(service)
    .set({ state: 'voided' })
    .where(eq(service.id, rows[0]?.id ?? ''))
  const decided = state === 'open' ? {} : { note: 'Looked at', decidedAt: NOW }
  await db.insert(doubt).values({
    ...{ id, kind: 'same-contract', key: id, state: state as DoubtState, foundAt: NOW },
    ...decided,
  })
  await db.insert(doubtRow).values(rows.map((row) => ({ doubtId: id, serviceId: row.id })))
  return { id }
}

const decided = { note: 'Two contracts, looked at on paper', rows: 2 }

export const doubtAttempts: Record<string, Attempt> = {
  'find-doubts': {
    build: aDoubt,
    run: (context) => findDoubts(context),
    tried: ['none'],
    names: [],
    result: async (_value, db) => (await db.select().from(doubt))[0]?.id ?? '',
  },
  'dismiss-doubt': {
    build: aDoubt,
    run: (context, { id }) => dismissDoubt(asOfficial(context), id, decided),
  },
  'settle-doubt': {
    build: aDoubt,
    run: (context, { id }) => settleDoubt(asOfficial(context), id, decided),
  },
}

export const serviceAttempts: Record<string, Attempt> = {
  'report-service': {
    build: () => Promise.resolve({ id: newId() }),
    run: (context, _subject, cast) =>
      reportService(asFinancier(context), { ...reported, uscc: cast.company.uscc }),
    tried: ['none'],
    ownsAlways: true,
    names: [],
    result: answeredId,
  },
  'import-services': {
    build: () => Promise.resolve({ id: newId() }),
    run: (context, _subject, cast) =>
      importServices(as(context), {
        source: () =>
          Readable.from([Buffer.from(ledgerOf(cast.company.uscc, bankOf(context.actor)))]),
        commit: true,
        skipBad: false,
      }),
    tried: ['none'],
    ownsAlways: true,
    names: [],
    result: async (_value, db) => {
      const [row] = await db
        .select({ id: service.id })
        .from(service)
        .where(eq(service.contractKey, 'HT-IMPORT-1'))
      return row?.id ?? ''
    },
  },
  'go-unconfirmed': {
    build: async ({ db, cast }, state) => {
      const of = { companyId: cast.company.id, financierId: cast.financier.id }
      const more = { confirmDueAt: LONG_AGO }
      return { id: (await makeService(db, of, state as ServiceState, more)).id }
    },
    run: (context, { id }) => goUnconfirmed(context, id),
  },
  'confirm-service': {
    build: aService,
    run: (context, { id }) => confirmService(asCompany(context), id),
  },
  'dispute-service': {
    build: aService,
    run: (context, { id }) =>
      disputeService(asCompany(context), id, { reason: 'too much', rightAmountFen: 90 * WAN }),
  },
  'verify-service': {
    build: aService,
    run: (context, { id }) => verifyService(asOfficial(context), id, 'seen the contract'),
  },
  'void-service': {
    build: aService,
    otherwise: [answered],
    run: (context, { id }) => voidService(as(context), id, 'why'),
  },
  'correct-service': {
    build: aService,
    otherwise: [answered],
    run: (context, { id }) =>
      correctService(
        as(context),
        id,
        { amountFen: 90 * WAN, happenedOn: '2024-05-14', contractNo: 'HT-RIGHT' },
        'why',
      ),
  },
}

/** A code that fails its check, with one row that waits for it. */
export async function makeWaitingCode(
  db: Database,
  financierId: string,
  state: WaitingCodeState = 'waiting',
  right = nextUscc(),
) {
  const uscc = `${right.slice(0, 17)}${right.endsWith('A') ? 'B' : 'A'}`
  const id = newId()
  const code = { id, uscc, companyName: 'Company of an odd code', since: LONG_AGO }
  await db.insert(waitingCode).values({ ...code, state })
  const facts = {
    ...{
      row: 2,
      uscc,
      codeWaits: true,
      company: code.companyName,
      financier: 'Bank',
      voucher: null,
    },
    ...{ kind: 'bank' as const, class: 'credit-loan' as const, contractNo: `HT-${uscc}` },
    granted: { on: '2022-05-10', fen: 100 * WAN },
    drawn: { on: '2022-05-12', fen: 60 * WAN },
    ...{ tenorMonths: 12, rateBp: 360, firstLoan: null },
  }
  const to = { codeId: id, financierId, key: uscc, at: NOW }
  if (state === 'waiting') await db.insert(waitingRow).values({ id: newId(), facts, ...to })
  return { ...code, contractNo: facts.contractNo }
}

const aWaitingCode = ({ db, cast }: Stage, state: string) =>
  makeWaitingCode(db, cast.financier.id, state as WaitingCodeState)

export const waitingCodeAttempts: Record<string, Attempt> = {
  'admit-code': {
    build: aWaitingCode,
    run: (context, { id }) => admitCode(asOfficial(context), id, 'seen the licence'),
  },
  'refuse-code': {
    build: aWaitingCode,
    run: (context, { id }) => refuseCode(asOfficial(context), id, 'no such licence'),
  },
}

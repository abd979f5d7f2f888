import { eq } from 'drizzle-orm'
import { need } from '@/db/schema'
import { newId } from '../id'
import { closeNeed } from '../moves/close-need'
import { tellFinanciers } from '../moves/tell-financiers'
import { withdrawNeed } from '../moves/withdraw-need'
import { amendNeed } from '../need/amend-need'
import { approveNeed } from '../need/approve-need'
import { approveWords } from '../need/approve-words'
import { closeDrawnNeed } from '../need/close-drawn-need'
import { copyNeed } from '../need/copy-need'
import { discardNeed } from '../need/discard-need'
import { expireNeed } from '../need/expire-need'
import type { NeedState } from '../need/need'
import { returnNeed } from '../need/return-need'
import { returnWords } from '../need/return-words'
import { saveNeed } from '../need/save-need'
import { startNeed } from '../need/start-need'
import { submitNeed } from '../need/submit-need'
import { warnExpiringNeed } from '../need/warn-expiring-need'
import { answeredId, asCompany, asOfficial, type Attempt, type Stage } from './attempt'
import { LONG_AGO, NOW } from './cast'
import { makeIntroduction, makeNeed, makeProduct, WAN } from './rows'

async function aNeed({ db, cast }: Stage, state: string) {
  return { id: (await makeNeed(db, cast.company.id, state as NeedState)).id }
}

async function aNeedWithNewWords({ db, cast }: Stage, state: string) {
  const made = await makeNeed(db, cast.company.id, state as NeedState, {
    wordsWaiting: 'new words',
  })
  return { id: made.id }
}

async function aNeedWithMoneyDrawn(stage: Stage, state: string, drawnAt = NOW) {
  const { db, cast } = stage
  const { id } = await aNeed(stage, state)
  if (state === 'draft') return { id }
  const product = await makeProduct(db, cast.financier.id, 'live')
  const to = {
    needId: id,
    productId: product.id,
    companyId: cast.company.id,
    financierId: cast.financier.id,
  }
  await makeIntroduction(db, to, 'drawn', { drawnAt })
  return { id }
}

/** Published more than half a year ago, and its company warned at a moment. */
async function aNeedOfLastYear(stage: Stage, state: string, warnedAt: Date | null) {
  const { db } = stage
  const { id } = await aNeed(stage, state)
  if (state === 'published')
    await db
      .update(need)
      .set({ publishedAt: new Date('2023-11-01T02:00:00Z'), expiryWarnedAt: warnedAt })
      .where(eq(need.id, id))
  return { id }
}

export const amended = {
  classes: ['credit-loan' as const],
  useKind: 'equipment' as const,
  words: 'other words',
  amountFen: 400 * WAN,
  leastFen: null,
  inParts: false,
  partFen: null,
  tenorMonths: 18,
  collateral: [],
  maxCostBp: 450,
  wantedBy: '2024-08-01',
  showWhiteList: false,
}

const unseenDraft = {
  refusal: 'not-found',
  in: ['draft'],
  why: "a draft is its company's alone",
}
const notInReview = [
  unseenDraft,
  {
    refusal: 'need-not-in-review',
    in: ['published', 'returned', 'closed', 'withdrawn', 'expired'],
    why: 'two verifiers read one list: the second is told that the first was there',
  },
]

export const needAttempts: Record<string, Attempt> = {
  'start-need': {
    build: () => Promise.resolve({ id: newId() }),
    run: (context) => startNeed(asCompany(context)),
    tried: ['none'],
    ownsAlways: true,
    names: [],
    result: answeredId,
  },
  'copy-need': {
    build: aNeed,
    run: (context, { id }) => copyNeed(asCompany(context), id),
    result: answeredId,
  },
  'save-need': {
    build: aNeed,
    run: (context, { id }) =>
      saveNeed(asCompany(context), id, { step: 'privacy', values: { showWhiteList: true } }),
  },
  'discard-need': { build: aNeed, run: (context, { id }) => discardNeed(asCompany(context), id) },
  'submit-need': { build: aNeed, run: (context, { id }) => submitNeed(asCompany(context), id) },
  'approve-need': {
    build: aNeed,
    otherwise: notInReview,
    run: (context, { id }) => approveNeed(asOfficial(context), id),
  },
  'tell-financiers': {
    build: async (stage, state) => {
      const { db, cast } = stage
      // A product that fails by its amount alone.
      await makeProduct(db, cast.financier.id, 'live', { amountMaxFen: 200 * WAN })
      return aNeed(stage, state)
    },
    otherwise: [unseenDraft],
    run: (context, { id }) => tellFinanciers(asOfficial(context), id),
  },
  'return-need': {
    build: aNeed,
    otherwise: notInReview,
    run: (context, { id }) => returnNeed(asOfficial(context), id, 'mend this'),
  },
  'amend-need': {
    build: aNeed,
    run: (context, { id }) => amendNeed(asCompany(context), id, amended),
  },
  'approve-words': {
    build: aNeedWithNewWords,
    otherwise: [unseenDraft],
    run: (context, { id }) => approveWords(asOfficial(context), id),
  },
  'return-words': {
    build: aNeedWithNewWords,
    otherwise: [unseenDraft],
    run: (context, { id }) => returnWords(asOfficial(context), id, 'mend this'),
  },
  'withdraw-need': { build: aNeed, run: (context, { id }) => withdrawNeed(asCompany(context), id) },
  'close-drawn-need': {
    build: (stage, state) => aNeedWithMoneyDrawn(stage, state, LONG_AGO),
    run: (context, { id }) => closeDrawnNeed(context, id),
  },
  'warn-expiring-need': {
    build: (stage, state) => aNeedOfLastYear(stage, state, null),
    run: (context, { id }) => warnExpiringNeed(context, id),
  },
  'expire-need': {
    build: (stage, state) => aNeedOfLastYear(stage, state, LONG_AGO),
    run: (context, { id }) => expireNeed(context, id),
  },
  'close-need': {
    build: aNeedWithMoneyDrawn,
    run: (context, { id }) => closeNeed(asCompany(context), id),
  },
}

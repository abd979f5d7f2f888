import { and, asc, eq } from 'drizzle-orm'
import { match } from '@/db/schema'
import { addDays, dayOf, startOf, type Day } from '@/domain/calendar/calendar'
import { runClocks } from '@/domain/clock/run-clocks'
import { withdrawNeed } from '@/domain/moves/withdraw-need'
import { approveNeed } from '@/domain/need/approve-need'
import { needSteps, stepSchemas, type NeedTerms, type SaveNeedStep } from '@/domain/need/need'
import { returnNeed } from '@/domain/need/return-need'
import { saveNeed } from '@/domain/need/save-need'
import { startNeed } from '@/domain/need/start-need'
import { submitNeed } from '@/domain/need/submit-need'
import { LiveTalk, type Candidate, type PublishedNeed } from './live-talks'
import type { Random } from './random'
import { clock, must, type Stage, type Story } from './stage'
import { wordsOf } from './tables'
import { addWorkingHours, later } from './working-time'
import { asCompany, type Company } from './world'

/** A draft with the steps of it that its terms complete, as its company saves them one by one. */
export async function startDraft(
  stage: Stage,
  company: Company,
  terms: NeedTerms,
  steps: readonly (typeof needSteps)[number][] = needSteps,
): Promise<string> {
  const context = stage.as(asCompany(company))
  const id = must(await startNeed(context))
  for (const step of steps) {
    const values = stepSchemas[step].parse(terms)
    must(await saveNeed(context, id, { step, values } as SaveNeedStep))
  }
  return id
}

/** A verifier lets a need through, and it is judged at once. */
export async function publish(stage: Stage, needId: string): Promise<void> {
  must(await approveNeed(stage.official('verifier'), needId))
  await stage.workOffQueue()
}

/** Who could finance a published need, one product each, whoever does more business first. */
async function listCandidates(stage: Stage, random: Random, needId: string): Promise<Candidate[]> {
  const fitting = await stage.db
    .select({ productId: match.productId })
    .from(match)
    .where(and(eq(match.needId, needId), eq(match.eligible, true)))
    .orderBy(asc(match.id))
  const ids = new Set(fitting.map(({ productId }) => productId))
  return stage.world.financiers
    .flatMap((financier) => {
      const products = financier.products.filter(({ id }) => ids.has(id))
      if (products.length === 0) return []
      const order = random.next() ** (1 / Math.sqrt(financier.weight))
      return [{ financier, product: random.pick(products), order }]
    })
    .toSorted((a, b) => b.order - a.order)
}

/** A need from its first word on: reviewed, met by financiers, and ended by its company or the clocks. */
export async function* needStory(
  stage: Stage,
  random: Random,
  company: Company,
  terms: NeedTerms,
): Story {
  const wait = (least: number, most: number) => later(random, stage.now, least, most)
  const submit = (id: string) => submitNeed(stage.as(asCompany(company)), id)
  const id = await startDraft(stage, company, terms)
  if (random.chance(0.05)) return
  yield wait(0.3, 16)
  must(await submit(id))
  if (random.chance(0.09)) {
    yield wait(1, 15)
    must(await returnNeed(stage.official('verifier'), id, random.pick(wordsOf('returned'))))
    if (random.chance(0.3)) return
    yield wait(3, 30)
    must(await submit(id))
  }
  yield wait(1.5, 17)
  await publish(stage, id)
  yield* publishedStory(stage, random, { id, company, terms })
}

/** Once it is judged, financiers come; some companies take it back. */
async function* publishedStory(stage: Stage, random: Random, need: PublishedNeed): Story {
  const tries = Number(random.from({ 0: 10, 1: 40, 2: 35, 3: 15 }))
  const candidates = await listCandidates(stage, random, need.id)
  let at = stage.now
  for (const candidate of candidates.slice(0, tries)) {
    at = later(random, at, 0.3, 18)
    const own = random.fork(candidate.product.id)
    stage.begin(at, new LiveTalk(stage, own, need, candidate).play())
  }
  if (!random.chance(0.15)) return
  yield addWorkingHours(stage.now, random.between(60, 600))
  await withdrawNeed(stage.as(asCompany(need.company)), need.id)
}

/** What time alone moves: each evening, and before `from` once a week. */
export async function* eveningStory(stage: Stage, from: Day): Story {
  for (;;) {
    await stage.workOffQueue()
    await runClocks(stage.as(clock))
    const today = dayOf(stage.now)
    const next = addDays(today, today < from ? 7 : 1)
    yield new Date(startOf(addDays(next, 1)).getTime() - 60_000)
  }
}

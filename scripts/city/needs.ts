import type { Database } from '@/db/client'
import { addDays, type Day } from '@/domain/calendar/calendar'
import { type Askers } from './askers'
import { eveningStory, needStory } from './live-needs'
import { drawTerms } from './need-terms'
import { servingAllTalks } from './past-consents'
import { PastNeeds } from './past-needs'
import { beginPersonaStories } from './persona-stories'
import type { Random } from './random'
import type { Services } from './services'
import { type Stage } from './stage'
import { beginStagedTalks } from './staged-talks'
import { officeMoment } from './working-time'
import type { World } from './world'

/** Needs are told of for so many days back: earlier business came before the platform took needs. */
export const NEED_DAYS = 610
/** What began longer ago has ended by the clocks. */
const LIVE_DAYS = 190
const PAST = 420
const LIVE = 200
/** For so many days the clocks ran each evening, and once a week before. */
const DAILY_DAYS = 60

/** Draws most live needs of late and some of every earlier month. */
function drawLiveDay(random: Random, { today }: World): Day {
  const lot = random.next()
  const back =
    lot < 0.24 ? random.int(1, 4) : lot < 0.75 ? random.int(4, 60) : random.int(60, LIVE_DAYS)
  return addDays(today, -back)
}

/** Needs that have ended by now, in bulk: rows of the world and of the ledger. */
export async function addPastNeeds(
  tx: Database,
  world: World,
  services: Services,
  askers: Askers,
  share: number,
) {
  const random = world.random.fork('past needs')
  const past = new PastNeeds(tx, world, services)
  const from = addDays(world.today, -NEED_DAYS)
  const until = addDays(world.today, -LIVE_DAYS)
  const days = Array.from({ length: PAST * share }, () => random.day(from, until)).toSorted()
  for (const day of days) {
    const company = askers.pick(random, day)
    askers.take(company, day)
    await past.add(random, company, day)
  }
  world.rows = { ...world.rows, consent: servingAllTalks(world.rows.consent) }
}

/** The needs of late, and those of the people who sign in: all they come to is done by the verbs, up to now. */
export async function playNeeds(stage: Stage, askers: Askers, share: number): Promise<void> {
  const { world } = stage
  const random = world.random.fork('live needs')
  beginPersonaStories(stage)
  beginStagedTalks(stage, askers)
  const days = Array.from({ length: LIVE * share }, () => drawLiveDay(random, world)).toSorted()
  for (const [number, day] of days.entries()) {
    const company = askers.pick(random, day)
    askers.take(company, day)
    const story = needStory(
      stage,
      random.fork(`need ${number}`),
      company,
      drawTerms(random, company, day),
    )
    stage.begin(officeMoment(random, day), story)
  }
  stage.begin(stage.now, eveningStory(stage, addDays(world.today, -DAILY_DAYS)))
  await stage.play(world.now)
}

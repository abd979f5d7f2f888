import * as z from 'zod'
import { addDays, dayOf, startOf, type Day } from '@/domain/calendar/calendar'
import { closeNeed } from '@/domain/moves/close-need'
import { needSteps, useKinds, type NeedStep, type NeedTerms } from '@/domain/need/need'
import { submitNeed } from '@/domain/need/submit-need'
import type { OfferInput } from '@/domain/offer/offer'
import { classes } from '@/domain/product/classes'
import { collateralKinds } from '@/domain/profile/profile'
import { publish, startDraft } from './live-needs'
import { personas } from './personas'
import { must, type Stage, type Story } from './stage'
import { codesOf, numberOrNull, readTable, WAN } from './tables'
import { askedFor, Talk } from './talk'
import { workingDayUntil } from './working-time'
import { asCompany } from './world'

/** What the company of the story asks for: amounts in 万元, `wantedIn` in days from today. */
const needTable = readTable(
  'persona-needs',
  z.object({
    need: z.string(),
    classes: codesOf(classes),
    useKind: z.enum(useKinds),
    words: z.string(),
    wan: numberOrNull,
    leastWan: numberOrNull,
    tenorMonths: numberOrNull,
    collateral: codesOf(collateralKinds),
    maxCostBp: numberOrNull,
    wantedIn: z.coerce.number(),
  }),
)

/** What was done with each, so many working days before today. */
const actTable = readTable(
  'persona-acts',
  z.object({
    need: z.string(),
    days: z.coerce.number(),
    time: z.string(),
    act: z.string(),
    with: z.string(),
    told: z.string(),
  }),
)

const draftSteps: readonly NeedStep[] = ['use', 'amount']
type Act = (typeof actTable)[number]

/** Has the company of the story do what the tables tell. */
export function beginPersonaStories(stage: Stage): void {
  for (const { need, words, wan, leastWan, wantedIn, ...kept } of needTable) {
    const terms: NeedTerms = {
      ...kept,
      words: words || null,
      amountFen: wan && wan * WAN,
      leastFen: leastWan && leastWan * WAN,
      inParts: false,
      partFen: null,
      wantedBy: addDays(stage.world.today, wantedIn),
      showWhiteList: true,
    }
    const acts = actTable.filter((one) => one.need === need)
    stage.begin(stage.now, personaStory(stage, terms, acts))
  }
}

/** A moment so many working days before today. */
function ago({ world }: Stage, days: number, time: string): Date {
  let day = world.today
  for (let left = days; left > 0; left--) day = workingDayUntil(addDays(day, -1))
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(startOf(day).getTime() + (hours * 60 + minutes) * 60_000)
}

async function* personaStory(stage: Stage, terms: NeedTerms, acts: readonly Act[]): Story {
  const company = stage.world.company(personas.company.organisation)
  const talks = new Map<string, Talk>()
  let needId = ''
  for (const { days, time, act, told, with: name } of acts) {
    yield ago(stage, days, time)
    const own = stage.as(asCompany(company))
    switch (act) {
      case 'start':
        // Who gets no further leaves the later steps open.
        needId = await startDraft(stage, company, terms, acts.length > 1 ? needSteps : draftSteps)
        break
      case 'submit':
        must(await submitNeed(own, needId))
        break
      case 'publish':
        await publish(stage, needId)
        break
      case 'close':
        must(await closeNeed(own, needId))
        break
      case 'claim': {
        const asked = askedFor(dayOf(stage.now), 60, ['accounts', 'certificates'])
        const talk = new Talk(stage, { needId, company, ...stage.world.offered(name), asked })
        must(await talk.start('claimed'))
        talks.set(name, talk)
        break
      }
      default: {
        const talk = talks.get(name)
        if (!talk) throw new Error(`there is no talk on ${name}`)
        await talkAct(talk, act, told, terms, dayOf(stage.now))
      }
    }
  }
}

/** The terms of an offer, told as 万元, bp and the days it is valid. */
function offerOf({ product }: Talk['of'], told: string, terms: NeedTerms, on: Day): OfferInput {
  const [wan = 0, rateBp = 0, days = 0] = told.split(' ').map(Number)
  return {
    amountFen: wan * WAN,
    rateBp,
    upfrontFeeFen: Math.round((wan * WAN * (product.feeBp ?? 0)) / 10_000),
    yearlyFeeBp: 0,
    repayment: product.repayment,
    tenorMonths: terms.tenorMonths,
    revolving: false,
    collateral: product.class === 'credit-loan' ? [] : terms.collateral.slice(0, 1),
    valuationFen: null,
    conditions: null,
    validUntil: addDays(on, days),
  }
}

async function talkAct(talk: Talk, act: string, told: string, terms: NeedTerms, on: Day) {
  switch (act) {
    case 'consent':
    case 'file':
    case 'ask':
    case 'accept':
      return must(await talk[act]())
    case 'look':
    case 'confirm':
      return talk[act]()
    case 'visit':
    case 'meeting':
      return must(await talk.contact(act, told))
    case 'offer':
    case 'approve':
      return must(await talk[act](offerOf(talk.of, told, terms, on)))
    case 'draw':
      return must(await talk.draw(Number(told) * WAN))
    default:
      throw new Error(`nobody can ${act}`)
  }
}

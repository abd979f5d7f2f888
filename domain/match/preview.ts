import type { CompanyActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import type { NeedTerms } from '../need/need'
import { readFacts } from '../profile/queries'
import { readCatalogue } from './catalogue'
import { judge } from './judge'
import { noRecord, type Change, type Rule } from './match'
import { applyChanges } from './near-miss'
import { obstaclesOf, type Obstacles } from './obstacles'
import { listCandidateOfferings, type Offering } from './offerings'

/** An eligible product, whose it is, and which of its tests are unknown. */
export interface Fitting extends Offering {
  unknownRules: Rule[]
}

export interface Preview {
  fitting: Fitting[]
  obstacles: Obstacles
}

async function readDraft(
  { db, now, actor }: Context<CompanyActor>,
  terms: NeedTerms,
  tried: Change | null,
) {
  if (terms.amountFen === null || terms.classes.length === 0) return null
  const day = dayOf(now)
  const facts = await readFacts(db, actor.organisationId, day)
  const asked = { terms, facts, openFen: terms.amountFen }
  const { need, today } = applyChanges(asked, day, tried ? [tried] : [])
  return { need, today, offerings: await listCandidateOfferings(db, need, today) }
}

function fittingOf({ need, today, offerings }: Draft): Fitting[] {
  return offerings.flatMap((offering) => {
    const { eligible, rows } = judge(need, offering.product, today, noRecord)
    const unknown = rows.filter(({ hard, verdict }) => hard && verdict === 'unknown')
    return eligible ? [{ ...offering, unknownRules: unknown.map(({ rule }) => rule) }] : []
  })
}

type Draft = NonNullable<Awaited<ReturnType<typeof readDraft>>>

/** Who could finance a draft with these terms; nobody while they say neither how much nor how. */
export async function listFitting(
  context: Context<CompanyActor>,
  terms: NeedTerms,
): Promise<Fitting[]> {
  const draft = await readDraft(context, terms, null)
  return draft ? fittingOf(draft) : []
}

/**
 * Who could finance a draft with these terms, saved or only typed, and what stands in the way; a change that is tried is
 * applied first. Null while the terms say neither how much nor how.
 */
export async function previewNeed(
  context: Context<CompanyActor>,
  terms: NeedTerms,
  tried: Change | null,
): Promise<Preview | null> {
  const draft = await readDraft(context, terms, tried)
  if (!draft) return null
  const offers = await readCatalogue(context.db)
  return { fitting: fittingOf(draft), obstacles: obstaclesOf(draft.need, offers, draft.today) }
}

import { and, desc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm'
import { member, yearlyTarget } from '@/db/schema'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import type { Scope } from '../place/place'
import { placeOfScope, targetMeasures, targetPlaces, type TargetPlace } from './target'

/** The places whose targets a scope reads: all of them, or its own. */
function placesRead(scope: Scope): TargetPlace[] {
  return scope.city ? [...targetPlaces] : [...scope.districts, ...scope.zones]
}

/** The targets of a year in an official's places, those in force and those that were, the latest first. */
export async function listTargets({ db, actor }: Context<OfficialActor>, year: number) {
  const places = placesRead(actor.scope)
  const rows = await db
    .select({
      id: yearlyTarget.id,
      year: yearlyTarget.year,
      measure: yearlyTarget.measure,
      place: yearlyTarget.place,
      value: yearlyTarget.value,
      source: yearlyTarget.source,
      state: yearlyTarget.state,
      setAt: yearlyTarget.setAt,
      setBy: member.name,
      endedAt: yearlyTarget.endedAt,
      reason: yearlyTarget.reason,
    })
    .from(yearlyTarget)
    .innerJoin(member, eq(member.id, yearlyTarget.setByMemberId))
    .where(and(eq(yearlyTarget.year, year), inArray(yearlyTarget.place, places)))
    .orderBy(desc(yearlyTarget.setAt), desc(yearlyTarget.id))
  // The whole city first, then places in their order.
  return rows.toSorted(
    (a, b) =>
      targetPlaces.indexOf(a.place) - targetPlaces.indexOf(b.place) ||
      targetMeasures.indexOf(a.measure) - targetMeasures.indexOf(b.measure),
  )
}
export type Target = Awaited<ReturnType<typeof listTargets>>[number]

/** How many companies the places of an official were to serve in a year, as it was decided by a moment; null without a target. */
export async function findCompaniesTarget(
  { db, actor }: Context<OfficialActor>,
  year: number,
  moment: Date,
): Promise<number | null> {
  const place = placeOfScope(actor.scope)
  if (!place) return null
  const [found] = await db
    .select({ value: yearlyTarget.value })
    .from(yearlyTarget)
    .where(
      and(
        eq(yearlyTarget.year, year),
        eq(yearlyTarget.place, place),
        eq(yearlyTarget.measure, 'companies'),
        lte(yearlyTarget.setAt, moment),
        or(isNull(yearlyTarget.endedAt), gt(yearlyTarget.endedAt, moment)),
      ),
    )
  return found?.value ?? null
}

/** Everything that time alone moves: what is due is asked for by an index, and moved one by one by its verb. */
import { and, eq, inArray, isNotNull, isNull, lt, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  consent,
  introduction,
  need,
  offer,
  organisation,
  product,
  request,
  service,
} from '@/db/schema'
import { addDays, dayOf, startOf } from '../calendar/calendar'
import type { Context } from '../context'
import { consentedStates } from '../introduction/introduction'
import { lapseOf, LAPSES_SOONEST, lapsingStates } from '../introduction/introduction'
import { goUnconfirmed } from '../ledger/go-unconfirmed'
import { expireConsent } from '../moves/expire-consent'
import { lapseIntroduction } from '../moves/lapse-introduction'
import { closeDrawnNeed } from '../need/close-drawn-need'
import { expireNeed } from '../need/expire-need'
import { isToBeWarned, isToClose, isToExpire } from '../need/needs-time'
import { warnExpiringNeed } from '../need/warn-expiring-need'
import { lapseOffer } from '../offer/lapse-offer'
import { openOfferStates } from '../offer/offer'
import { classes, comparesCost } from '../product/classes'
import { pauseStaleProduct } from '../product/pause-stale-product'
import { priceProduct } from '../product/price-product'
import { isToBeReminded, remindRequest } from '../request/remind-request'
import type { Result } from '../result'
import { DAYS } from './clock'

const AT_ONCE = 500
const DAY_MS = 86_400_000

interface Clock {
  due: (db: Database, now: Date) => Promise<{ id: string }[]>
  verb: (context: Context, id: string) => Promise<Result<string>>
}

async function lapsing(db: Database, now: Date): Promise<{ id: string }[]> {
  const waiting = await db
    .select({ id: introduction.id, state: introduction.state, stateAt: introduction.stateAt })
    .from(introduction)
    .where(
      and(
        inArray(introduction.state, lapsingStates),
        lte(introduction.stateAt, new Date(now.getTime() - LAPSES_SOONEST * DAY_MS)),
        sql`not exists (select 1 from ${organisation} where ${organisation.id} in (${introduction.companyId}, ${introduction.financierId}) and ${organisation.state} = 'suspended')`,
      ),
    )
    .orderBy(introduction.stateAt)
  return waiting.filter((one) => lapseOf(one, now) !== null)
}

const needsWhere = (isSo: typeof isToExpire) => (db: Database, now: Date) =>
  db.select({ id: need.id }).from(need).where(isSo(now)).orderBy(need.id).limit(AT_ONCE)

/** In this order: what ends an introduction comes before what asks whether anybody is in talk. */
export const clocks = {
  'lapse-introduction': { due: lapsing, verb: lapseIntroduction },
  'expire-consent': {
    due: (db, now) =>
      db
        .selectDistinctOn([consent.companyId, consent.financierId], { id: introduction.id })
        .from(consent)
        .innerJoin(
          introduction,
          and(
            eq(introduction.companyId, consent.companyId),
            eq(introduction.financierId, consent.financierId),
          ),
        )
        .where(
          and(
            isNull(consent.endedAt),
            lt(consent.until, dayOf(now)),
            inArray(introduction.state, [...consentedStates, 'drawn']),
          ),
        )
        .orderBy(consent.companyId, consent.financierId, introduction.id)
        .limit(AT_ONCE),
    verb: expireConsent,
  },
  'lapse-offer': {
    due: (db, now) =>
      db
        .select({ id: offer.id })
        .from(offer)
        .where(and(inArray(offer.state, [...openOfferStates]), lt(offer.validUntil, dayOf(now))))
        .orderBy(offer.id)
        .limit(AT_ONCE),
    verb: lapseOffer,
  },
  'go-unconfirmed': {
    due: (db, now) =>
      db
        .select({ id: service.id })
        .from(service)
        .where(and(eq(service.state, 'reported'), lte(service.confirmDueAt, now)))
        .orderBy(service.confirmDueAt)
        .limit(AT_ONCE),
    verb: goUnconfirmed,
  },
  'pause-stale-product': {
    due: (db, now) =>
      db
        .select({ id: product.id })
        .from(product)
        .where(
          and(
            eq(product.state, 'live'),
            lt(
              sql`coalesce(${product.reconfirmedAt}, ${product.publishedAt}, ${product.savedAt})`,
              startOf(addDays(dayOf(now), -DAYS.reconfirm)),
            ),
          ),
        )
        .orderBy(product.id)
        .limit(AT_ONCE),
    verb: pauseStaleProduct,
  },
  'price-product': {
    due: (db) =>
      db
        .select({ id: product.id })
        .from(product)
        .where(
          and(
            isNull(product.costsBp),
            isNotNull(product.rateMinBp),
            isNotNull(product.tenorMaxMonths),
            ne(product.repayment, 'none'),
            inArray(product.class, classes.filter(comparesCost)),
          ),
        )
        .orderBy(product.id)
        .limit(AT_ONCE),
    verb: priceProduct,
  },
  'close-drawn-need': { due: needsWhere(isToClose), verb: closeDrawnNeed },
  'warn-expiring-need': { due: needsWhere(isToBeWarned), verb: warnExpiringNeed },
  'expire-need': { due: needsWhere(isToExpire), verb: expireNeed },
  'remind-request': {
    due: (db, now) =>
      db
        .select({ id: request.id })
        .from(request)
        .where(isToBeReminded(now))
        .orderBy(request.dueAt)
        .limit(AT_ONCE),
    verb: remindRequest,
  },
} as const satisfies Record<string, Clock>

/** Moves one kind until nothing is due; answers how many. What somebody else moved meanwhile is left to them. */
async function runClock(context: Context, { due, verb }: Clock): Promise<number> {
  let moved = 0
  for (;;) {
    const found = await due(context.db, context.now)
    let done = 0
    for (const { id } of found) if ((await verb(context, id)).ok) done++
    moved += done
    if (done === 0 || found.length < AT_ONCE) return moved
  }
}

/** Runs them all, and the rest too where one fails; the round is tried again then. */
export async function runClocks(context: Context): Promise<Record<string, number>> {
  const moved: Record<string, number> = {}
  const failed: unknown[] = []
  for (const [name, clock] of Object.entries(clocks)) {
    try {
      moved[name] = await runClock(context, clock)
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, 'some clocks did not run')
  return moved
}

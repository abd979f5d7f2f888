import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need, organisation, profile, profileYear, qualification } from '@/db/schema'
import { enqueue } from '@/ports/queue'
import { whyNotActAs, type CompanyActor, type FinancierActor, type WhyNotAct } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { newId } from '../id'
import { readCrowd } from '../need/crowd'
import { keepNeedIndex } from '../need/keep-need-index'
import { termsOf } from '../need/need'
import { teaserOf, wideningFor } from '../need/teaser'
import { financierSections, type SaveProfileInput, type SectionInput } from '../profile/profile'
import { readFacts } from '../profile/queries'
import { ok, refused, type Result } from '../result'

async function savePlace(tx: Database, organisationId: string, values: SectionInput<'place'>) {
  const { district, zone, park } = values
  await tx.update(organisation).set({ district, zone }).where(eq(organisation.id, organisationId))
  return { park }
}

async function saveAccounts(
  tx: Database,
  organisationId: string,
  values: SectionInput<'accounts'>,
) {
  await tx.delete(profileYear).where(eq(profileYear.organisationId, organisationId))
  const years = values.years.filter(
    ({ revenueFen, profitFen, rdSpendFen }) =>
      revenueFen !== null || profitFen !== null || rdSpendFen !== null,
  )
  if (years.length > 0)
    await tx.insert(profileYear).values(years.map((figures) => ({ organisationId, ...figures })))
  return { debtRatioBp: values.debtRatioBp, debtRatioYear: values.debtRatioYear }
}

async function saveProperty(
  tx: Database,
  organisationId: string,
  values: SectionInput<'property'>,
) {
  const { qualifications, ...columns } = values
  await tx.delete(qualification).where(eq(qualification.organisationId, organisationId))
  if (qualifications.length > 0) {
    await tx
      .insert(qualification)
      .values(
        qualifications.map((certificate) => ({ id: newId(), organisationId, ...certificate })),
      )
  }
  return columns
}

async function saveSection(tx: Database, organisationId: string, input: SaveProfileInput) {
  switch (input.section) {
    case 'place':
      return savePlace(tx, organisationId, input.values)
    case 'accounts':
      return saveAccounts(tx, organisationId, input.values)
    case 'property':
      return saveProperty(tx, organisationId, input.values)
    default:
      return input.values
  }
}

/** Open needs keep up with their company: a new snapshot and teaser, and they are judged again. */
async function renewOpenNeeds(tx: Database, organisationId: string, now: Date) {
  const today = dayOf(now)
  const open = await tx
    .select()
    .from(need)
    .where(
      and(eq(need.organisationId, organisationId), inArray(need.state, ['published', 'in-review'])),
    )
    .for('no key update')
  if (open.length === 0) return
  const facts = await readFacts(tx, organisationId, today)
  const widening = wideningFor(facts, await readCrowd(tx, facts))
  for (const one of open) {
    await tx
      .update(need)
      .set({ facts, teaser: teaserOf(termsOf(one), facts, widening, today) })
      .where(eq(need.id, one.id))
    if (one.state === 'published') await enqueue(tx, 'judge-need', { needId: one.id })
  }
  await keepNeedIndex(
    tx,
    open.map(({ id }) => id),
    today,
  )
}

/** Saves one section of the profile, also while the application is not decided yet. A financier has but two. */
export async function saveProfile(
  context: Context<CompanyActor | FinancierActor>,
  input: SaveProfileInput,
): Promise<Result<string, WhyNotAct>> {
  const { actor } = context
  const isFinancier = actor.audience === 'financier' && financierSections.includes(input.section)
  const no = whyNotActAs(actor, isFinancier ? 'financier' : 'company', ['applied'])
  if (no) return refused(no)
  const { organisationId } = actor
  return transact(context, async (tx) => {
    // The organisation's row is the lock of its whole profile.
    await tx
      .select({ id: organisation.id })
      .from(organisation)
      .where(eq(organisation.id, organisationId))
      .for('no key update')
    const columns = await saveSection(tx, organisationId, input)
    const saved = { ...columns, savedAt: context.now }
    await tx
      .insert(profile)
      .values({ organisationId, ...saved })
      .onConflictDoUpdate({ target: profile.organisationId, set: saved })
    await renewOpenNeeds(tx, organisationId, context.now)
    await recordEvent(tx, context, 'organisation.profile-saved', organisationId, {
      ...(isFinancier ? {} : { companyId: organisationId }),
      facts: { section: input.section },
    })
    return ok(organisationId)
  })
}

/** The products and their financiers, and the few needs that are asked about, whole: beside the needs that `load.ts` wrote. */
import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import {
  need,
  organisation,
  product,
  profile,
  profileYear,
  qualification,
  whiteListEntry,
} from '@/db/schema'
import { newId } from '@/domain/id'
import { idAt, nameAt, needAt, productAt, TODAY } from './draw'

export type NeedRow = typeof need.$inferSelect

/** Noon of the day. */
export const NOW = new Date(`${TODAY}T04:00:00Z`)
const OF_A_FINANCIER = 30
const AT_ONCE = 1_000

const upTo = (count: number) => Array.from({ length: count }, (_, place) => place)

export async function loadProducts(db: Database, count: number): Promise<void> {
  const financiers = Math.ceil(count / OF_A_FINANCIER)
  await db.insert(organisation).values(
    upTo(financiers).map((place) => ({
      id: idAt('financier', place),
      kind: 'financier' as const,
      financierKind: 'bank' as const,
      uscc: `91619998${String(place).padStart(10, '0')}`,
      name: nameAt(place),
      state: 'admitted' as const,
      createdAt: NOW,
    })),
  )
  const products = upTo(count).map((place) => ({
    ...productAt(place),
    id: idAt('product', place),
    code: `CP-${place}`,
    financierId: idAt('financier', place % financiers),
    state: 'live' as const,
    name: `product ${place}`,
    repayment: 'interest-monthly' as const,
    createdAt: NOW,
    savedAt: NOW,
  }))
  for (let start = 0; start < count; start += AT_ONCE)
    await db.insert(product).values(products.slice(start, start + AT_ONCE))
  await db.execute('analyze')
}

/** A need with its terms and facts, and the profile that these facts are of. */
export async function completeNeed(db: Database, place: number): Promise<NeedRow> {
  const { terms, facts, openFen } = needAt(place)
  const organisationId = idAt('company', place)
  const { park, chains, stage, foundedOn, staff, debtRatioBp, inventionPatents, otherPatents } =
    facts
  const rdStaff = facts.rdStaff === null ? null : Math.min(facts.rdStaff, staff ?? facts.rdStaff)
  await db.insert(profile).values({
    ...{ organisationId, park, chains, stage, foundedOn, staff, rdStaff },
    ...{ debtRatioBp, inventionPatents, otherPatents, savedAt: NOW },
  })
  if (facts.years.length > 0)
    await db.insert(profileYear).values(facts.years.map((year) => ({ ...year, organisationId })))
  if (facts.qualifications.length > 0)
    await db
      .insert(qualification)
      .values(facts.qualifications.map((one) => ({ ...one, id: newId(), organisationId })))
  if (facts.whiteListed.length > 0)
    await db
      .insert(whiteListEntry)
      .values(
        facts.whiteListed.map((chain) => ({ id: newId(), batchOn: TODAY, organisationId, chain })),
      )
  const [row] = await db
    .update(need)
    .set({ ...terms, facts: { ...facts, rdStaff }, openFen })
    .where(eq(need.id, idAt('need', place)))
    .returning()
  if (!row) throw new Error(`need ${place} is not there`)
  return row
}

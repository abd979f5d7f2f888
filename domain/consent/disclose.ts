import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { consent, disclosure, introduction, member, need, organisation } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { newId } from '../id'
import type { Profile } from '../profile/profile'
import { readProfile } from '../profile/queries'
import type { FieldGroup } from './consent'
import { isReadNow } from './in-force'

/** What a consent lets a financier read of a company; a group that is not open is absent. */
export interface Disclosed {
  groups: FieldGroup[]
  until: string | null
  identity?: { name: string; uscc: string; words: string | null }
  contact?: { name: string | null; phone: string | null; email: string | null }
  business?: Pick<
    Profile,
    | 'district'
    | 'zone'
    | 'park'
    | 'chains'
    | 'stage'
    | 'foundedOn'
    | 'staff'
    | 'rdStaff'
    | 'introduction'
  >
  accounts?: Pick<Profile, 'years' | 'debtRatioBp' | 'debtRatioYear'>
  property?: Pick<Profile, 'inventionPatents' | 'otherPatents' | 'software' | 'collateral'>
  certificates?: Profile['qualifications']
}

async function listOpenGroups(
  db: Database,
  { actor, now }: Context<FinancierActor>,
  introductionId: string,
) {
  return db
    .select({ fieldGroup: consent.fieldGroup, until: consent.until })
    .from(consent)
    .where(
      and(
        eq(consent.introductionId, introductionId),
        eq(consent.financierId, actor.organisationId),
        isReadNow(dayOf(now)),
      ),
    )
}

/**
 * Reads what the company has consented to, and no more; every look is written down in the same transaction, for the
 * company's list of who has seen it.
 */
export async function discloseCompany(
  context: Context<FinancierActor>,
  introductionId: string,
): Promise<Disclosed | null> {
  const { actor, now } = context
  return context.db.transaction(async (tx) => {
    const [found] = await tx
      .select({ introduction, company: organisation, words: need.words })
      .from(introduction)
      .innerJoin(organisation, eq(organisation.id, introduction.companyId))
      .innerJoin(need, eq(need.id, introduction.needId))
      .where(
        and(
          eq(introduction.id, introductionId),
          eq(introduction.financierId, actor.organisationId),
        ),
      )
      .for('share', { of: introduction })
    if (!found) return null
    const open = await listOpenGroups(tx, context, introductionId)
    const groups = open.map(({ fieldGroup }) => fieldGroup)
    if (groups.length === 0) return { groups, until: null }
    await tx.insert(disclosure).values({
      id: newId(),
      introductionId,
      companyId: found.company.id,
      financierId: actor.organisationId,
      memberId: actor.memberId,
      groups,
      at: now,
    })
    const profile = await readProfile(tx, found.company.id)
    const disclosed: Disclosed = {
      groups,
      until: open.map(({ until }) => until).toSorted()[0] ?? null,
    }
    for (const group of groups) Object.assign(disclosed, await readGroup(tx, group, found, profile))
    return disclosed
  })
}

async function readGroup(
  tx: Database,
  group: FieldGroup,
  found: { company: typeof organisation.$inferSelect; words: string | null },
  profile: Profile,
): Promise<Partial<Disclosed>> {
  switch (group) {
    case 'identity':
      return {
        identity: { name: found.company.name, uscc: found.company.uscc, words: found.words },
      }
    case 'contact': {
      const [owner] = await tx
        .select({ email: member.email })
        .from(member)
        .where(
          and(
            eq(member.organisationId, found.company.id),
            eq(member.role, 'owner'),
            eq(member.state, 'active'),
          ),
        )
        .orderBy(member.createdAt)
        .limit(1)
      return {
        contact: {
          name: profile.contactName,
          phone: profile.contactPhone,
          email: owner?.email ?? null,
        },
      }
    }
    case 'business': {
      const {
        district,
        zone,
        park,
        chains,
        stage,
        foundedOn,
        staff,
        rdStaff,
        introduction: words,
      } = profile
      return {
        business: {
          district,
          zone,
          park,
          chains,
          stage,
          foundedOn,
          staff,
          rdStaff,
          introduction: words,
        },
      }
    }
    case 'accounts': {
      const { years, debtRatioBp, debtRatioYear } = profile
      return { accounts: { years, debtRatioBp, debtRatioYear } }
    }
    case 'property': {
      const { inventionPatents, otherPatents, software, collateral } = profile
      return { property: { inventionPatents, otherPatents, software, collateral } }
    }
    case 'certificates':
      return { certificates: profile.qualifications }
  }
}

/** Who acts in the tests of verbs: one company, financier and authority of the tale, and a stranger beside each. */
import type { Database } from '@/db/client'
import { member, organisation, profile } from '@/db/schema'
import type { CompanyActor, FinancierActor, OfficialActor } from '../actor'
import { newId } from '../id'
import type { Duty, MemberRole } from '../member/member'
import type { OrganisationState } from '../organisation/organisation'
import type { Scope } from '../place/place'
import { dateProfile } from '../profile/date-profile'
import { usccCheckCharacter } from '../uscc/uscc'

/** A working day, ten in the morning in Xi'an. */
export const NOW = new Date('2024-05-15T02:00:00Z')
/** Every clock of an introduction, a consent, an offer and a service that began then has run out. */
export const LONG_AGO = new Date('2024-04-10T02:00:00Z')
/** Never checked: a member must have one to be active. */
const NO_PASSWORD = 'no password opens this'

let codes = 0

/** Fictitious codes that are valid, each used once. */
export function nextUscc(): string {
  codes++
  const first17 = `91619999${String(codes).padStart(9, '0')}`
  return `${first17}${usccCheckCharacter(first17)}`
}

export async function makeOrganisation(
  db: Database,
  kind: 'company' | 'financier' | 'authority',
  more: Partial<typeof organisation.$inferInsert> = {},
): Promise<typeof organisation.$inferSelect> {
  const [made] = await db
    .insert(organisation)
    .values({
      id: newId(),
      kind,
      financierKind: kind === 'financier' ? 'bank' : null,
      uscc: nextUscc(),
      name: `${kind} ${codes}`,
      state: 'admitted',
      district: 'yanta',
      zone: 'high-tech',
      createdAt: NOW,
      ...more,
    })
    .returning()
  if (!made) throw new Error('no organisation')
  if (kind === 'company') await dateProfile(db, made.id, '2019-01-01')
  return made
}

/** A company with a whole profile: what publishing asks for, and the facts that criteria test. */
export async function makeCompany(
  db: Database,
  more: Partial<typeof organisation.$inferInsert> = {},
  facts: Partial<typeof profile.$inferInsert> = {},
) {
  const made = await makeOrganisation(db, 'company', more)
  await db.insert(profile).values({
    organisationId: made.id,
    chains: ['photonics'],
    stage: 'growth',
    foundedOn: '2019-03-10',
    staff: 64,
    rdStaff: 20,
    debtRatioBp: 4_500,
    debtRatioYear: 2023,
    inventionPatents: 4,
    otherPatents: 2,
    certificatesKnown: true,
    contactName: 'Contact',
    contactPhone: '02988880000',
    savedAt: NOW,
    ...facts,
  })
  await dateProfile(db, made.id, '2019-01-01')
  return made
}

export async function makeMember(
  db: Database,
  organisationId: string,
  role: MemberRole,
  more: Partial<typeof member.$inferInsert> = {},
): Promise<typeof member.$inferSelect> {
  const id = newId()
  const [made] = await db
    .insert(member)
    .values({
      id,
      organisationId,
      email: `${id}@test.example`,
      name: `${role} ${id.slice(-4)}`,
      passwordHash: NO_PASSWORD,
      role,
      state: 'active',
      createdAt: NOW,
      ...more,
    })
    .returning()
  if (!made) throw new Error('no member')
  return made
}

type Organisation = typeof organisation.$inferSelect
type Member = typeof member.$inferSelect

function membership(of: Organisation, who: Member, state: OrganisationState) {
  return {
    memberId: who.id,
    organisationId: of.id,
    organisationName: of.name,
    personName: who.name,
    role: who.role,
    organisationState: state,
  }
}

export function companyActor(of: Organisation, who: Member, state = of.state): CompanyActor {
  return { audience: 'company', ...membership(of, who, state) }
}

export function financierActor(of: Organisation, who: Member, state = of.state): FinancierActor {
  return {
    audience: 'financier',
    financierKind: of.financierKind ?? 'bank',
    ...membership(of, who, state),
  }
}

export function officialActor(
  of: Organisation,
  who: Member,
  duties: Duty[],
  scope: Scope = { city: true },
): OfficialActor {
  return { audience: 'official', duties, scope, ...membership(of, who, of.state) }
}

/** Everybody the tables know; `own` for the company and financier of the tale. */
export async function makeCast(db: Database, own: Partial<typeof organisation.$inferInsert> = {}) {
  const company = await makeCompany(db, own)
  const otherCompany = await makeCompany(db)
  const financier = await makeOrganisation(db, 'financier', own)
  const otherFinancier = await makeOrganisation(db, 'financier')
  const authority = await makeOrganisation(db, 'authority', { district: null, zone: null })
  const people = async (of: Organisation) => ({
    owner: await makeMember(db, of.id, 'owner'),
    editor: await makeMember(db, of.id, 'editor'),
    viewer: await makeMember(db, of.id, 'viewer'),
  })
  return {
    company,
    otherCompany,
    financier,
    otherFinancier,
    authority,
    of: {
      company: await people(company),
      otherCompany: await people(otherCompany),
      financier: await people(financier),
      otherFinancier: await people(otherFinancier),
      authority: await people(authority),
    },
  }
}

export type Cast = Awaited<ReturnType<typeof makeCast>>

/** The five who tell most tales. */
export function mainActors({ company, financier, authority, of }: Cast) {
  return {
    company: companyActor(company, of.company.owner),
    financier: financierActor(financier, of.financier.owner),
    verifier: officialActor(authority, of.authority.owner, ['verifier']),
    statistician: officialActor(authority, of.authority.editor, ['statistician']),
  }
}

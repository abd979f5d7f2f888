import {
  addDays,
  addMonths,
  dayOf,
  monthsBetween,
  startOf,
  type Day,
} from '@/domain/calendar/calendar'
import type { Chain } from '@/domain/chain/chain'
import type { EventType } from '@/domain/event/event'
import type { OrganisationState } from '@/domain/organisation/organisation'
import { chainShape, drawChain, drawProfile } from './company-profile'
import { addMember } from './people'
import type { Random } from './random'
import { charactersOf, wordsOf } from './tables'
import { later, officeMoment, workingDayUntil } from './working-time'
import type { Company, Member, World } from './world'

/** The platform opened to companies then; the ledger begins in the January that follows. */
const OPENED: Day = '2022-09-01'
const REGISTERED = 1_560
const MET_IN_IMPORTS = 36
const BRANCHES = 20

/** Each pair of brand characters is used once, so that no two companies share a name. */
function* drawBrands(random: Random): Generator<string, string> {
  const pairs = new Set(
    charactersOf('brand-first').flatMap((first) =>
      charactersOf('brand-second')
        .filter((second) => second !== first)
        .map((second) => `${first}${second}`),
    ),
  )
  for (const taken of ['曜芯', '清岚']) pairs.delete(taken)
  yield* random.shuffled([...pairs])
  throw new Error('more companies than brands')
}

function nameOf(random: Random, brand: string, chain: Chain): string {
  const city = random.chance(0.86) ? '西安' : '陕西'
  return `${city}${brand}${random.pick(chainShape(chain).trades)}${random.pick(wordsOf('legal-form'))}`
}

/** Half were there when it opened, the rest came over the years, most after each spring. */
function drawFirstDay(random: Random, today: Day): Day {
  if (random.chance(0.56)) return random.day(OPENED, '2022-12-20')
  const months = Math.max(1, monthsBetween(OPENED, today))
  return random.day(OPENED, addDays(addMonths(OPENED, random.int(0, months)), 20))
}

/** Adds a company, and answers what later steps need of it; one that is only known has told nothing of itself. */
export function addCompany(
  world: World,
  random: Random,
  told: Pick<Company['row'], 'name' | 'state' | 'createdAt'> & Partial<Company['row']>,
  profile: Company['profile'],
  weight = 0,
): Company {
  const { district, zone } = profile
  const row = world.organisation({
    id: random.id(told.createdAt),
    kind: 'company',
    ...(told.state === 'known' ? {} : { district, zone, appliedAt: told.createdAt }),
    ...told,
  })
  const company = { row, profile, whiteList: [], members: [], weight }
  world.companies.push(company)
  return company
}

/** The events behind a company's standing. */
export function tellStanding(world: World, { row, members }: Company, decidedAt: Date): void {
  const tell = (
    at: Date | null,
    type: EventType,
    by: Member | null = world.official('verifier'),
    facts = {},
  ) => {
    if (at) world.event(at, type, row.id, by, { companyId: row.id, facts })
  }
  tell(row.createdAt, 'organisation.registered', members[0], { kind: 'company' })
  tell(row.admittedAt, 'organisation.admitted')
  tell(row.state === 'refused' ? decidedAt : null, 'organisation.refused')
  tell(row.suspendedAt, 'organisation.suspended')
}

/** The profile's rows, once nothing in it changes any more. */
export function addProfileRows(world: World): void {
  const random = world.random.fork('profile rows')
  for (const { row, profile } of world.companies) {
    if (row.state === 'known') continue
    const { district: _d, zone: _z, years, qualifications, ...columns } = profile
    const savedAt = row.admittedAt ?? row.createdAt
    world.rows.profile.push({ organisationId: row.id, ...columns, savedAt, version: 1 })
    world.rows.datedProfile.push({
      organisationId: row.id,
      since: dayOf(row.createdAt),
      district: row.district,
      zone: row.zone,
      park: columns.park,
      chains: columns.chains,
    })
    world.rows.profileYear.push(...years.map((year) => ({ organisationId: row.id, ...year })))
    world.rows.qualification.push(
      ...qualifications.map((one) => ({
        id: random.id(savedAt),
        organisationId: row.id,
        ...one,
      })),
    )
  }
}

export function addCompanies(world: World): void {
  const random = world.random.fork('companies')
  const brands = drawBrands(random)
  const firstDays = Array.from({ length: REGISTERED }, () =>
    drawFirstDay(random, addDays(world.today, -12)),
  ).toSorted()
  for (const [index, day] of firstDays.entries()) {
    const isNew = index >= REGISTERED - 12
    addRegistered(world, random, brands.next().value, isNew ? recentDay(world, random) : day, {
      state: stateOf(index, isNew),
      number: index,
    })
  }
  for (let index = 0; index < MET_IN_IMPORTS; index++) {
    const chain = drawChain(random)
    const createdAt = officeMoment(random, random.day('2023-02-05', addDays(world.today, -40)))
    addCompany(
      world,
      random,
      { name: nameOf(random, brands.next().value, chain), state: 'known', createdAt },
      drawProfile(random, chain, '2015-05-05', world.today),
    )
  }
  addBranches(world, random)
}

function recentDay(world: World, random: Random): Day {
  return workingDayUntil(random.day(addDays(world.today, -9), addDays(world.today, -3)))
}

function stateOf(index: number, isNew: boolean): OrganisationState {
  if (isNew) return 'applied'
  if (index % 211 === 17) return 'refused'
  return index % 331 === 29 ? 'suspended' : 'admitted'
}

function addRegistered(
  world: World,
  random: Random,
  brand: string,
  day: Day,
  { state, number }: { state: OrganisationState; number: number },
): Company {
  const chain = drawChain(random)
  const createdAt = officeMoment(random, day)
  const foundedOn = addMonths(day, -Math.round(Math.min(330, 5 + random.logNormal(62, 0.8))))
  const profile = drawProfile(random, chain, foundedOn, world.today)
  const decidedAt = later(random, createdAt, 1, 14)
  const isSuspended = state === 'suspended'
  const company = addCompany(
    world,
    random,
    {
      name: nameOf(random, brand, chain),
      state,
      createdAt,
      admittedAt: state === 'admitted' || isSuspended ? decidedAt : null,
      suspendedAt: isSuspended ? later(random, addAtLeast(decidedAt, world), 20, 90) : null,
      stateReason: isSuspended || state === 'refused' ? random.pick(wordsOf(state)) : null,
    },
    profile,
    weightOf(random, chain, profile),
  )
  company.members.push(
    addMember(world, random, company.row.id, {
      email: `owner-${String(number + 1).padStart(4, '0')}@company.example`,
      name: profile.contactName ?? undefined,
      at: createdAt,
    }),
  )
  tellStanding(world, company, decidedAt)
  return company
}

/** Suspensions are recent, so that what went before stays plausible. */
function addAtLeast(decidedAt: Date, world: World): Date {
  const recent = startOf(addDays(world.today, -60))
  return decidedAt > recent ? decidedAt : recent
}

function weightOf(random: Random, chain: Chain, profile: Company['profile']): number {
  const size = Math.min(2.2, 0.5 + (profile.staff ?? 20) / 90)
  const zone = profile.zone === 'high-tech' ? 1.25 : profile.zone === null ? 0.75 : 1
  const certified = profile.qualifications.length > 2 ? 1.3 : 0.8
  return chainShape(chain).lively * size * zone * certified * random.logNormal(1, 0.9)
}

function addBranches(world: World, random: Random): void {
  const parents = random.some(
    world.companies.filter(
      ({ row, profile }) => row.state === 'admitted' && (profile.staff ?? 0) > 80,
    ),
    BRANCHES,
  )
  for (const [index, parent] of parents.entries()) {
    const first = dayOf(parent.row.admittedAt ?? parent.row.createdAt)
    const createdAt = officeMoment(random, addDays(first, random.int(3, 30)))
    const branch = addRegistered(world, random, '', dayOf(createdAt), {
      state: 'admitted',
      number: REGISTERED + index,
    })
    branch.row.name = `${parent.row.name}${random.pick(wordsOf('branch'))}分公司`
    branch.row.parentId = parent.row.id
    branch.profile.chains = parent.profile.chains
    branch.weight = parent.weight * 0.3
  }
}

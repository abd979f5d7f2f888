import { addDays, addMonths, dayOf, startOf, type Day } from '@/domain/calendar/calendar'
import { chains, type Chain } from '@/domain/chain/chain'
import type { OrganisationState } from '@/domain/organisation/organisation'
import { chainShare, drawProfile } from './company-profile'
import { addMember } from './people'
import type { Random } from './random'
import { brandFirst, brandSecond, legalForms, trades } from './words'
import { later, officeMoment } from './working-time'
import type { Company, World } from './world'

/** The platform opened to companies then; the ledger begins in the January that follows. */
const OPENED: Day = '2022-09-01'
const REGISTERED = 1_560
const MET_IN_IMPORTS = 36
const BRANCHES = 20

/** Each pair of brand characters is used once, so that no two companies share a name. */
function* drawBrands(random: Random): Generator<string, string> {
  const pairs = new Set(
    brandFirst.flatMap((first) =>
      brandSecond.filter((second) => second !== first).map((second) => `${first}${second}`),
    ),
  )
  for (const taken of ['曜芯', '清岚']) pairs.delete(taken)
  yield* random.shuffled([...pairs])
  throw new Error('more companies than brands')
}

function nameOf(random: Random, brand: string, chain: Chain): string {
  const city = random.chance(0.86) ? '西安' : '陕西'
  return `${city}${brand}${random.pick(trades[chain])}${random.pick(legalForms)}`
}

/** Half were there when it opened, the rest came over the years, most after each spring. */
function drawFirstDay(random: Random, today: Day): Day {
  if (random.chance(0.56)) return random.day(OPENED, '2022-12-20')
  const months = Math.max(1, monthsSince(today))
  return random.day(OPENED, addDays(addMonths(OPENED, random.int(0, months)), 20))
}

function monthsSince(today: Day): number {
  return (
    (Number(today.slice(0, 4)) - 2022) * 12 + Number(today.slice(5, 7)) - Number(OPENED.slice(5, 7))
  )
}

/** Adds the rows of a company and of its profile, and answers what later steps need of it. */
export function addCompany(
  world: World,
  given: Pick<Company['row'], 'id' | 'uscc' | 'name' | 'state'> &
    Partial<Company['row']> & { createdAt: Date },
  profile: Company['profile'],
  weight: number,
): Company {
  const isRegistered = given.state !== 'known'
  const row: Company['row'] = {
    kind: 'company',
    financierKind: null,
    parentId: null,
    stateReason: null,
    district: isRegistered ? profile.district : null,
    zone: isRegistered ? profile.zone : null,
    appliedAt: isRegistered ? given.createdAt : null,
    admittedAt: null,
    suspendedAt: null,
    version: 1,
    ...given,
  }
  world.rows.organisation.push(row)
  const company: Company = { row, profile, whiteList: [], members: [], weight }
  world.companies.push(company)
  return company
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

const refusals = [
  '统一社会信用代码与企业名称对不上。',
  '企业不在本市注册，也没有本市的科研或生产场所。',
]
const suspensions = ['登记地址无法联系，等待企业说明。', '提交的审计报告与税务数据不符，正在核实。']

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
      {
        id: random.id(createdAt),
        uscc: world.uscc(),
        name: nameOf(random, brands.next().value, chain),
        state: 'known',
        createdAt,
      },
      drawProfile(random, chain, '2015-05-05', world.today),
      0,
    )
  }
  addBranches(world, random)
}

function recentDay(world: World, random: Random): Day {
  return random.day(addDays(world.today, -9), addDays(world.today, -3))
}

function stateOf(index: number, isNew: boolean): OrganisationState {
  if (isNew) return 'applied'
  if (index % 211 === 17) return 'refused'
  return index % 331 === 29 ? 'suspended' : 'admitted'
}

function drawChain(random: Random): Chain {
  return random.weighted(chains, (chain) => chainShare[chain].companies)
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
  const verifier = world.official('verifier')
  const company = addCompany(
    world,
    {
      id: random.id(createdAt),
      uscc: world.uscc(),
      name: nameOf(random, brand, chain),
      state,
      createdAt,
      admittedAt: state === 'admitted' || state === 'suspended' ? decidedAt : null,
      suspendedAt:
        state === 'suspended' ? later(random, addAtLeast(decidedAt, world), 20, 90) : null,
      stateReason:
        state === 'refused'
          ? random.pick(refusals)
          : state === 'suspended'
            ? random.pick(suspensions)
            : null,
    },
    profile,
    weightOf(random, chain, profile),
  )
  const { row } = company
  company.members.push(
    addMember(world, random, row.id, {
      email: `owner-${String(number + 1).padStart(4, '0')}@company.example`,
      name: profile.contactName ?? undefined,
      at: createdAt,
    }),
  )
  const [owner = null] = company.members
  world.event(createdAt, 'organisation.registered', row.id, owner, {
    companyId: row.id,
    facts: { kind: 'company' },
  })
  if (row.admittedAt)
    world.event(row.admittedAt, 'organisation.admitted', row.id, verifier, { companyId: row.id })
  if (state === 'refused')
    world.event(decidedAt, 'organisation.refused', row.id, verifier, { companyId: row.id })
  if (row.suspendedAt)
    world.event(row.suspendedAt, 'organisation.suspended', row.id, verifier, { companyId: row.id })
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
  return chainShare[chain].lively * size * zone * certified * random.logNormal(1, 0.9)
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
    branch.row.name = `${parent.row.name}${random.pick(['高新', '西咸', '长安', '经开'])}分公司`
    branch.row.parentId = parent.row.id
    branch.profile.chains = parent.profile.chains
    branch.weight = parent.weight * 0.3
  }
}

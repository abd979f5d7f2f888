import { addDays } from '@/domain/calendar/calendar'
import type { MemberRole } from '@/domain/member/member'
import type { FinancierKind } from '@/domain/organisation/organisation'
import { addMember } from './people'
import { personas } from './personas'
import type { Random } from './random'
import { financierTable, placeTable } from './tables'
import { later, officeMoment, workingDayUntil } from './working-time'
import type { World } from './world'

const applicants = [
  { kind: 'bank', name: '骊泉银行科技支行', mark: 'N0', weight: 0 },
  { kind: 'leasing', name: '春明融资租赁', mark: 'N1', weight: 0 },
] as const

/** Sixty financiers, there before the ledger begins, each with its people; two more wait for their admission. */
export function addFinanciers(world: World): void {
  const random = world.random.fork('financiers')
  for (const named of financierTable)
    addFinancier(world, random, named, random.day('2022-09-01', '2022-11-30'))
  for (const named of applicants)
    addFinancier(
      world,
      random,
      named,
      workingDayUntil(addDays(world.today, -random.int(3, 6))),
      true,
    )
}

function addFinancier(
  world: World,
  random: Random,
  named: { kind: FinancierKind; name: string; mark: string; weight: number },
  day: string,
  isNew = false,
): void {
  const createdAt = officeMoment(random, day)
  const admittedAt = isNew ? null : later(random, createdAt, 2, 14)
  const { district, zone } = random.weighted(placeTable, ({ financiers }) => financiers)
  const row = world.organisation({
    id: random.id(createdAt),
    kind: 'financier',
    financierKind: named.kind,
    name: named.name,
    state: isNew ? 'applied' : 'admitted',
    district,
    zone,
    appliedAt: createdAt,
    admittedAt,
    createdAt,
  })
  const code = named.mark.toLowerCase()
  const known = Object.values(personas).filter((one) => one.organisation === named.name)
  const colleagues = isNew ? 0 : Math.min(4, Math.round(named.weight / 2.5))
  const people: { email: string; name?: string; role: MemberRole }[] = [
    ...known.map(({ email, person }, place) => ({
      email,
      name: person,
      role: place === 0 ? ('owner' as const) : ('viewer' as const),
    })),
    ...Array.from({ length: colleagues }, (_, place) => ({
      email: `manager${place + 1}@${code}.example`,
      role: 'editor' as const,
    })),
  ]
  if (known.length === 0) people.unshift({ email: `owner@${code}.example`, role: 'owner' })
  const members = people.map((person, place) =>
    addMember(world, random, row.id, {
      ...person,
      at: place === 0 ? createdAt : later(random, admittedAt ?? createdAt, 5, 60),
    }),
  )
  world.event(createdAt, 'organisation.registered', row.id, members[0] ?? null, {
    facts: { kind: 'financier' },
  })
  if (!admittedAt) return
  world.event(admittedAt, 'organisation.admitted', row.id, world.official('verifier'))
  const { kind, mark, weight } = named
  world.financiers.push({
    row: { ...row, financierKind: kind },
    mark,
    weight,
    members,
    products: [],
  })
}

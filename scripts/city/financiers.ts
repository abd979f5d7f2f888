import { addDays } from '@/domain/calendar/calendar'
import type { District, Zone } from '@/domain/place/place'
import { financierList, type FinancierName } from './financier-list'
import { addMember } from './people'
import { personas } from './personas'
import type { Random } from './random'
import { later, officeMoment } from './working-time'
import type { Financier, World } from './world'

const homes: [District, Zone | null, number][] = [
  ['yanta', 'high-tech', 5],
  ['beilin', null, 2],
  ['weiyang', 'economic', 2],
  ['changan', 'aerospace-base', 1],
  ['yanta', 'qujiang', 1],
  ['lianhu', null, 1],
]

/** Sixty financiers, each with its people; two more wait for their admission. */
export function addFinanciers(world: World): void {
  const random = world.random.fork('financiers')
  for (const [index, named] of financierList.entries()) addFinancier(world, random, named, index)
  for (const [index, name] of ['骊泉银行科技支行', '春明融资租赁'].entries()) {
    const kind = index === 0 ? 'bank' : 'leasing'
    addFinancier(world, random, { kind, name, mark: `N${index}`, weight: 0 }, 60 + index, true)
  }
}

function addFinancier(
  world: World,
  random: Random,
  named: FinancierName,
  index: number,
  isNew = false,
): void {
  const createdAt = officeMoment(
    random,
    isNew
      ? addDays(world.today, -random.int(3, 6))
      : random.day('2022-09-01', index < 48 ? '2022-11-30' : '2023-06-30'),
  )
  const admittedAt = isNew ? null : later(random, createdAt, 2, 14)
  const [district, zone] = random.weighted(homes, ([, , weight]) => weight)
  const row: Financier['row'] = {
    id: random.id(createdAt),
    kind: 'financier',
    financierKind: named.kind,
    uscc: world.uscc(),
    name: named.name,
    parentId: null,
    state: isNew ? 'applied' : 'admitted',
    stateReason: null,
    district,
    zone,
    appliedAt: createdAt,
    admittedAt,
    suspendedAt: null,
    createdAt,
    version: 1,
  }
  world.rows.organisation.push(row)
  const at = admittedAt ?? createdAt
  const known = Object.values(personas).filter((one) => one.organisation === named.name)
  const code = named.mark.toLowerCase()
  const wanted: { email: string; name?: string; role: 'owner' | 'editor' | 'viewer' }[] = known.map(
    ({ email, person }, position) => ({
      email,
      name: person,
      role: position === 0 ? 'owner' : 'viewer',
    }),
  )
  if (wanted.length === 0) wanted.push({ email: `owner@${code}.example`, role: 'owner' })
  const colleagues = isNew ? 0 : Math.min(4, Math.round(named.weight / 2.5))
  for (let number = 1; number <= colleagues; number++)
    wanted.push({ email: `manager${number}@${code}.example`, role: 'editor' })
  const members = wanted.map(({ role, ...person }, position) =>
    addMember(world, random, row.id, {
      ...person,
      role,
      at: position === 0 ? createdAt : later(random, at, 5, 60),
    }),
  )
  world.event(createdAt, 'organisation.registered', row.id, members[0] ?? null, {
    facts: { kind: 'financier' },
  })
  if (admittedAt)
    world.event(admittedAt, 'organisation.admitted', row.id, world.official('verifier'))
  if (!isNew)
    world.financiers.push({ row, mark: named.mark, weight: named.weight, members, products: [] })
}

import { startOf } from '@/domain/calendar/calendar'
import { duties, type Duty } from '@/domain/member/member'
import { addMember } from './people'
import { personas } from './personas'
import type { Member, World } from './world'

/** The desk that runs the platform, with a person for each duty and one for all, and two desks of districts. */
export function addOfficials(world: World): void {
  const random = world.random.fork('officials')
  const at = startOf('2022-08-01')
  const desk = (name: string) => {
    const row = {
      id: random.id(at),
      kind: 'authority' as const,
      financierKind: null,
      uscc: world.uscc('11619999'),
      name,
      parentId: null,
      state: 'admitted' as const,
      stateReason: null,
      district: null,
      zone: null,
      appliedAt: at,
      admittedAt: at,
      suspendedAt: null,
      createdAt: at,
      version: 1,
    }
    world.rows.organisation.push(row)
    return row
  }
  const city = desk(personas.official.organisation)
  const ofCity: Member[] = duties.map((duty: Duty) =>
    addMember(world, random, city.id, {
      email: `${duty}@city.example`,
      at,
      role: 'editor',
      duties: [duty],
      scope: 'city',
    }),
  )
  ofCity.push(
    addMember(world, random, city.id, {
      email: personas.official.email,
      name: personas.official.person,
      at,
      duties: [...duties],
      scope: 'city',
    }),
  )
  world.officials.push({ organisation: city, members: ofCity })

  const district = desk('雁塔区科技金融工作专班')
  world.officials.push({
    organisation: district,
    members: [
      addMember(world, random, district.id, {
        email: personas.districtOfficial.email,
        name: personas.districtOfficial.person,
        at,
        duties: ['verifier', 'statistician'],
        scope: { districts: ['yanta'], zones: ['high-tech'] },
      }),
    ],
  })
}

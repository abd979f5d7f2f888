import { startOf } from '@/domain/calendar/calendar'
import { duties, type Duty } from '@/domain/member/member'
import { addMember } from './people'
import { personas } from './personas'
import type { World } from './world'

/** The desk that runs the platform, with a person for each duty and one for all, and a desk of a district. */
export function addOfficials(world: World): void {
  const random = world.random.fork('officials')
  const at = startOf('2022-08-01')
  const desk = (name: string) =>
    world.organisation({
      id: random.id(at),
      kind: 'authority',
      uscc: world.uscc('11619999'),
      name,
      state: 'admitted',
      appliedAt: at,
      admittedAt: at,
      createdAt: at,
    })
  const { official, districtOfficial } = personas
  const city = desk(official.organisation)
  const ofCity = duties.map((duty: Duty) =>
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
      email: official.email,
      name: official.person,
      at,
      duties: [...duties],
      scope: 'city',
    }),
  )
  const district = desk(districtOfficial.organisation)
  const ofDistrict = addMember(world, random, district.id, {
    email: districtOfficial.email,
    name: districtOfficial.person,
    at,
    duties: ['verifier', 'statistician'],
    scope: { districts: ['yanta'], zones: ['high-tech'] },
  })
  world.officials.push({ row: city, members: ofCity }, { row: district, members: [ofDistrict] })
}

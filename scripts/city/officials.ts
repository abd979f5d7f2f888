import { startOf } from '@/domain/calendar/calendar'
import { duties, type Duty } from '@/domain/member/member'
import type { SavedParameters } from '@/domain/view/view'
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
  const whole = addMember(world, random, city.id, {
    email: official.email,
    name: official.person,
    at,
    duties: [...duties],
    scope: 'city',
  })
  ofCity.push(whole)
  addQuestions(world, whole.id)
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

/** What the leader asks again and again. */
const questions: [name: string, parameters: SavedParameters][] = [
  ['2024年1月至5月', { from: '2024-01', to: '2024-05' }],
  ['2024年光子，按区县', { from: '2024-01', to: '2024-12', chain: 'photonics', cut: 'district' }],
]

function addQuestions(world: World, memberId: string): void {
  const random = world.random.fork('questions')
  const at = startOf('2024-06-13')
  for (const [name, parameters] of questions)
    world.rows.savedQuestion.push({ id: random.id(at), memberId, name, parameters, savedAt: at })
}

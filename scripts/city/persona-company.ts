import { addDays, addMonths, startOf } from '@/domain/calendar/calendar'
import { emptyProfile, type Profile } from '@/domain/profile/profile'
import { addCompany, tellStanding } from './companies'
import { addMember, phoneNumber } from './people'
import { personas } from './personas'
import { WAN } from './tables'
import type { World } from './world'

function profileOf(world: World): Profile {
  const lastYear = Number(world.today.slice(0, 4)) - 1
  const years = [
    { year: lastYear, revenueFen: 4860 * WAN, profitFen: 412 * WAN, rdSpendFen: 583 * WAN },
    { year: lastYear - 1, revenueFen: 3925 * WAN, profitFen: 287 * WAN, rdSpendFen: 506 * WAN },
    { year: lastYear - 2, revenueFen: 3108 * WAN, profitFen: 164 * WAN, rdSpendFen: 431 * WAN },
  ]
  const renewed = addMonths(world.today, -29)
  return {
    district: 'yanta',
    zone: 'high-tech',
    park: 'silk-road-science',
    chains: ['photonics', 'semiconductors'],
    noChain: false,
    stage: 'growth',
    foundedOn: addMonths(world.today, -86),
    staff: 46,
    rdStaff: 19,
    debtRatioBp: null,
    debtRatioYear: null,
    inventionPatents: 9,
    certificatesKnown: true,
    otherPatents: 14,
    software: 6,
    collateral: ['patents', 'receivables', 'orders'],
    introduction: '做硅光收发芯片和封装，客户是光模块厂和数据中心设备厂。',
    contactName: personas.company.person,
    contactPhone: '12900000518',
    years,
    qualifications: [
      {
        kind: 'high-tech-enterprise',
        level: 'national',
        number: 'GR619999000518',
        issuer: '省高新技术企业认定管理机构',
        validFrom: addMonths(world.today, -34),
        validTo: addDays(addMonths(world.today, 2), -1),
      },
      {
        kind: 'specialised-sme',
        level: 'provincial',
        number: 'ZJTX619999518',
        issuer: '省中小企业主管部门',
        validFrom: renewed,
        validTo: addDays(addMonths(renewed, 36), -1),
      },
      {
        kind: 'technology-sme',
        level: 'national',
        number: '619999A0518',
        issuer: '省科技型中小企业评价工作机构',
        validFrom: addMonths(world.today, -7),
        validTo: addDays(addMonths(world.today, 5), -1),
      },
    ],
  }
}

/** The company of the story, admitted when the platform opened; and one that applied yesterday and has nothing yet. */
export function addPersonaCompanies(world: World): void {
  const random = world.random.fork('persona companies')
  const createdAt = new Date(startOf('2022-09-20').getTime() + 10 * 3_600_000)
  const admittedAt = new Date(createdAt.getTime() + 26 * 3_600_000)
  const name = personas.company.organisation
  const company = addCompany(
    world,
    random,
    { name, state: 'admitted', createdAt, admittedAt },
    profileOf(world),
  )
  const people = [personas.company, personas.companyEditor, personas.companyViewer]
  for (const [index, { email, person }] of people.entries())
    company.members.push(
      addMember(world, random, company.row.id, {
        email,
        name: person,
        at: createdAt,
        role: (['owner', 'editor', 'viewer'] as const)[index],
      }),
    )
  const appliedAt = new Date(startOf(addDays(world.today, -1)).getTime() + 15.4 * 3_600_000)
  const { email, person, organisation } = personas.freshCompany
  const fresh = addCompany(
    world,
    random,
    { name: organisation, state: 'applied', createdAt: appliedAt },
    { ...emptyProfile, contactName: person, contactPhone: phoneNumber(random) },
  )
  fresh.members.push(addMember(world, random, fresh.row.id, { email, name: person, at: appliedAt }))
  tellStanding(world, company, admittedAt)
  tellStanding(world, fresh, appliedAt)
}

import { addDays, addMonths, type Day } from '@/domain/calendar/calendar'
import type { Chain } from '@/domain/chain/chain'
import type { Zone } from '@/domain/place/place'
import type {
  CollateralKind,
  Profile,
  Qualification,
  QualificationKind,
  Stage,
} from '@/domain/profile/profile'
import { personName, phoneNumber } from './people'
import type { Random } from './random'
import { chainTable, placeTable } from './tables'

const shapes = new Map(chainTable.map((row) => [row.chain, row]))

/** How a chain is drawn. */
export function chainShape(chain: Chain) {
  const found = shapes.get(chain)
  if (!found) throw new Error(`there is no shape of ${chain}`)
  return found
}

export function drawChain(random: Random): Chain {
  return random.weighted(chainTable, ({ companies }) => companies).chain
}

function drawPlace(random: Random, chain: Chain) {
  const { home } = chainShape(chain)
  const { district, zone } = random.weighted(placeTable, ({ companies, zone: at }) =>
    at !== null && at === home ? companies * 6 : companies,
  )
  const park = zone === 'high-tech' && random.chance(0.18) ? ('silk-road-science' as const) : null
  return { district, zone, park }
}

/** The chips of the high-tech zone are made in its science city. */
function parkOf(zone: Zone | null, chains: readonly Chain[]) {
  return zone === 'high-tech' && chains.includes('semiconductors') ? 'silk-road-science' : null
}

function drawChains(random: Random, first: Chain): Chain[] {
  return [first, ...random.some(chainShape(first).related, random.chance(0.25) ? 1 : 0)]
}

function stageOf(ageYears: number, staff: number): Stage {
  if (ageYears < 2) return 'seed'
  if (ageYears < 4) return 'start-up'
  if (staff < 120) return 'growth'
  return staff < 400 ? 'expansion' : 'mature'
}

const issuers: Partial<Record<QualificationKind, string>> = {
  'technology-sme': '省科技型中小企业评价工作机构',
  'high-tech-enterprise': '省高新技术企业认定管理机构',
  'specialised-sme': '省中小企业主管部门',
  'innovative-sme': '省中小企业主管部门',
}

/** A row of certificates, each following the one before, until one is not renewed. */
function renewals(
  random: Random,
  kind: QualificationKind,
  from: Day,
  years: number,
  today: Day,
  renewed: number,
): Qualification[] {
  const found: Qualification[] = []
  for (let start = from; start < today; start = addMonths(start, 12 * years)) {
    found.push({
      kind,
      level: kind === 'little-giant' || kind === 'high-tech-enterprise' ? 'national' : 'provincial',
      number: `${kind.slice(0, 2).toUpperCase()}${start.slice(0, 4)}${random.int(100000, 999999)}`,
      issuer: issuers[kind] ?? null,
      validFrom: start,
      validTo: addDays(addMonths(start, 12 * years), -1),
    })
    if (!random.chance(renewed)) break
  }
  return found
}

function drawQualifications(
  random: Random,
  foundedOn: Day,
  staff: number,
  revenueYuan: number,
  today: Day,
): Qualification[] {
  const settled = addMonths(foundedOn, 14)
  const start = (earliest: Day) => {
    const least = earliest > settled ? earliest : settled
    return random.day(least, addMonths(least, 30))
  }
  const list: Qualification[] = []
  const add = (kind: QualificationKind, years: number, renewed: number, earliest: Day) => {
    const from = start(earliest)
    if (from < today) list.push(...renewals(random, kind, from, years, today, renewed))
  }
  if (staff <= 500 && revenueYuan <= 2e8 && random.chance(0.62))
    add('technology-sme', 1, 0.88, '2021-04-01')
  if (random.chance(staff > 30 ? 0.62 : 0.34)) add('high-tech-enterprise', 3, 0.9, '2019-09-01')
  if (random.chance(0.24)) add('innovative-sme', 3, 0.85, '2021-06-01')
  if (random.chance(staff > 40 ? 0.3 : 0.08)) add('specialised-sme', 3, 0.9, '2020-06-01')
  if (staff > 90 && random.chance(0.16)) add('little-giant', 3, 0.92, '2020-10-01')
  if (revenueYuan > 2e7 && random.chance(0.7)) add('above-scale', 3, 0.95, '2019-03-01')
  if (random.chance(0.06)) add('gazelle', 2, 0.5, '2021-08-01')
  if (staff > 200 && random.chance(0.12)) add('listing-reserve', 2, 0.6, '2021-08-01')
  return list
}

const securities: CollateralKind[] = ['patents', 'receivables', 'equipment', 'orders', 'inventory']

/** A company's whole profile on a day; a few facts are missing, as people leave them. */
export function drawProfile(random: Random, first: Chain, foundedOn: Day, today: Day): Profile {
  const thisYear = Number(today.slice(0, 4))
  const ageYears = thisYear - Number(foundedOn.slice(0, 4))
  const staff = Math.round(
    Math.min(2200, Math.max(5, random.logNormal(16 + 3.4 * Math.min(ageYears, 14), 0.75))),
  )
  const revenueYuan = staff * random.between(260_000, 900_000) * (ageYears < 3 ? 0.4 : 1)
  const years = [1, 2, 3]
    .filter((back) => ageYears > back)
    .map((back) => {
      const revenue = revenueYuan / random.between(1.02, 1.28) ** (back - 1)
      const fen = (yuan: number) => Math.round(yuan / 1000) * 100_000
      return {
        year: thisYear - back,
        revenueFen: fen(revenue),
        profitFen: random.chance(0.94)
          ? fen(revenue * random.between(ageYears < 4 ? -0.3 : -0.06, 0.17))
          : null,
        rdSpendFen: random.chance(0.9) ? fen(revenue * random.between(0.05, 0.22)) : null,
      }
    })
  const known = <Value>(value: Value, probability = 0.92) =>
    random.chance(probability) ? value : null
  const invention = Math.round(random.logNormal(1 + staff / 14, 0.8))
  const hasRealEstate = ageYears > 6 && random.chance(0.3)
  const place = drawPlace(random, first)
  const chains = drawChains(random, first)
  return {
    ...place,
    park: parkOf(place.zone, chains) ?? place.park,
    chains,
    noChain: false,
    stage: stageOf(ageYears, staff),
    foundedOn,
    staff,
    rdStaff: known(Math.max(1, Math.round(staff * random.between(0.15, 0.6)))),
    ...debtOf(random, thisYear),
    inventionPatents: known(invention, 0.96),
    certificatesKnown: true,
    otherPatents: known(Math.round(invention * random.between(0.5, 2.5))),
    software: known(random.int(0, 40)),
    collateral: [
      ...random.some(securities, random.int(0, 3)),
      ...(hasRealEstate ? (['real-estate'] as const) : []),
    ],
    introduction: null,
    contactName: personName(random),
    contactPhone: phoneNumber(random),
    years,
    qualifications: drawQualifications(random, foundedOn, staff, revenueYuan, today).toSorted(
      (a, b) => (a.validFrom + a.kind < b.validFrom + b.kind ? -1 : 1),
    ),
  }
}

function debtOf(random: Random, thisYear: number) {
  if (random.chance(0.13)) return { debtRatioBp: null, debtRatioYear: null }
  return {
    debtRatioBp: Math.round(random.between(0.7, 1.35) * random.between(2200, 6200)),
    debtRatioYear: thisYear - 1,
  }
}

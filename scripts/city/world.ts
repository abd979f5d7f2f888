import type { CompanyActor, FinancierActor, OfficialActor } from '@/domain/actor'
import { addDays, startOf, type Day } from '@/domain/calendar/calendar'
import type { Chain } from '@/domain/chain/chain'
import type { EventType } from '@/domain/event/event'
import { newCode } from '@/domain/id'
import type { Duty } from '@/domain/member/member'
import type { FinancierKind } from '@/domain/organisation/organisation'
import type { FinancingClass } from '@/domain/product/classes'
import { factsOf, type Facts, type Profile } from '@/domain/profile/profile'
import { usccCheckCharacter } from '@/domain/uscc/uscc'
import { Random } from './random'
import { noRows, type Rows } from './rows'
import { classShape } from './tables'

export type Organisation = Rows['organisation'][number]
export type Member = Rows['member'][number]
export type Product = Rows['product'][number]

export interface Company {
  row: Organisation
  profile: Profile
  /** Days from which it stands on a white list, by chain. */
  whiteList: { chain: Chain; batchOn: Day }[]
  members: Member[]
  /** How often it is served, beside others. */
  weight: number
}

export interface Financier {
  row: Organisation & { financierKind: FinancierKind }
  mark: string
  weight: number
  members: Member[]
  products: Product[]
}

export interface Official {
  row: Organisation
  members: Member[]
}

const DAYS_TOLD = 7
const USCC_START = '91619999'
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** What is built up while the city is drawn. Nothing in it happens later than yesterday. */
export class World {
  /** What is drawn and not written yet. */
  rows = noRows()
  readonly now: Date
  readonly random: Random
  private readonly codes = new Set<string>()
  private readonly contracts = new Map<string, number>()
  private readonly usccRandom: Random
  private readonly eventRandom: Random
  private readonly toldFrom: Date
  /** Events of which members are still told. */
  readonly latest: Rows['event'] = []
  companies: Company[] = []
  financiers: Financier[] = []
  officials: Official[] = []

  constructor(
    readonly seed: number,
    readonly today: Day,
    readonly passwordHash: string,
  ) {
    this.now = startOf(today)
    this.toldFrom = startOf(addDays(today, -DAYS_TOLD))
    this.random = new Random(`kerong ${seed} ${today}`)
    this.usccRandom = this.random.fork('uscc')
    this.eventRandom = this.random.fork('event')
  }

  /** A code of nobody: the region 619999 is not given out, the check character is right. */
  uscc(start = USCC_START): string {
    return this.fresh(() => {
      const tail = Array.from({ length: 7 }, () => LETTERS[this.usccRandom.int(0, 30)]).join('')
      const first = `${start}MA${tail}`
      return `${first}${usccCheckCharacter(first)}`
    })
  }

  /** A code for people that nothing else of the drawn has. */
  code(noun: Parameters<typeof newCode>[0], at: Date): string {
    return this.fresh(() => newCode(noun, at))
  }

  private fresh(draw: () => string): string {
    let code = draw()
    while (this.codes.has(code)) code = draw()
    this.codes.add(code)
    return code
  }

  /** Adds an organisation; what is not told of it is not there. */
  organisation(
    told: Pick<Organisation, 'id' | 'kind' | 'name' | 'state' | 'createdAt'> &
      Partial<Organisation>,
  ): Organisation {
    const row = {
      financierKind: null,
      parentId: null,
      stateReason: null,
      admittedOn: null,
      priorName: null,
      district: null,
      zone: null,
      appliedAt: null,
      admittedAt: null,
      suspendedAt: null,
      version: 1,
      ...told,
      uscc: told.uscc ?? this.uscc(),
    }
    this.rows.organisation.push(row)
    return row
  }

  /** The next number of a financier's contracts of a year, as `WS1-XD-2024-0417`. */
  contractNo({ mark }: Financier, name: FinancingClass, day: Day): string {
    const key = `${mark}-${classShape(name).mark}-${day.slice(0, 4)}`
    const number = (this.contracts.get(key) ?? 0) + 1
    this.contracts.set(key, number)
    return `${key}-${String(number).padStart(4, '0')}`
  }

  event(
    at: Date,
    type: EventType,
    subjectId: string,
    by: Member | null,
    about: { companyId?: string; facts?: Rows['event'][number]['facts'] } = {},
  ): void {
    const happened = {
      id: this.eventRandom.id(at),
      at,
      type,
      memberId: by?.id ?? null,
      organisationId: by?.organisationId ?? null,
      subjectId,
      companyId: about.companyId ?? null,
      facts: about.facts ?? {},
    }
    this.rows.event.push(happened)
    if (at >= this.toldFrom) this.latest.push(happened)
  }

  factsOn(company: Company, day: Day): Facts {
    const whiteListed = company.whiteList
      .filter(({ batchOn }) => batchOn <= day)
      .map(({ chain }) => chain)
      .toSorted()
    return factsOf(company.profile, whiteListed, day)
  }

  /** The officials with a duty, city-wide first. */
  official(duty: Duty): Member {
    const found = this.officials
      .flatMap(({ members }) => members)
      .find((one) => one.scopeCity && one.duties?.includes(duty))
    if (!found) throw new Error(`no official is a ${duty}`)
    return found
  }

  company(name: string): Company {
    const found = this.companies.find(({ row }) => row.name === name)
    if (!found) throw new Error(`there is no company ${name}`)
    return found
  }

  /** What a financier offers, by both names: *渭水银行高新支行 科创快贷*. */
  offered(names: string): { financier: Financier; product: Product } {
    for (const financier of this.financiers)
      for (const product of financier.products)
        if (`${financier.row.name} ${product.name}` === names) return { financier, product }
    throw new Error(`nobody offers ${names}`)
  }
}

/** Whom a company or financier sends: the first of its members who acts, or the one named. */
function membership({ row, members }: Company | Financier | Official, who = members[0]) {
  if (!who) throw new Error(`${row.name} has nobody`)
  return {
    memberId: who.id,
    organisationId: row.id,
    organisationName: row.name,
    personName: who.name,
    role: who.role,
    organisationState: row.state,
  }
}

export function asCompany(company: Company): CompanyActor {
  return { audience: 'company', ...membership(company) }
}

export function asFinancier(financier: Financier, who?: Member): FinancierActor {
  const { financierKind } = financier.row
  return { audience: 'financier', financierKind, ...membership(financier, who) }
}

/** The official of the whole city with a duty. */
export function asOfficial(world: World, duty: Duty): OfficialActor {
  const [city] = world.officials
  if (!city) throw new Error('there are no officials')
  const who = world.official(duty)
  return { audience: 'official', duties: [duty], scope: { city: true }, ...membership(city, who) }
}

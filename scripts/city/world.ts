import { startOf, type Day } from '@/domain/calendar/calendar'
import type { EventType } from '@/domain/event/event'
import type { FinancierKind } from '@/domain/organisation/organisation'
import type { FinancingClass } from '@/domain/product/classes'
import { factsOf, type Facts, type Profile } from '@/domain/profile/profile'
import type { Chain } from '@/domain/chain/chain'
import { usccCheckCharacter } from '@/domain/uscc/uscc'
import { Random } from './random'
import { noRows, type Rows } from './rows'

type Organisation = Rows['organisation'][number]
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
  organisation: Organisation
  members: Member[]
}

const USCC_START = '91619999'
const LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** What is built up while the city is drawn. Nothing in it happens later than yesterday. */
export class World {
  readonly rows = noRows()
  readonly now: Date
  readonly random: Random
  private readonly codes = new Set<string>()
  private readonly usccRandom: Random
  private readonly codeRandom: Random
  private readonly eventRandom: Random
  companies: Company[] = []
  financiers: Financier[] = []
  officials: Official[] = []

  constructor(
    readonly seed: number,
    readonly today: Day,
    readonly passwordHash: string,
  ) {
    this.now = startOf(today)
    this.random = new Random(`kerong ${seed} ${today}`)
    this.usccRandom = this.random.fork('uscc')
    this.codeRandom = this.random.fork('code')
    this.eventRandom = this.random.fork('event')
  }

  /** A code of nobody: the region 619999 is not given out, the check character is right. */
  uscc(start = USCC_START): string {
    for (;;) {
      const tail = Array.from({ length: 7 }, () => LETTERS[this.usccRandom.int(0, 30)]).join('')
      const first = `${start}MA${tail}`
      const code = `${first}${usccCheckCharacter(first)}`
      if (this.isFresh(code)) return code
    }
  }

  /** A code for people as domain/id.ts shapes it. */
  code(prefix: 'XQ' | 'CP' | 'DJ' | 'FA', at: Date): string {
    const year = new Date(at.getTime() + 8 * 3_600_000).getUTCFullYear()
    for (;;) {
      const code = `${prefix}-${year}-${String(this.codeRandom.int(0, 999_999)).padStart(6, '0')}`
      if (this.isFresh(code)) return code
    }
  }

  private isFresh(code: string): boolean {
    if (this.codes.has(code)) return false
    this.codes.add(code)
    return true
  }

  event(
    at: Date,
    type: EventType,
    subjectId: string,
    by: Member | null,
    about: {
      companyId?: string | null
      facts?: Record<string, string | number | boolean | null>
    } = {},
  ): void {
    this.rows.event.push({
      id: this.eventRandom.id(at),
      at,
      type,
      memberId: by?.id ?? null,
      organisationId: by?.organisationId ?? null,
      subjectId,
      companyId: about.companyId ?? null,
      facts: about.facts ?? {},
    })
  }

  factsOn(company: Company, day: Day): Facts {
    const whiteListed = company.whiteList
      .filter(({ batchOn }) => batchOn <= day)
      .map(({ chain }) => chain)
      .toSorted()
    return factsOf(company.profile, whiteListed, day)
  }

  /** The officials with a duty, city-wide first. */
  official(duty: Member['duties'] extends (infer One)[] | undefined ? One : never): Member {
    const found = this.officials
      .flatMap(({ members }) => members)
      .find((one) => one.scopeCity && one.duties?.includes(duty))
    if (!found) throw new Error(`no official is a ${duty}`)
    return found
  }
}

export const classesByKind: Record<FinancierKind, readonly FinancingClass[]> = {
  bank: ['credit-loan', 'secured-loan', 'ip-pledge-loan', 'supply-chain-finance', 'venture-debt'],
  fund: ['equity', 'venture-debt'],
  guarantee: ['guarantee'],
  leasing: ['finance-lease'],
  factoring: ['factoring', 'supply-chain-finance'],
  insurance: ['insurance'],
  securities: ['bond', 'equity'],
}

import { addDays, addMonths, startOf, type Day } from '@/domain/calendar/calendar'
import type { NewService, ServiceRow } from '@/domain/ledger/service-row'
import { loanClasses } from '@/domain/product/classes'
import { wantedIn } from './ledger-calendar'
import { leaveFiveDeclared, scaleToPublished, type Draft } from './ledger-drafts'
import { LedgerDraws } from './ledger-draws'
import { roundWan } from './need-terms'
import type { Random } from './random'
import type { ServiceFate, Services } from './services'
import { WAN } from './tables'
import { later, officeMoment, workingDayFrom, workingDayUntil } from './working-time'
import { asFinancier, asOfficial, type Company, type World } from './world'

const FIRST_DAY: Day = '2023-01-01'

/** The ledger of what financiers reported and officials imported, month by month up to yesterday. */
export class Ledger {
  private readonly random: Random
  private readonly draws: LedgerDraws
  private readonly drafts: Draft[] = []
  /** Where the drafts of the month that is being filled begin. */
  private monthFrom = 0
  /** Companies (parents) with a counted drawing, by year. */
  private readonly served = new Map<number, Set<Company>>()
  private readonly written = new Set<string>()
  /** How many drawings of a contract there are by now: they are numbered as a bank numbers its vouchers. */
  private readonly drawings = new Map<string, number>()
  /** Contracts that somebody has reported by now, and those with a guarantee beside them. */
  private readonly reported = new Set<string>()
  private readonly secured = new Set<string>()
  private readonly borrowers = new Set<Company>()
  private readonly byId: Map<string, Company>

  constructor(
    private readonly world: World,
    private readonly services: Services,
    /** Of the drawings that the platform itself brought about. */
    private readonly ofPlatform: readonly Pick<ServiceRow, 'companyId' | 'class' | 'happenedOn'>[],
  ) {
    this.random = world.random.fork('ledger')
    this.draws = new LedgerDraws(world, this.random)
    this.byId = new Map(world.companies.map((one) => [one.row.id, one]))
  }

  fill(): void {
    const last = addDays(this.world.today, -1)
    for (let day = FIRST_DAY; day <= last; day = addMonths(day, 1)) this.fillMonth(day, last)
    for (const { companyId, class: name } of this.ofPlatform) {
      const company = this.byId.get(companyId)
      if (company && loanClasses.includes(name)) this.borrowers.add(company)
    }
    scaleToPublished(this.drafts)
    leaveFiveDeclared(this.random, this.drafts)
    const inOrder = this.drafts.toSorted(
      (a, b) => Date.parse(a.happenedOn) - Date.parse(b.happenedOn),
    )
    for (const draft of inOrder) this.write(draft)
    this.tellTwice(inOrder)
  }

  /** One loan of the last months that a second bank tells as its own, spelled otherwise: counted, and doubted. */
  private tellTwice(inOrder: readonly Draft[]): void {
    const { today, financiers } = this.world
    const loan = inOrder.findLast(
      ({ class: name, fate, happenedOn, company, isNewContract }) =>
        name === 'credit-loan' &&
        fate === 'ordinary' &&
        isNewContract &&
        company.row.state !== 'known' &&
        happenedOn < addDays(today, -60),
    )
    const other = financiers.find(
      (one) =>
        one !== loan?.financier && one.row.financierKind === loan?.financier.row.financierKind,
    )
    if (!loan || !other) return
    const contractNo = loan.contractNo.replaceAll('-', ' ').toLowerCase()
    this.write({ ...loan, financier: other, contractNo, isNewContract: false, fate: 'silent' })
  }

  private fillMonth(first: Day, lastDay: Day): void {
    const [year = 0, month = 0] = first.split('-').map(Number)
    const end = addDays(addMonths(first, 1), -1)
    const last = end < lastDay ? end : lastDay
    const part = (Number(last.slice(8)) - 0.5) / Number(end.slice(8))
    const share = last === end ? 1 : part
    const served = this.served.get(year) ?? new Set()
    this.served.set(year, served)
    const wanted = wantedIn(year, month)
    const { fresh: met, rows } = this.platformIn(first, last, served)
    const fresh = Math.max(0, Math.round(wanted.fresh * share) - met)
    const again = Math.max(0, Math.round(wanted.again * share) - (rows - met))
    const month1 = { first, last }
    this.monthFrom = this.drafts.length
    const before = [...served]
    for (let count = 0; count < fresh; count++) {
      const company = this.newcomer(served, first)
      if (!company) break
      const day = this.drawDay(month1)
      served.add(this.parent(company))
      this.drafts.push(this.draws.draw(company, day))
    }
    for (let count = 0; count < again; count++) this.addAgain(month1, before)
    this.addOdd(month1, [...served])
  }

  /** What the platform itself brought in this month. */
  private platformIn(first: Day, last: Day, served: Set<Company>) {
    const rows = this.ofPlatform.filter(
      ({ happenedOn }) => happenedOn >= first && happenedOn <= last,
    )
    const before = served.size
    for (const { companyId } of rows) {
      const company = this.byId.get(companyId)
      if (company) served.add(company)
    }
    return { fresh: served.size - before, rows: rows.length }
  }

  private parent(company: Company): Company {
    return (company.row.parentId && this.byId.get(company.row.parentId)) || company
  }

  private newcomer(served: Set<Company>, first: Day): Company | null {
    const opens = startOf(first)
    const able = this.world.companies.filter(
      (one) =>
        one.weight > 0 &&
        one.row.admittedAt !== null &&
        one.row.admittedAt < opens &&
        !served.has(this.parent(one)),
    )
    if (this.random.chance(0.012)) {
      const known = this.world.companies.filter(
        (one) =>
          one.row.state === 'known' &&
          !served.has(one) &&
          one.row.createdAt < startOf(addMonths(first, 1)),
      )
      if (known.length > 0) return this.random.pick(known)
    }
    return able.length > 0 ? this.random.weighted(able, ({ weight }) => weight) : null
  }

  private drawDay({ first, last }: { first: Day; last: Day }): Day {
    const isQuarterEnd = Number(first.slice(5, 7)) % 3 === 0
    const from = isQuarterEnd && this.random.chance(0.4) ? addDays(last, -8) : first
    const drawn = this.random.day(from < first ? first : from, last)
    const on = workingDayFrom(drawn)
    return on > last ? workingDayUntil(last) : on
  }

  /** A further drawing of a company served before: a guarantee beside its loan, the same line again, or another loan. */
  private addAgain(month: { first: Day; last: Day }, before: Company[]): void {
    const { random } = this
    const recent = this.drafts.slice(this.monthFrom)
    const unsecured = recent.filter(
      ({ class: name, contractNo, fate }) =>
        fate === 'ordinary' &&
        (name === 'credit-loan' || name === 'secured-loan') &&
        !this.secured.has(contractNo),
    )
    if (unsecured.length > 0 && random.chance(0.42)) {
      const loan = random.pick(unsecured)
      this.secured.add(loan.contractNo)
      this.drafts.push(
        this.draws.draw(loan.company, loan.happenedOn, {
          class: 'guarantee',
          wan: loan.wan,
          tenorMonths: loan.tenorMonths,
          secures: loan.contractNo,
          grantedBefore: Math.max(0, loan.grantedBefore - 1),
          grantedShare: 1,
        }),
      )
      return
    }
    const others = recent.map(({ company }) => company)
    const isOld = others.length === 0 || (before.length > 0 && random.chance(0.7))
    if (isOld && before.length === 0) return
    const company = random.pick(isOld ? before : others)
    const day = this.drawDay(month)
    const line = this.drafts.findLast(
      (one) =>
        one.company === company &&
        one.happenedOn < day &&
        one.fate === 'ordinary' &&
        (one.class === 'credit-loan' || one.class === 'supply-chain-finance'),
    )
    if (line && random.chance(0.35)) {
      const wan = roundWan(line.wan * random.pick([0.3, 0.5, 0.5, 0.8]))
      line.grantedShare = Math.max(line.grantedShare, 2)
      this.drafts.push({ ...line, happenedOn: day, wan, isNewContract: false, grantedShare: 1 })
      return
    }
    this.drafts.push(this.draws.draw(company, day))
  }

  /** Rows that do not count, on companies that count anyway: disputed, or voided because they were entered twice. */
  private addOdd(month: { first: Day; last: Day }, served: Company[]): void {
    const { random } = this
    const fates: ServiceFate[] = []
    if (random.chance(0.45)) fates.push('voided')
    if (random.chance(0.22)) fates.push('disputed')
    for (const fate of fates) {
      if (served.length === 0) return
      this.drafts.push({
        ...this.draws.draw(random.pick(served), this.drawDay(month), { class: 'credit-loan' }),
        fate,
      })
    }
  }

  /** Two drawings of one contract on one day differ in their amount, or they would be one. */
  private distinctWan({ contractNo, happenedOn, wan }: Draft): number {
    let distinct = wan
    while (this.written.has(`${contractNo} ${happenedOn} ${distinct}`)) distinct += 10
    this.written.add(`${contractNo} ${happenedOn} ${distinct}`)
    return distinct
  }

  /** Once in a life: more of them as the years bring younger companies. */
  private isFirstLoan({ company, class: name, happenedOn, fate }: Draft): boolean {
    if (!loanClasses.includes(name) || fate === 'voided' || fate === 'disputed') return false
    const borrower = this.parent(company)
    if (this.borrowers.has(borrower)) return false
    this.borrowers.add(borrower)
    const share = happenedOn < '2024' ? 0.26 : 0.5
    return company.row.state !== 'known' && this.random.chance(share)
  }

  private write(draft: Draft): void {
    const { world, random } = this
    const { company, financier, happenedOn } = draft
    const nextMonth = addMonths(`${happenedOn.slice(0, 7)}-01`, 1)
    const importedAt = officeMoment(random, addDays(nextMonth, 5))
    const isKnown = company.row.state === 'known'
    const imported = isKnown || random.chance(happenedOn < '2025-01-01' ? 0.6 : 0.3)
    const reportedAt = later(random, officeMoment(random, happenedOn), 2, 38)
    const isImport = imported && importedAt < world.now
    const recordedAt = isImport ? importedAt : reportedAt
    if (recordedAt >= world.now || (isKnown && !isImport)) return
    // A loan that nobody has reported yet has no guarantee beside it either.
    if (draft.secures && !this.reported.has(draft.secures)) return
    this.reported.add(draft.contractNo)
    const told = {
      class: draft.class,
      contractNo: draft.contractNo,
      contractKey: draft.contractNo,
      tenorMonths: draft.tenorMonths,
      source: isImport ? ('import' as const) : ('report' as const),
    }
    const priced = { ...told, rateBp: draft.rateBp, secures: draft.secures }
    const actor = isImport ? asOfficial(world, 'statistician') : asFinancier(financier)
    const add = (service: NewService, fate?: ServiceFate) =>
      this.services.add(random, service, draft, { actor, now: recordedAt }, fate)
    if (draft.isNewContract) {
      const granted = workingDayUntil(addDays(happenedOn, -draft.grantedBefore))
      const grantedOn = granted < FIRST_DAY ? happenedOn : granted
      if (!isImport && random.chance(0.5)) {
        const contactOn = workingDayUntil(addDays(grantedOn, -random.int(4, 40)))
        if (contactOn >= FIRST_DAY) add({ ...told, rung: 4, happenedOn: contactOn, amountFen: 0 })
      }
      const grantedFen = roundWan(draft.wan * draft.grantedShare) * WAN
      add(
        { ...priced, rung: 5, happenedOn: grantedOn, amountFen: grantedFen },
        draft.fate === 'voided' ? 'voided' : 'ordinary',
      )
    }
    const firstLoan = this.isFirstLoan(draft) ? true : null
    const amountFen = this.distinctWan(draft) * WAN
    const drawing = (this.drawings.get(draft.contractNo) ?? 0) + 1
    this.drawings.set(draft.contractNo, drawing)
    const voucher = String(drawing).padStart(3, '0')
    add({ ...priced, voucher, rung: 6, happenedOn, amountFen, firstLoan }, draft.fate)
  }
}

import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { ledgerCommit, service, serviceMark } from '@/db/schema'
import type { MemberActor } from '@/domain/actor'
import type { AsWereOn } from '@/domain/ledger/as-were'
import { insertServices } from '@/domain/ledger/insert-services'
import type { ServiceState } from '@/domain/ledger/ledger'
import { openCommits } from '@/domain/ledger/positions'
import {
  entryOf,
  serviceRowOf,
  type NewService,
  type UnwrittenRow,
} from '@/domain/ledger/service-row'
import type { Random } from './random'
import { writeTable, type Say } from './rows'
import { wordsOf } from './tables'
import { later } from './working-time'
import type { Company, Financier, Member, World } from './world'

/** What becomes of a row once it is reported; *ordinary* is mostly the company's yes. */
export type ServiceFate = 'ordinary' | 'confirmed' | 'verified' | 'silent' | 'disputed' | 'voided'

type Mark = Omit<Required<typeof serviceMark.$inferInsert>, 'id' | 'commitId' | 'at'> & { at: Date }
const AT_ONCE = 2_000

/** Services that are entered in bulk, each as the domain makes its row, with the marks that followed by now. */
export class Services {
  private rows: UnwrittenRow[] = []
  private marks: Mark[] = []
  private readonly statistician: Member

  constructor(
    private readonly world: World,
    private readonly asWere: AsWereOn,
  ) {
    this.statistician = world.official('statistician')
  }

  add(
    random: Random,
    told: NewService,
    { company, financier }: { company: Company; financier: Financier },
    by: { actor: MemberActor; now: Date },
    fate: ServiceFate = 'ordinary',
  ): void {
    const row = serviceRowOf(
      told,
      {
        company: { id: company.row.id, parentId: company.row.parentId },
        financier: { id: financier.row.id, kind: financier.row.financierKind },
      },
      this.asWere(company.row.id, told.happenedOn),
      entryOf(by),
    )
    row.id = random.id(by.now)
    this.rows.push(row)
    if (told.source === 'report')
      this.world.event(by.now, 'service.reported', row.id, financier.members[0] ?? null, {
        companyId: row.companyId,
      })
    this.settle(random, row, company, fate === 'ordinary' ? drawFate(random, company) : fate)
  }

  private settle(random: Random, row: UnwrittenRow, { members }: Company, fate: ServiceFate): void {
    const [owner = null] = members
    const { recordedAt, confirmDueAt: due, amountFen } = row
    if (fate === 'confirmed')
      this.mark(row, 'confirmed', 'service.confirmed', later(random, recordedAt, 1, 70), owner)
    if (due && (fate === 'verified' || fate === 'silent'))
      this.mark(row, 'unconfirmed', 'service.went-unconfirmed', due, null)
    if (due && fate === 'verified') {
      const at = later(random, due, 3, 60)
      const words = random.pick(wordsOf('verified'))
      this.mark(row, 'verified', 'service.verified', at, this.statistician, { words })
    }
    // Both within a day, so that a month is published without them.
    if (fate === 'disputed')
      this.mark(row, 'disputed', 'service.disputed', later(random, recordedAt, 1, 7), owner, {
        words: random.pick(wordsOf('disputed')),
        rightAmountFen: Math.round((amountFen * random.pick([0.6, 0.8, 0.9])) / 1e6) * 1e6,
      })
    if (fate === 'voided') {
      const words = random.pick(wordsOf('voided'))
      const at = later(random, recordedAt, 1, 7)
      this.mark(row, 'voided', 'service.voided', at, this.statistician, { words })
    }
  }

  private mark(
    row: UnwrittenRow,
    state: ServiceState,
    event: Parameters<World['event']>[1],
    at: Date,
    by: Member | null,
    said: { words?: string; rightAmountFen?: number } = {},
  ): void {
    if (at >= this.world.now) return
    row.state = state
    this.marks.push({
      serviceId: row.id,
      state,
      at,
      memberId: by?.id ?? null,
      words: said.words ?? null,
      rightAmountFen: said.rightAmountFen ?? null,
    })
    this.world.event(at, event, row.id, by, { companyId: row.companyId })
  }

  /** Writes what was added since the last time. @throws where two rows are the same service. */
  async write(tx: Database, say: Say): Promise<void> {
    const commitAt = await openCommits(tx, [
      ...this.rows.map(({ recordedAt }) => recordedAt),
      ...this.marks.map(({ at }) => at),
    ])
    for (let start = 0; start < this.rows.length; start += AT_ONCE) {
      const batch = this.rows
        .slice(start, start + AT_ONCE)
        .map((row) => ({ ...row, commitId: commitAt(row.recordedAt) }))
      const inserted = await insertServices(tx, batch)
      if (inserted.length < batch.length) throw new Error('the ledger tells of a service twice')
      // What is prepared keeps the plan that it had while a table was small, foreign keys too: all of it read for each row.
      if (start === 0) await tx.execute(sql`analyze ${ledgerCommit}, ${service}`)
    }
    await writeTable(
      tx,
      serviceMark,
      this.marks
        .toSorted((a, b) => Number(a.at) - Number(b.at))
        .map((mark) => ({ ...mark, commitId: commitAt(mark.at) })),
    )
    say(`${String(this.rows.length).padStart(6)}  service`)
    this.rows = []
    this.marks = []
  }
}

function drawFate(random: Random, { row }: Company): ServiceFate {
  if (row.state === 'known') return random.chance(0.7) ? 'verified' : 'silent'
  const lot = random.next()
  if (lot < 0.86) return 'confirmed'
  return lot < 0.97 ? 'verified' : 'silent'
}

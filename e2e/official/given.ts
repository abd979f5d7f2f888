import { randomInt } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { connect, type Database } from '@/db/client'
import {
  doubt,
  doubtRow,
  importRun,
  member,
  organisation,
  outboxMail,
  request,
  serviceMark,
  waitingCode,
} from '@/db/schema'
import { makeWaitingCode } from '@/domain/testing/attempts-service'
import { makeCompany, makeOrganisation } from '@/domain/testing/cast'
import { makeNeed, makeProduct, makeService } from '@/domain/testing/rows'
import { newId } from '@/domain/id'
import { judgeNeed } from '@/domain/match/judge-pairs'
import { usccCheckCharacter } from '@/domain/uscc/uscc'
import { personas } from '../../scripts/city/personas'
import { test as base } from '../fixtures'

function ownUscc(): string {
  const first17 = `91619999${randomInt(900_000_000, 1_000_000_000)}`
  return `${first17}${usccCheckCharacter(first17)}`
}

/** A name nobody else has, so that a test finds its own rows in the demonstration city. */
function ownName(what: string): string {
  return `${what}${randomInt(1_000_000)}`
}

/** What a test starts from, written beside the demonstration city; its ledger is older than the city's. */
export class Given {
  constructor(readonly db: Database) {}

  company(more: Parameters<typeof makeCompany>[1] = {}) {
    const now = new Date()
    return makeCompany(this.db, {
      uscc: ownUscc(),
      name: ownName('Company '),
      appliedAt: now,
      createdAt: now,
      ...more,
    })
  }

  financier() {
    return makeOrganisation(this.db, 'financier', {
      uscc: ownUscc(),
      name: ownName('Financier '),
      district: null,
      zone: null,
    })
  }

  product(financierId: string) {
    const more = { name: ownName('Product '), reconfirmedAt: new Date() }
    return makeProduct(this.db, financierId, 'live', more)
  }

  need(organisationId: string, words: string) {
    const now = new Date()
    return makeNeed(this.db, organisationId, 'in-review', {
      words,
      code: `XQ-2022-${randomInt(100_000, 1_000_000)}`,
      reviewDueAt: new Date(now.getTime() + 3_600_000),
      createdAt: now,
    })
  }

  /** A code that fails its check, and the row that waits with it. */
  async waitingCode() {
    return makeWaitingCode(this.db, (await this.financier()).id, 'waiting', ownUscc())
  }

  /** The same under a name that a test looks for. */
  async namedCode(companyName: string): Promise<string> {
    const { id } = await this.waitingCode()
    await this.db.update(waitingCode).set({ companyName }).where(eq(waitingCode.id, id))
    return id
  }

  /** What a company asks of its contact beyond finance. */
  async request(organisationId: string, askedByMemberId: string, title: string): Promise<string> {
    const id = newId()
    const [contact] = await this.db
      .select({ id: member.id })
      .from(member)
      .where(eq(member.email, personas.official.email))
    await this.db.insert(request).values({
      ...{
        id,
        organisationId,
        askedByMemberId,
        title,
        kind: 'policy',
        words: title,
        state: 'asked',
      },
      ...{ code: `SQ-2022-${randomInt(100_000, 1_000_000)}`, contactMemberId: contact?.id ?? '' },
      ...{ askedAt: new Date(), dueAt: new Date(Date.now() + 86_400_000) },
    })
    return id
  }

  /** A spreadsheet that the city's authority imported, under a name that a test looks for. */
  async sheet(fileName: string): Promise<string> {
    const id = newId()
    await this.db.execute(sql`
      insert into ${importRun}
      select (jsonb_populate_record(sent, jsonb_build_object('id', ${id}::text, 'file', sent.file || jsonb_build_object('name', ${fileName}::text)))).*
      from ${importRun} as sent join ${member} as sender on sender.id = sent.member_id
      where sent.state = 'done' and sender.email = ${personas.official.email} limit 1`)
    return id
  }

  /** A doubt of one row. */
  async doubt(serviceId: string): Promise<string> {
    const id = newId()
    const open = { kind: 'before-grant' as const, state: 'open' as const, foundAt: new Date() }
    await this.db.insert(doubt).values({ id, key: id, ...open })
    await this.db.insert(doubtRow).values({ doubtId: id, serviceId })
    return id
  }

  judge(needId: string) {
    return judgeNeed({ actor: { audience: 'clock' }, now: new Date(), db: this.db }, needId)
  }

  /** A reported drawing in a month of its own, before the city's ledger begins. */
  async service(
    of: { companyId: string; financierId: string },
    more: Partial<Parameters<typeof makeService>[3]> = {},
  ) {
    const contractNo = `HT-2022-${newId().slice(-8)}`
    return makeService(this.db, of, 'reported', {
      contractNo,
      happenedOn: '2022-03-10',
      recordedAt: new Date('2022-03-12T03:00:00Z'),
      ...more,
    })
  }

  async rename(organisationId: string, name: string) {
    await this.db.update(organisation).set({ name }).where(eq(organisation.id, organisationId))
  }

  async mail(memberId: string, subject: string) {
    const id = newId()
    const words = { subject, text: subject, html: '' }
    const to = { memberId, period: id, email: 'somebody@test.example', language: 'zh' as const }
    await this.db.insert(outboxMail).values({ id, ...to, ...words, writtenAt: new Date() })
    return id
  }

  async mark(serviceId: string, state: 'confirmed' | 'disputed', at: Date) {
    await this.db.insert(serviceMark).values({ serviceId, state, at, words: null })
  }
}

export const test = base.extend<object, { given: Given }>({
  given: [
    // Playwright wants the fixtures that a fixture needs, even none, as an object pattern.
    async ({}, use) => {
      const url = process.env.DATABASE_URL
      if (!url) throw new Error('DATABASE_URL names the database of the server under test')
      const { db, close } = connect(url, 2)
      await use(new Given(db))
      await close()
    },
    { scope: 'worker' },
  ],
})
export { expect } from '../fixtures'

import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { importRun, organisation, service } from '@/db/schema'
import { rolledBack, testDatabase } from '@/db/testing'
import { admitCode } from '../bank-file/admit-code'
import type { Context } from '../context'
import { confirmService } from '../ledger/confirm-service'
import {
  companyActor,
  financierActor,
  makeCast,
  makeMember,
  nextUscc,
  officialActor,
  type Cast,
} from '../testing/cast'
import { countOf } from '../testing/bank-files/importing'
import { clearImports } from './clear-imports'
import { confirmImport } from './confirm-import'
import { unpackCells } from './kept-cells'
import type { ImportSender } from './lock-import'
import { mendImport } from './mend-import'
import { findImport, listImports } from './queries'
import { runImport } from './run-import'
import { startImport } from './start-import'
import { stopImport } from './stop-import'
import { undoImport } from './undo-import'

const database = testDatabase()
const now = new Date('2024-06-12T02:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const nothing = { answers: {}, cells: {}, leave: [], takeBack: [], forget: false }

const headings = '统一社会信用代码,企业名称,金融机构,融资方式,合同编号,放款日期,放款金额(元)'
const row = (uscc: string, more: Partial<Record<'bank' | 'contract' | 'yuan' | 'name', string>>) =>
  [
    ...[uscc, more.name ?? '', more.bank ?? '渭水银行', '信用贷款'],
    ...[more.contract ?? 'HT-1', '2024-05-06', more.yuan ?? '50000'],
  ].join(',')

interface Stage {
  tx: Database
  cast: Cast
  official: Context<ImportSender>
  financier: Context<ImportSender>
  /** Uploads lines below the headings, and answers the id. */
  upload: (of: Context<ImportSender>, lines: string[], head?: string) => Promise<string>
  reportOf: (of: Context<ImportSender>, id: string) => ReturnType<typeof readReport>
  write: (of: Context<ImportSender>, id: string) => Promise<void>
}

async function readReport(of: Context<ImportSender>, id: string) {
  const found = (await findImport(of, id))?.found
  if (!found?.ok) throw new Error(found?.problem ?? 'nothing found')
  return found.report
}

const staged = (tell: (stage: Stage) => Promise<void>) => () =>
  rolledBack(database(), async (tx) => {
    const cast = await makeCast(tx)
    const more = { duties: ['statistician' as const], scopeCity: true }
    const statistician = await makeMember(tx, cast.authority.id, 'owner', more)
    const of = <Who extends ImportSender>(actor: Who) => ({ actor, now, db: tx })
    await tell({
      ...{ tx, cast },
      official: of(officialActor(cast.authority, statistician, ['statistician'])),
      financier: of(financierActor(cast.financier, cast.of.financier.owner)),
      upload: async (sender, lines, head = headings) => {
        const bytes = new TextEncoder().encode([head, ...lines].join('\r\n'))
        const started = await startImport(sender, { name: '台账.csv', bytes })
        if (!started.ok) throw new Error(started.refusal)
        return started.value
      },
      reportOf: readReport,
      write: async (sender, id) => {
        const version = (await findImport(sender, id))?.version ?? 0
        expect(await confirmImport(sender, id, version)).toEqual({ ok: true, value: id })
        await runImport({ actor: { audience: 'clock' }, now, db: tx }, id)
        expect((await findImport(sender, id))?.state).toBe('done')
      },
    })
  })

describe('an import in the browser', () => {
  test(
    'writes nothing before it is confirmed; bad cells are mended in place; the same file adds nothing',
    staged(async ({ tx, cast, official, upload, reportOf, write }) => {
      const { uscc } = cast.company
      const wrong = `${uscc.slice(0, 8)}O${uscc.slice(9)}`
      const lines = [row(uscc, {}), row(wrong, { contract: 'HT-2' }), row(uscc, { yuan: '很多' })]
      const id = await upload(official, lines)
      const first = await reportOf(official, id)
      expect(first).toMatchObject({ rows: 3, taken: 1, bad: 2, isKept: false })
      expect(first.problems.map((one) => [one.row, one.column, one.suggestion])).toEqual([
        [3, 'uscc', uscc],
        [4, 'drawn', null],
      ])
      const mend = { ...nothing, cells: { '3:0': uscc, '4:6': '7000' } }
      expect(await mendImport(official, id, mend)).toMatchObject({ ok: true })
      expect(await reportOf(official, id)).toMatchObject({ taken: 3, bad: 0 })
      for (const table of ['service', 'import_entry']) expect(await countOf(tx, table)).toBe(0)
      await write(official, id)
      expect(await countOf(tx, 'service')).toBe(3)
      expect(await countOf(tx, 'import_entry')).toBe(3)
      const again = await upload(official, [row(uscc, {}), row(uscc, { contract: 'HT-2' })])
      expect(await reportOf(official, again)).toMatchObject({ taken: 2, there: [2, 3] })
      const version = (await findImport(official, again))?.version ?? 0
      expect(await confirmImport(official, again, version)).toEqual({
        ok: false,
        refusal: 'import-nothing',
      })
    }),
  )

  test(
    'is confirmed as it was shown, with nothing asked; bad rows and rows left out stay out',
    staged(async ({ tx, cast, official, upload, reportOf, write }) => {
      const { uscc } = cast.company
      const lines = [
        row(uscc, {}),
        row(uscc, {}),
        row(uscc, { yuan: '0' }),
        row(uscc, { contract: 'B' }),
      ]
      const id = await upload(official, lines)
      const { questions } = await reportOf(official, id)
      expect(questions).toMatchObject([{ name: 'twins.2', rows: [2, 3] }])
      expect(await confirmImport(official, id, 1)).toMatchObject({ refusal: 'import-asked' })
      await mendImport(official, id, {
        ...nothing,
        answers: { 'twins.2': 'two-drawings' },
        leave: [5],
      })
      expect(await confirmImport(official, id, 1)).toMatchObject({ refusal: 'import-changed' })
      await write(official, id)
      expect(await countOf(tx, 'service')).toBe(2)
    }),
  )

  test(
    'can be stopped until it is done: nothing is written, and it is open again',
    staged(async ({ tx, cast, official, upload }) => {
      const id = await upload(official, [row(cast.company.uscc, {})])
      await confirmImport(official, id, 1)
      expect(await stopImport(official, id)).toMatchObject({ ok: true })
      const clock = { actor: { audience: 'clock' as const }, now, db: tx }
      expect(await runImport(clock, id)).toMatchObject({ refusal: 'wrong-state' })
      expect(await countOf(tx, 'service')).toBe(0)
      expect((await findImport(official, id))?.state).toBe('open')
    }),
  )

  test(
    'is matched as the last one with the same headings, and asks anew when one sign differs',
    staged(async ({ cast, official, financier, upload, reportOf, write }) => {
      const head = headings.replace('放款金额(元)', '放款额')
      const id = await upload(official, [row(cast.company.uscc, {})], head)
      expect((await reportOf(official, id)).questions.map(({ name }) => name)).toEqual([
        'heading.放款额',
      ])
      await mendImport(official, id, {
        ...nothing,
        answers: { 'as.放款额': 'drawn', 'unit.drawn': '千元' },
      })
      expect(await reportOf(official, id)).toMatchObject({ drawn: { fen: 5_000_000_000 } })
      await write(official, id)
      const next = await upload(official, [row(cast.company.uscc, { contract: 'B' })], head)
      expect(await reportOf(official, next)).toMatchObject({ questions: [], taken: 1 })
      expect(await findImport(official, next)).toMatchObject({
        remembered: { 'as.放款额': 'drawn', 'unit.drawn': '千元' },
      })
      await mendImport(official, next, { ...nothing, forget: true })
      expect((await reportOf(official, next)).questions).toHaveLength(1)
      const other = await upload(official, [row(cast.company.uscc, {})], `${head}款`)
      expect((await reportOf(official, other)).questions).not.toEqual([])
      const theirs = await upload(financier, [row(cast.company.uscc, {})], head)
      expect((await reportOf(financier, theirs)).questions).not.toEqual([])
    }),
  )

  test(
    'keeps nothing of persons: neither their columns nor their numbers, nor one that is typed',
    staged(async ({ tx, cast, official, upload, reportOf }) => {
      const person = '11010519491231002X'
      const lines = [
        `${row(cast.company.uscc, {})},张三,x`,
        `${row(person, { contract: 'B' })},李四,y`,
        `${row(cast.company.uscc, { contract: `C ${person}` })},王五,z`,
      ]
      const id = await upload(official, lines, `${headings},客户经理,备注`)
      const [kept] = await tx
        .select({ content: importRun.content })
        .from(importRun)
        .where(eq(importRun.id, id))
      const cells = JSON.stringify(unpackCells(kept?.content ?? Buffer.alloc(0)))
      for (const secret of [person, '张三', '李四', '王五']) expect(cells).not.toContain(secret)
      expect(cells).toContain('"x"')
      expect((await reportOf(official, id)).problems.map(({ code }) => code)).toEqual([
        'uscc-person',
        'person-number',
      ])
      const mend = { ...nothing, cells: { '3:0': person } }
      expect(await mendImport(official, id, mend)).toEqual({ ok: false, refusal: 'person-typed' })
    }),
  )
})

describe('a financier', () => {
  test(
    'sends its own contracts alone; a company that nobody has met waits for a verifier',
    staged(async ({ tx, cast, financier, official, upload, reportOf, write }) => {
      const unknown = nextUscc()
      const own = cast.financier.name
      const id = await upload(financier, [
        row(cast.company.uscc, { bank: own, name: cast.company.name }),
        row(cast.company.uscc, { bank: '', contract: 'B' }),
        row(cast.company.uscc, { bank: '长庚银行', contract: 'C' }),
        row(unknown, { bank: own, contract: 'D', name: '无人见过' }),
        row(cast.company.uscc, { bank: own, contract: 'E' }).replace('信用贷款', '股权投资'),
      ])
      const report = await reportOf(financier, id)
      expect(report.problems.map((one) => [one.row, one.code])).toEqual([
        [4, 'other-financier'],
        [6, 'class-of-kind'],
      ])
      expect(report).toMatchObject({ taken: 2, waiting: 1, newCompanies: 0, newFinanciers: 0 })
      await write(financier, id)
      const rows = await tx.select().from(service)
      expect(rows.map((one) => [one.contractNo, one.source, one.state, one.financierId])).toEqual([
        ['HT-1', 'report', 'reported', cast.financier.id],
        ['B', 'report', 'reported', cast.financier.id],
      ])
      expect(await tx.$count(organisation, eq(organisation.uscc, unknown))).toBe(0)
      const { rows: codes } = await tx.execute<{ id: string; reason: string }>(
        sql`select id, reason from waiting_code`,
      )
      expect(codes).toMatchObject([{ reason: 'unknown' }])
      const verifier = officialActor(cast.authority, cast.of.authority.owner, ['verifier'])
      await admitCode({ actor: verifier, now, db: tx }, codes[0]?.id ?? '', 'seen the licence')
      expect(await tx.$count(service, eq(service.source, 'report'))).toBe(3)
      expect(await countOf(tx, 'import_entry')).toBe(3)
      expect(await listImports(official)).toMatchObject([{ id, isOwn: false, state: 'done' }])
      expect(await findImport(official, id)).toBeNull()
    }),
  )

  test(
    'is not told the name on record of a code that is another company’s',
    staged(async ({ cast, financier, upload, reportOf }) => {
      const id = await upload(financier, [row(cast.company.uscc, { bank: '', name: '别的公司' })])
      const { questions } = await reportOf(financier, id)
      expect(questions).toMatchObject([{ kind: 'company', words: '别的公司', known: null }])
      expect(JSON.stringify(questions)).not.toContain(cast.company.name)
    }),
  )
})

describe('an import is undone as a whole', () => {
  test(
    'for 30 days: its rows are voided, those that wait are gone, and it can be sent again',
    staged(async ({ tx, cast, financier, upload, reportOf, write }) => {
      const lines = [
        row(cast.company.uscc, { bank: '' }),
        row(cast.company.uscc, { bank: '', contract: 'B' }),
        row(nextUscc(), { bank: '', contract: 'C', name: '无人见过' }),
      ]
      const id = await upload(financier, lines)
      await write(financier, id)
      const company = companyActor(cast.company, cast.of.company.owner)
      const [first] = await tx.select().from(service)
      await confirmService({ actor: company, now, db: tx }, first?.id ?? '')
      expect(await undoImport({ ...financier, now: later(31) }, id, 'wrong')).toMatchObject({
        refusal: 'undo-late',
      })
      expect(await undoImport({ ...financier, now: later(30) }, id, 'wrong')).toMatchObject({
        ok: true,
      })
      const states = await tx.select({ state: service.state }).from(service)
      expect(states.map(({ state }) => state).toSorted()).toEqual(['confirmed', 'voided'])
      expect(await findImport(financier, id)).toMatchObject({ state: 'undone', keptRows: 1 })
      expect([await countOf(tx, 'waiting_row'), await countOf(tx, 'waiting_code')]).toEqual([0, 0])
      const { rows: marks } = await tx.execute(
        sql`select words, member_id from service_mark where state = 'voided'`,
      )
      expect(marks).toEqual([{ words: 'wrong', member_id: financier.actor.memberId }])
      const again = await upload(financier, lines)
      expect(await reportOf(financier, again)).toMatchObject({ there: [2], drawn: { added: 1 } })
    }),
  )

  test(
    'by a statistician with what companies have confirmed',
    staged(async ({ tx, cast, official, upload, write }) => {
      const id = await upload(official, [row(cast.company.uscc, {})])
      await write(official, id)
      await tx.update(service).set({ state: 'confirmed' })
      await undoImport(official, id, 'wrong file')
      expect(await tx.$count(service, eq(service.state, 'voided'))).toBe(1)
    }),
  )
})

test(
  'what nobody touches for long is cleared: an open one whole, of one that is done its cells',
  staged(async ({ tx, cast, official, upload, write }) => {
    const done = await upload(official, [row(cast.company.uscc, {})])
    await write(official, done)
    const open = await upload(official, [row(cast.company.uscc, { contract: 'B' })])
    expect(await clearImports(tx, now)).toBe(0)
    expect(await clearImports(tx, later(1))).toBe(2)
    expect(await findImport(official, open)).toBeNull()
    expect(await findImport(official, done)).toMatchObject({ state: 'done', hasContent: false })
  }),
)

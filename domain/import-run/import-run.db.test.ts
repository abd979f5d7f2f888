import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { importRun, organisation, service } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import { admitCode } from '../bank-file/admit-code'
import { confirmService } from '../ledger/confirm-service'
import { companyActor, nextUscc, officialActor } from '../testing/cast'
import { countOf } from '../testing/bank-files/importing'
import { headings, later, nothing, now, row, staged as stagedOn } from '../testing/imports'
import { clearImports } from './clear-imports'
import { confirmImport } from './confirm-import'
import { unpackCells } from './kept-cells'
import { mendImport } from './mend-import'
import { findImport, listImports } from './queries'
import { runImport } from './run-import'
import { stopImport } from './stop-import'
import { undoImport } from './undo-import'

const database = testDatabase()
const staged = stagedOn(database)

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

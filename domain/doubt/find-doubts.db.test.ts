import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { doubt, doubtRow, service } from '@/db/schema'
import { NOW } from '../testing/cast'
import { makeIntroduction, makeNeed, makeProduct, makeService, WAN } from '../testing/rows'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { dismissDoubt } from './dismiss-doubt'
import { workingDaysOf } from './doubt'
import { findDoubts } from './find-doubts'
import { listDoubtsOf } from './queries'
import { settleDoubt } from './settle-doubt'

const { stage } = tale()
const clock = { audience: 'clock' as const }

/** Doubts and how many rows each has, as the last search left them. */
let before = new Map<string, number>()

/** What a search finds that was not there, or grew: of rows that came by themselves, each with its own commit. */
async function find(db: Database) {
  const fresh = value(await findDoubts({ actor: clock, now: NOW, db }))
  const rows = await db
    .select({ kind: doubt.kind, id: doubt.id, serviceId: doubtRow.serviceId })
    .from(doubt)
    .innerJoin(doubtRow, eq(doubtRow.doubtId, doubt.id))
  const all = [...new Map(rows.map(({ id, kind }) => [id, kind]))].map(([id, kind]) => ({
    ...{ id, kind },
    rows: new Set(rows.filter((row) => row.id === id).map(({ serviceId }) => serviceId)),
  }))
  const found = all.filter(({ id, rows }) => before.get(id) !== rows.size)
  before = new Map(all.map(({ id, rows }) => [id, rows.size]))
  return { fresh, found }
}

let guarantees = 5_000

const parties = ({ cast }: Scene) => ({
  of: { companyId: cast.company.id, financierId: cast.financier.id },
  elsewhere: { companyId: cast.company.id, financierId: cast.otherFinancier.id },
  another: { companyId: cast.otherCompany.id, financierId: cast.financier.id },
})

test('one contract, day and amount at two financiers or under two spellings is doubted; a drawing more of it is not', () =>
  stage(async (one) => {
    const { db } = one
    const { of, elsewhere } = parties(one)
    const like = { happenedOn: '2024-03-08', amountFen: 321 * WAN }
    const spelled = { ...like, contractNo: 'HT2024008' }
    const a = await makeService(db, of, 'reported', { ...like, contractNo: 'HT-2024/008' })
    // Another voucher of the same contract, another day, another amount, another contract: nothing.
    await makeService(db, of, 'reported', { ...like, contractNo: 'HT-2024/008', twin: 2 })
    await makeService(db, elsewhere, 'reported', { ...spelled, happenedOn: '2024-03-09' })
    await makeService(db, elsewhere, 'reported', { ...spelled, amountFen: 320 * WAN })
    await makeService(db, elsewhere, 'reported', { ...spelled, contractNo: 'HT2024009' })
    await makeService(db, elsewhere, 'voided', { ...spelled, twin: 3 })
    expect(await find(db)).toEqual({ fresh: 0, found: [] })

    // Found though the first of them came long before.
    const b = await makeService(db, elsewhere, 'confirmed', { ...like, contractNo: 'ｈt 2024-008' })
    const first = await find(db)
    expect(first).toMatchObject({ fresh: 1, found: [{ kind: 'same-contract' }] })
    expect(first.found[0]?.rows).toContain(a.id)
    expect(first.found[0]?.rows).toContain(b.id)

    // A third spelling joins the doubt that waits.
    const c = await makeService(db, of, 'reported', { ...like, contractNo: 'HT 2024 008' })
    const second = await find(db)
    expect(second).toMatchObject({ fresh: 0, found: [{ id: first.found[0]?.id }] })
    expect(second.found[0]?.rows).toContain(c.id)
    expect(await find(db)).toEqual({ fresh: 0, found: [] })
  })())

test('one contract for two companies is doubted', () =>
  stage(async (one) => {
    const { of, another } = parties(one)
    const like = { happenedOn: '2024-03-11', amountFen: 322 * WAN, contractNo: 'HT-9' }
    await makeService(one.db, of, 'reported', like)
    await makeService(one.db, another, 'reported', { ...like, twin: 2 })
    expect((await find(one.db)).found).toMatchObject([{ kind: 'same-contract' }])
  })())

test.each([
  ['beside a loan thirty days before', { class: 'guarantee', happenedOn: '2024-04-07' }, true],
  ['that is a policy, thirty days before', { class: 'insurance', happenedOn: '2024-02-07' }, true],
  ['a day further away', { class: 'guarantee', happenedOn: '2024-04-08' }, false],
  ['that names the loan', { class: 'guarantee', happenedOn: '2024-03-08', secures: 'HT' }, false],
  ['of another amount', { class: 'guarantee', happenedOn: '2024-03-08', amountFen: 1 }, false],
  ['that is equity', { class: 'equity', happenedOn: '2024-03-08' }, false],
] as const)('a guarantee %s', (_, more, doubted) =>
  stage(async (one) => {
    const { of, elsewhere } = parties(one)
    guarantees++
    const amountFen = guarantees * WAN
    const loan = await makeService(one.db, of, 'reported', { happenedOn: '2024-03-08', amountFen })
    const beside = await makeService(one.db, elsewhere, 'reported', { amountFen, ...more })
    const { found } = await find(one.db)
    expect(found.map(({ kind, rows }) => [kind, rows])).toEqual(
      doubted ? [['guarantee-alone', new Set([loan.id, beside.id])]] : [],
    )
  })(),
)

test('a result before its first contact', () =>
  stage(async (one) => {
    const { db, cast } = one
    const { of } = parties(one)
    const need = await makeNeed(db, cast.company.id, 'published')
    const product = await makeProduct(db, cast.financier.id, 'live')
    const talk = { needId: need.id, productId: product.id, ...of }
    const { id: introductionId } = await makeIntroduction(db, talk, 'drawn')
    const call = { rung: 4, amountFen: 0, contractNo: null, introductionId } as const
    const contact = await makeService(db, of, 'reported', { ...call, happenedOn: '2024-03-10' })
    await makeService(db, of, 'reported', { ...call, happenedOn: '2024-03-12' })
    await makeService(db, of, 'reported', { introductionId, happenedOn: '2024-03-10' })
    // Of no talk, it has no contact to be before.
    await makeService(db, of, 'reported', { happenedOn: '2024-03-01' })
    expect((await find(db)).found).toEqual([])
    const early = await makeService(db, of, 'reported', {
      introductionId,
      happenedOn: '2024-03-09',
    })
    expect((await find(db)).found).toMatchObject([
      { kind: 'before-contact', rows: new Set([early.id, contact.id]) },
    ])
  })())

test('a drawing before its grant; a contract that was granted anew later was granted before all the same', () =>
  stage(async (one) => {
    const { db } = one
    const { of } = parties(one)
    const grant = { rung: 5, contractNo: 'HT-5', happenedOn: '2024-03-10' } as const
    const granted = await makeService(db, of, 'reported', grant)
    await makeService(db, of, 'reported', { contractNo: 'HT-5', happenedOn: '2024-03-10' })
    await makeService(db, of, 'reported', { ...grant, happenedOn: '2024-03-20' })
    await makeService(db, of, 'reported', { contractNo: 'HT-5', happenedOn: '2024-03-15' })
    expect((await find(db)).found).toEqual([])
    const early = await makeService(db, of, 'reported', {
      ...{ contractNo: 'HT-5', happenedOn: '2024-03-09' },
    })
    expect((await find(db)).found).toMatchObject([
      { kind: 'before-grant', rows: new Set([early.id, granted.id]) },
    ])
  })())

test('ten rows on the last working day of a month, entered together, and three times an ordinary day', () =>
  stage(async (one) => {
    const { db } = one
    const { another: of } = parties(one)
    const together = (happenedOn: string, count: number) =>
      db.transaction(async (tx) => {
        for (let made = 0; made < count; made++)
          await makeService(tx, of, 'reported', { happenedOn })
      })
    expect(workingDaysOf(202303).at(-1)).toBe('2023-03-31')
    await together('2023-03-31', 9)
    await together('2023-03-30', 10)
    for (let made = 0; made < 10; made++)
      await makeService(db, of, 'reported', { happenedOn: '2023-06-30' })
    expect((await find(db)).found).toEqual([])

    // An ordinary day of May has four: ten are less than three times that, twelve are not.
    for (const day of workingDaysOf(202305).slice(0, 14)) await together(day, 4)
    await together('2023-05-31', 11)
    expect((await find(db)).found).toEqual([])
    await together('2023-07-31', 10)
    expect((await find(db)).found).toMatchObject([{ kind: 'month-end' }])
    await together('2023-05-31', 12)
    expect((await find(db)).found).toMatchObject([{ kind: 'month-end' }])
  })())

test('fifty contacts of one member in a day', () =>
  stage(async (one) => {
    const { db, cast } = one
    const { of } = parties(one)
    const recordedByMemberId = cast.of.financier.owner.id
    const call = (count: number, happenedOn: string) =>
      db.transaction(async (tx) => {
        for (let made = 0; made < count; made++)
          await makeService(tx, of, 'reported', {
            ...{ rung: 4, amountFen: 0, contractNo: null, recordedByMemberId, happenedOn },
          })
      })
    await call(49, '2024-03-11')
    await call(1, '2024-03-12')
    expect((await find(db)).found).toEqual([])
    await call(1, '2024-03-11')
    const { found } = await find(db)
    expect(found).toMatchObject([{ kind: 'many-contacts' }])
    expect(found[0]?.rows.size).toBe(50)
  })())

test('a row that was taken out and entered again in another month; in the same month it is a correction like others', () =>
  stage(async (one) => {
    const { db } = one
    const { of } = parties(one)
    const like = { contractNo: 'HT-7', amountFen: 77 * WAN }
    const gone = await makeService(db, of, 'voided', { ...like, happenedOn: '2024-03-29' })
    const corrected = { ...like, happenedOn: '2024-03-28', correctsId: gone.id }
    await makeService(db, of, 'reported', corrected)
    expect((await find(db)).found).toEqual([])
    const again = await makeService(db, of, 'reported', { ...like, happenedOn: '2024-04-01' })
    expect((await find(db)).found).toMatchObject([
      { kind: 'moved-month', rows: new Set([gone.id, again.id]) },
    ])
  })())

test('a statistician of the city decides with a note on the rows seen; mended only where one is gone; a row that joins is doubted anew', () =>
  stage(async (one) => {
    const { db, as, who } = one
    const { of, elsewhere } = parties(one)
    const like = { happenedOn: '2024-06-12', amountFen: 323 * WAN }
    const a = await makeService(db, of, 'reported', { ...like, contractNo: 'HT-8' })
    await makeService(db, elsewhere, 'reported', { ...like, contractNo: 'HT 8' })
    const id = (await find(db)).found[0]?.id ?? ''
    const official = as(who.statistician)
    const input = { note: 'Two banks lent together', rows: 2 }
    await expectRefusal(db, () => dismissDoubt(official, id, { ...input, rows: 1 }), 'doubt-grew')
    await expectRefusal(db, () => settleDoubt(official, id, input), 'doubt-stands')
    expect(value(await dismissDoubt(official, id, input))).toBe(id)
    await expectRefusal(db, () => dismissDoubt(official, id, input), 'wrong-state')
    // Looked for again from the start, what was decided stays decided.
    await db.execute(sql`update doubt_through set position = 0`)
    expect(await find(db)).toEqual({ fresh: 0, found: [] })
    expect(await listDoubtsOf(official, a.id)).toMatchObject([
      { kind: 'same-contract', state: 'right', note: input.note },
    ])

    await makeService(db, of, 'reported', { ...like, contractNo: 'H T 8' })
    const later = await find(db)
    expect(later).toMatchObject({ fresh: 1, found: [{ kind: 'same-contract' }] })
    expect(later.found[0]?.rows.size).toBe(3)
    await db.execute(sql`update ${service} set state = 'voided' where id = ${a.id}`)
    const settled = { note: 'The copy is voided', rows: 3 }
    expect(value(await settleDoubt(official, later.found[0]?.id ?? '', settled))).toBeTruthy()
  })())

test('of searches at once one finds, and the others nothing more', () =>
  stage(async (one) => {
    const { of, elsewhere } = parties(one)
    const like = { happenedOn: '2024-06-13', amountFen: 324 * WAN }
    await makeService(one.db, of, 'reported', { ...like, contractNo: 'HT-12' })
    await makeService(one.db, elsewhere, 'reported', { ...like, contractNo: 'HT 12' })
    const found = await Promise.all(
      [1, 2, 3].map(() => findDoubts({ actor: clock, now: NOW, db: one.db })),
    )
    expect(found.map(value).toSorted()).toEqual([0, 0, 1])
  })())

import { describe, expect, test } from 'vitest'
import { service } from '@/db/schema'
import type { Database } from '@/db/client'
import { rolledBack, testDatabase } from '@/db/testing'
import type { Context } from '../context'
import type { FinancierActor } from '../actor'
import { reportDrawing } from '../introduction/report-drawing'
import { reported } from '../testing/attempts-service'
import { mainActors, makeCast, makeOrganisation, NOW } from '../testing/cast'
import {
  makeIntroduction,
  makeNeed,
  makeOffer,
  makeProduct,
  makeService,
  WAN,
} from '../testing/rows'
import { insertServices } from './insert-services'
import { reportService } from './report-service'
import { entryOf, serviceRowOf, type UnwrittenRow } from './service-row'

const database = testDatabase()
const nowhere = {
  district: null,
  zone: null,
  park: null,
  chains: [],
  qualifications: [],
  whiteListed: false,
}

async function maker(db: Database) {
  const company = await makeOrganisation(db, 'company')
  const financier = await makeOrganisation(db, 'financier')
  const parties = {
    company: { id: company.id, parentId: null },
    financier: { id: financier.id, kind: 'bank' as const },
  }
  const entry = entryOf({ actor: { audience: 'clock' }, now: NOW })
  return (voucher: string | null, contractNo = 'TW-1'): UnwrittenRow =>
    serviceRowOf(
      {
        ...{ rung: 6, class: 'credit-loan', contractNo, contractKey: contractNo, voucher },
        ...{ happenedOn: '2024-05-08', amountFen: 50_000_000, source: 'import' },
      },
      parties,
      nowhere,
      entry,
    )
}

async function twins(db: Database, contract: string) {
  const rows = await db.select().from(service)
  return rows
    .filter(({ contractNo, state }) => contractNo === contract && state !== 'voided')
    .map(({ voucher, twin }) => `${twin} ${voucher ?? '-'}`)
    .toSorted()
}

describe('many writers at once', () => {
  test.each([
    ['vouchers', ['001', '002', '003']],
    ['none', [null, null, null]],
    ['both', [null, '001', null]],
  ])('of the same drawings with %s write each once', async (name, vouchers) => {
    const row = await maker(database())
    const contract = `TW-${name}`
    const written = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        database().transaction((tx) => {
          const rows = vouchers.map((voucher) => row(voucher, contract))
          return insertServices(tx, at % 2 === 0 ? rows : rows.toReversed())
        }),
      ),
    )
    expect(written.flat()).toHaveLength(3)
    expect((await twins(database(), contract)).map((one) => one[0])).toEqual(['1', '2', '3'])
  })

  test('of one drawing, some with its voucher and some without, write it once', async () => {
    const row = await maker(database())
    const written = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        database().transaction((tx) => insertServices(tx, [row(at % 2 ? '001' : null, 'TW-ONE')])),
      ),
    )
    expect(written.flat()).toHaveLength(1)
  })
})

test('a voided one leaves its number to the next', async () => {
  await rolledBack(database(), async (tx) => {
    const row = await maker(tx)
    await insertServices(tx, [row('001'), row('002')])
    await tx.execute(`update service set state = 'voided' where voucher = '001'`)
    await insertServices(tx, [row('003')])
    expect(await twins(tx, 'TW-1')).toEqual(['1 003', '2 002'])
  })
})

test('whatever its door, a drawing is there once; another is entered by its voucher or by saying so', async () => {
  await rolledBack(database(), async (tx) => {
    const cast = await makeCast(tx)
    const context: Context<FinancierActor> = { actor: mainActors(cast).financier, now: NOW, db: tx }
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const { contractNo, happenedOn, amountFen } = reported
    // As a bank file brought it.
    await makeService(tx, of, 'reported', { contractNo, happenedOn, amountFen, source: 'import' })
    const send = async (more: { voucher?: string; isFurther?: boolean }, rung: 5 | 6 = 6) => {
      const input = { ...reported, uscc: cast.company.uscc, rung, ...more }
      const result = await reportService(context, input)
      return result.ok ? 'entered' : result.refusal
    }
    expect(await send({})).toBe('already-there')
    expect(await send({ voucher: '001' })).toBe('already-there')
    expect(await send({ voucher: '001', isFurther: true })).toBe('entered')
    expect(await send({ voucher: '001', isFurther: true })).toBe('already-there')
    expect(await send({ isFurther: true })).toBe('entered')
    expect(await twins(tx, contractNo)).toEqual(['1 -', '2 001', '3 -'])
    // A contract is granted once: nobody grants it further.
    expect(await send({}, 5)).toBe('entered')
    expect(await send({ isFurther: true, voucher: '009' }, 5)).toBe('already-there')
  })
})

test('a drawing of a talk meets what a bank file brought, and a second one alike is said to be one', async () => {
  await rolledBack(database(), async (tx) => {
    const cast = await makeCast(tx)
    const { company, financier } = cast
    const context: Context<FinancierActor> = { actor: mainActors(cast).financier, now: NOW, db: tx }
    const need = await makeNeed(tx, company.id, 'published')
    const product = await makeProduct(tx, financier.id, 'live')
    const between = { needId: need.id, productId: product.id, companyId: company.id }
    const talk = await makeIntroduction(tx, { ...between, financierId: financier.id }, 'approved', {
      givenBy: cast.of.company.owner.id,
    })
    await makeOffer(tx, { introductionId: talk.id, needId: need.id }, 'accepted')
    const drawing = {
      amountFen: 100 * WAN,
      drawnOn: '2024-05-15',
      contractNo: 'HT-T',
      secures: null,
    }
    const draw = async (more: { voucher?: string; isFurther?: boolean }) => {
      const result = await reportDrawing(context, talk.id, { ...drawing, ...more })
      return result.ok ? 'entered' : result.refusal
    }
    const of = { companyId: company.id, financierId: financier.id }
    const { amountFen, drawnOn: happenedOn, contractNo } = drawing
    await makeService(tx, of, 'reported', { amountFen, happenedOn, contractNo, voucher: '001' })
    expect(await draw({})).toBe('already-there')
    expect(await draw({ voucher: '001' })).toBe('already-there')
    expect(await draw({ voucher: '002' })).toBe('entered')
    expect(await draw({ isFurther: true })).toBe('entered')
    expect(await twins(tx, 'HT-T')).toEqual(['1 001', '2 002', '3 -'])
  })
})

import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { service } from '@/db/schema'
import { rolledBack } from '@/db/testing'
import { sqlState } from '../context'
import { makeService } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { confirmService } from './confirm-service'

const { scene } = tale()

async function aToldRow({ db, cast, who, as }: Scene) {
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  const { id } = await makeService(db, of, 'reported')
  value(await confirmService(as(who.company), id))
}

test.each([
  ['an amount changed', sql`update service set amount_fen = amount_fen + 1`],
  ['a day changed', sql`update service set happened_on = '2024-05-01'`],
  ['a place changed', sql`update service set district = 'beilin'`],
  ['an amount changed with the state', sql`update service set state = 'voided', amount_fen = 1`],
  ['a row deleted', sql`delete from service`],
  ['a word changed', sql`update service_mark set state = 'voided'`],
  ['a word deleted', sql`delete from service_mark`],
  ['an event changed', sql`update event set type = 'need.started'`],
  ['an event deleted', sql`delete from event`],
])('%s in the database itself is refused', (_name, statement) =>
  scene(async (on) => {
    await aToldRow(on)
    const refusal = await rolledBack(on.db, (tx) => tx.execute(statement)).catch(
      (error: unknown) => error,
    )
    expect(sqlState(refusal)).toBe('23001')
  })(),
)

test(
  'of a row the state alone may change',
  scene(async (on) => {
    await aToldRow(on)
    const [before] = await on.db.select().from(service)
    await on.db.execute(sql`update service set state = 'verified'`)
    expect(await on.db.select().from(service)).toEqual([{ ...before, state: 'verified' }])
  }),
)

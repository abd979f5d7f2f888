import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { listOwnServices } from '@/domain/ledger/queries'
import { findActor } from '@/domain/member/queries'
import type { CompanyActor } from '@/domain/actor'
import { makeCompany, makeMember, makeOrganisation, NOW } from '@/domain/testing/cast'
import { makeNeed, makeService } from '@/domain/testing/rows'
import { organisation } from './schema'
import { rolledBack, testDatabase } from './testing'

const database = testDatabase()
const folder = 'db/migrations'

/** The last statement of the migration that made applications rows of their own. */
function splitting(): string {
  const file = readdirSync(folder).find((name) => name.endsWith('_applications.sql')) ?? ''
  return readFileSync(join(folder, file), 'utf8').split('--> statement-breakpoint').at(-1) ?? ''
}

test('an application that was linked with a ledger before is a row of its own after the migration', () =>
  rolledBack(database(), async (db) => {
    const linked = await makeCompany(db, { state: 'applied', appliedAt: NOW })
    const owner = await makeMember(db, linked.id, 'owner')
    const bank = await makeOrganisation(db, 'financier')
    await makeService(db, { companyId: linked.id, financierId: bank.id }, 'reported')
    const draft = await makeNeed(db, linked.id, 'draft')
    const fresh = await makeCompany(db, { state: 'applied' })
    await db.execute(sql.raw(splitting()))
    const actor = (await findActor(db, { memberId: owner.id, sessionVersion: 1 })) as CompanyActor
    expect(actor).toMatchObject({ organisationState: 'applied', organisationName: linked.name })
    expect(actor.organisationId).not.toBe(linked.id)
    expect(await listOwnServices({ db, now: NOW, actor })).toEqual([])
    const { rows } = await db.execute(
      sql`select organisation_id::text as own from need where id = ${draft.id}`,
    )
    expect(rows).toEqual([{ own: actor.organisationId }])
    const stateOf = async (id: string) =>
      (await db.select().from(organisation).where(eq(organisation.id, id)))[0]?.state
    expect(await stateOf(linked.id)).toBe('known')
    expect(await stateOf(fresh.id)).toBe('applied')
  }))

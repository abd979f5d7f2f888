import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { notification, service } from '@/db/schema'
import { confirmService } from '../ledger/confirm-service'
import { declineVoid } from '../ledger/decline-void'
import { findLastPosition } from '../ledger/positions'
import { countProposals, findProposal, listProposals } from '../ledger/void-proposals'
import { publishMonths } from '../publication/publish-month'
import { officialActor } from '../testing/cast'
import { makeService, WAN } from '../testing/rows'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { agreeVoid } from './agree-void'
import { correctService } from './correct-service'
import { voidService } from './void-service'

const { scene } = tale()
const NO_CONTRACT = { contractNo: null }

const two = ({ cast, as }: Scene) => {
  const { owner, editor } = cast.of.authority
  return {
    first: as(officialActor(cast.authority, owner, ['statistician'])),
    second: as(officialActor(cast.authority, editor, ['statistician'])),
  }
}

/** A drawing of January 2023, which is published. */
async function publishedRow({ db, cast }: Scene, rung: 4 | 6 = 6) {
  const of = { companyId: cast.company.id, financierId: cast.financier.id }
  const row = await makeService(db, of, 'reported', { happenedOn: '2023-01-12', rung })
  const { position } = await findLastPosition(db)
  await publishMonths(db, [{ month: 202301, position, at: new Date('2023-02-12T01:00:00Z') }])
  return row
}
const stateOf = async ({ db }: Scene, id: string) =>
  (await db.select({ state: service.state }).from(service).where(eq(service.id, id)))[0]?.state

const toldOf = async ({ db }: Scene, kind: 'void-proposed' | 'void-told') =>
  (await db.select().from(notification).where(eq(notification.kind, kind))).map(
    ({ memberId }) => memberId,
  )

/** The second may act on what lies in its places: duties stand in the member's row for whoever is told. */
const makeStatisticians = ({ db, cast }: Scene) =>
  db.execute(sql`update member set duties = '{statistician}', scope_city = true
    where organisation_id = ${cast.authority.id}`)

test(
  'of a published month one official takes nothing out: it is proposed, told, and counts until another agrees',
  scene(async (on) => {
    await makeStatisticians(on)
    const { first, second } = two(on)
    const row = await publishedRow(on)
    value(await voidService(first, row.id, 'entered twice'))
    expect(await stateOf(on, row.id)).toBe('reported')
    expect(await findProposal(on.db, row.id)).toMatchObject({
      proposal: { why: 'entered twice', right: null },
    })
    const told = await toldOf(on, 'void-proposed')
    expect(told).toContain(second.actor.memberId)
    expect(told).not.toContain(first.actor.memberId)
    await expectRefusal(on.db, () => voidService(second, row.id, 'me too'), 'void-waits')
    expect(await countProposals(first)).toBe(0)
    expect((await listProposals(second, 10)).map((one) => one.row.id)).toEqual([row.id])
    await expectRefusal(on.db, () => agreeVoid(first, row.id), 'second-official')
    value(await agreeVoid(second, row.id))
    expect(await stateOf(on, row.id)).toBe('voided')
    expect(await findProposal(on.db, row.id)).toBeNull()
  }),
)

test(
  'a correction waits too, and is entered as it was proposed',
  scene(async (on) => {
    const { first, second } = two(on)
    const row = await publishedRow(on)
    const right = { amountFen: 80 * WAN, happenedOn: '2023-01-13', ...NO_CONTRACT }
    expect(value(await correctService(first, row.id, right, 'the receipt says 80'))).toBe(row.id)
    expect(await stateOf(on, row.id)).toBe('reported')
    const fresh = value(await agreeVoid(second, row.id))
    expect(fresh).not.toBe(row.id)
    const [entered] = await on.db.select().from(service).where(eq(service.id, fresh))
    expect(entered).toMatchObject({ amountFen: 80 * WAN, correctsId: row.id, state: 'reported' })
    expect(await stateOf(on, row.id)).toBe('voided')
  }),
)

test(
  'what is declined or taken back leaves the row as it is, and may be proposed again',
  scene(async (on) => {
    const { first, second } = two(on)
    const row = await publishedRow(on)
    for (const who of [first, second]) {
      value(await voidService(first, row.id, 'entered twice'))
      value(await declineVoid(who, row.id))
      expect(await stateOf(on, row.id)).toBe('reported')
      await expectRefusal(on.db, () => agreeVoid(second, row.id), 'nothing-proposed')
    }
  }),
)

test(
  'the database itself refuses one person for both',
  scene(async (on) => {
    const { first } = two(on)
    const row = await publishedRow(on)
    value(await voidService(first, row.id, 'entered twice'))
    const alone = on.db.execute(sql`update void_proposal
      set is_agreed = true, decided_at = now(), decided_by_member_id = proposed_by_member_id`)
    await expect(alone).rejects.toThrow('void_proposal_by_two')
  }),
)

test(
  'outside a published month one official voids; of a confirmed row a second is told',
  scene(async (on) => {
    await makeStatisticians(on)
    const { first, second } = two(on)
    const { db, cast, who, as } = on
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const reported = await makeService(db, of, 'reported', { happenedOn: '2023-02-12' })
    value(await voidService(first, reported.id, 'entered twice'))
    expect(await stateOf(on, reported.id)).toBe('voided')
    expect(await toldOf(on, 'void-told')).toEqual([])
    const confirmed = await makeService(db, of, 'reported', { happenedOn: '2023-02-14' })
    value(await confirmService(as(who.company), confirmed.id))
    value(await voidService(first, confirmed.id, 'never paid'))
    expect(await stateOf(on, confirmed.id)).toBe('voided')
    expect(await toldOf(on, 'void-told')).toContain(second.actor.memberId)
  }),
)

test(
  'a contact is in no published figure, and the financier’s own reported row is its to take back',
  scene(async (on) => {
    const { first } = two(on)
    const { db, cast, who, as } = on
    const contact = await publishedRow(on, 4)
    value(await voidService(first, contact.id, 'no such visit'))
    expect(await stateOf(on, contact.id)).toBe('voided')
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const own = await makeService(db, of, 'reported', { happenedOn: '2023-01-20' })
    value(await voidService(as(who.financier), own.id, 'entered twice'))
    expect(await stateOf(on, own.id)).toBe('voided')
  }),
)

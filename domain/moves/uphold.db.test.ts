import { expect, test } from 'vitest'
import { reportDrawing } from '../introduction/report-drawing'
import { disputeService } from '../ledger/dispute-service'
import { findReportedService, findServiceInScope, listOwnServices } from '../ledger/queries'
import { verifyService } from '../ledger/verify-service'
import { anIntroduction } from '../testing/attempts-introduction'
import { drawing, drawingsOf, readState } from '../testing/drawings'
import { makeService, WAN } from '../testing/rows'
import { tale, value, type Scene } from '../testing/tale'
import { correctService } from './correct-service'
import { voidService } from './void-service'

const { scene } = tale()

/** A drawing of a talk that its company disputes. */
async function disputed(on: Scene) {
  const { who, as } = on
  const { id } = await anIntroduction(on, 'approved')
  value(await reportDrawing(as(who.financier), id, drawing()))
  const [row] = await drawingsOf(on, id)
  if (!row) throw new Error('nothing was drawn')
  const said = { reason: 'only 90 came', rightAmountFen: 90 * WAN }
  value(await disputeService(as(who.company), row.id, said))
  return { id, row }
}

test(
  'a dispute is upheld by a correction; whoever reads one of the two rows reads of the other, and why',
  scene(async (on) => {
    const { who, as } = on
    const { id, row } = await disputed(on)
    const right = { amountFen: 90 * WAN, happenedOn: row.happenedOn, contractNo: row.contractNo }
    const freshId = value(
      await correctService(as(who.statistician), row.id, right, 'receipt seen: 90 came'),
    )
    expect(await readState(on, id)).toBe('drawn')
    const old = { state: 'voided', correctedById: freshId, voidedWhy: 'receipt seen: 90 came' }
    const fresh = { state: 'reported', correctsId: row.id, correctsWhy: 'receipt seen: 90 came' }
    const official = as(who.statistician)
    expect(await findServiceInScope(official, row.id)).toMatchObject(old)
    const read = await findServiceInScope(official, freshId)
    expect(read).toMatchObject({ ...fresh, amountFen: 90 * WAN })
    expect(read?.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['service.disputed', 'service.corrected']),
    )
    expect(await findReportedService(as(who.financier), row.id)).toMatchObject(old)
    expect(await findReportedService(as(who.financier), freshId)).toMatchObject(fresh)
    const own = await listOwnServices(as(who.company))
    expect(own.find((one) => one.id === row.id)).toMatchObject(old)
    expect(own.find((one) => one.id === freshId)).toMatchObject(fresh)
  }),
)

test(
  'an imported row that is corrected twice keeps the history of both',
  scene(async ({ db, cast, who, as }) => {
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const { id, happenedOn } = await makeService(db, of, 'disputed', { source: 'import' })
    const to = async (rowId: string, fen: number) =>
      value(
        await correctService(
          as(who.statistician),
          rowId,
          { amountFen: fen, happenedOn, contractNo: 'HT-9' },
          `to ${fen}`,
        ),
      )
    const last = await to(await to(id, 80 * WAN), 70 * WAN)
    const read = await findServiceInScope(as(who.statistician), last)
    expect(read?.correctsWhy).toBe(`to ${70 * WAN}`)
    expect(read?.events.filter(({ type }) => type === 'service.corrected')).toHaveLength(2)
  }),
)

test(
  'a dispute is upheld by voiding too, and the talk may pay out anew; or it is rejected by verifying',
  scene(async (on) => {
    const { who, as } = on
    const { id, row } = await disputed(on)
    value(await voidService(as(who.statistician), row.id, 'no money came'))
    expect(await readState(on, id)).toBe('approved')
    const other = await disputed(on)
    value(await verifyService(as(who.statistician), other.row.id, 'receipt seen'))
    expect((await findServiceInScope(as(who.statistician), other.row.id))?.state).toBe('verified')
  }),
)

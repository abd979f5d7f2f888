import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { introduction, organisation, service, serviceMark } from '@/db/schema'
import { reportDrawing } from '../introduction/report-drawing'
import { closeNeed } from '../moves/close-need'
import { voidService } from '../moves/void-service'
import { anIntroduction } from '../testing/attempts-introduction'
import { reported } from '../testing/attempts-service'
import {
  companyActor,
  financierActor,
  makeMember,
  makeOrganisation,
  nextUscc,
} from '../testing/cast'
import { drawing, drawingsOf, readState } from '../testing/drawings'
import { makeService, WAN } from '../testing/rows'
import { expectRefusal, race, tale, value, type Scene } from '../testing/tale'
import { confirmService } from './confirm-service'
import { disputeService } from './dispute-service'
import { reportService } from './report-service'
import { verifyService } from './verify-service'

const { scene, stage } = tale()
describe('a drawing', () => {
  test.each<[string, object, string]>([
    ['over what was granted', { amountFen: 300 * WAN + 1 }, 'over-granted'],
    ['of tomorrow', { drawnOn: '2024-05-16' }, 'day-in-future'],
    ['before the approval', { drawnOn: '2024-05-14' }, 'before-approval'],
  ])('%s is refused', (_name, more, refusal) =>
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'approved')
      const run = () => reportDrawing(on.as(on.who.financier), id, drawing(more))
      await expectRefusal(on.db, run, refusal)
    })(),
  )

  test(
    'while no offer is accepted is refused',
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'approved')
      await on.db.execute(sql`update offer set state = 'approved' where introduction_id = ${id}`)
      const run = () => reportDrawing(on.as(on.who.financier), id, drawing())
      await expectRefusal(on.db, run, 'no-offer-accepted')
    }),
  )

  test(
    'after others holds to what they left, disputed ones counted and voided ones not',
    scene(async (on) => {
      const { db, who, as } = on
      const { id } = await anIntroduction(on, 'approved')
      const report = (more: object) => reportDrawing(as(who.financier), id, drawing(more))
      value(await report({ amountFen: 200 * WAN }))
      const [first] = await drawingsOf(on, id)
      const dispute = { reason: 'not so much', rightAmountFen: 150 * WAN }
      value(await disputeService(as(who.company), first?.id ?? '', dispute))
      await expectRefusal(db, () => report({ amountFen: 101 * WAN }), 'over-granted')
      value(await voidService(as(who.statistician), first?.id ?? '', 'why'))
      value(await report({ amountFen: 300 * WAN, contractNo: 'HT-2024-2' }))
    }),
  )

  test(
    'reported twice is already there',
    scene(async (on) => {
      const { id } = await anIntroduction(on, 'approved')
      const report = () => reportDrawing(on.as(on.who.financier), id, drawing())
      value(await report())
      await expectRefusal(on.db, report, 'already-there')
      const elsewhere = { ...reported, uscc: on.cast.company.uscc, contractNo: 'HT-2024-1' }
      const again = { ...elsewhere, happenedOn: '2024-05-15', amountFen: 100 * WAN }
      await expectRefusal(
        on.db,
        () => reportService(on.as(on.who.financier), again),
        'already-there',
      )
    }),
  )

  test(
    'sent by two tabs at once is one row',
    stage(async (on) => {
      const { id } = await anIntroduction(on, 'approved')
      const report = () =>
        reportDrawing(on.as(on.who.financier), id, drawing({ contractNo: 'TABS' }))
      expect(await race([report, report])).toEqual({ won: 1, told: ['already-there'] })
      expect(await drawingsOf(on, id)).toHaveLength(1)
    }),
  )
})

describe('voiding', () => {
  test(
    'one of two drawings leaves the introduction drawn; the last makes it approved again',
    scene(async (on) => {
      const { who, as } = on
      const { id } = await anIntroduction(on, 'approved')
      value(await reportDrawing(as(who.financier), id, drawing()))
      value(await reportDrawing(as(who.financier), id, drawing({ contractNo: 'HT-2024-2' })))
      const [one, two] = await drawingsOf(on, id)
      value(await voidService(as(who.financier), one?.id ?? '', 'a slip'))
      expect(await readState(on, id)).toBe('drawn')
      value(await voidService(as(who.financier), two?.id ?? '', 'a slip'))
      expect(await readState(on, id)).toBe('approved')
      value(await reportDrawing(as(who.financier), id, drawing()))
    }),
  )

  test(
    'the last drawing while another is reported leaves what the ledger says',
    stage(async (on) => {
      for (let round = 0; round < 10; round++) {
        const { id } = await anIntroduction(on, 'approved')
        const report = (contractNo: string) =>
          reportDrawing(on.as(on.who.financier), id, drawing({ contractNo }))
        value(await report(`FIRST-${round}`))
        const [first] = await drawingsOf(on, id)
        await race([
          () => voidService(on.as(on.who.financier), first?.id ?? '', 'a slip'),
          () => report(`SECOND-${round}`),
        ])
        const left = (await drawingsOf(on, id)).filter(({ state }) => state !== 'voided')
        expect(await readState(on, id)).toBe(left.length > 0 ? 'drawn' : 'approved')
      }
    }),
  )

  test(
    'the last drawing of a need that was closed ends its introduction',
    scene(async (on) => {
      const { who, as } = on
      const { id, needId } = await anIntroduction(on, 'approved')
      value(await reportDrawing(as(who.financier), id, drawing()))
      value(await closeNeed(as(who.company), needId))
      const [only] = await drawingsOf(on, id)
      value(await voidService(as(who.financier), only?.id ?? '', 'a slip'))
      const [met] = await on.db.select().from(introduction).where(eq(introduction.id, id))
      expect(met).toMatchObject({ state: 'ended', ending: 'need-ended' })
    }),
  )

  test.each(['confirmed', 'unconfirmed', 'disputed', 'verified'] as const)(
    'a %s row is no longer the financier’s to take out',
    (state) =>
      scene(async (on) => {
        const { cast, who, as } = on
        const of = { companyId: cast.company.id, financierId: cast.financier.id }
        const { id } = await makeService(on.db, of, state)
        await expectRefusal(
          on.db,
          () => voidService(as(who.financier), id, 'why'),
          'no-longer-reported',
        )
        value(await voidService(as(who.statistician), id, 'why'))
      })(),
  )
})

describe('a report', () => {
  test.each<[string, (on: Scene) => object, string]>([
    ['of a code that is none', () => ({ uscc: '91350200M000000510' }), 'uscc-invalid'],
    ['of a bank', ({ cast }) => ({ uscc: cast.otherFinancier.uscc }), 'not-a-company'],
    [
      'of tomorrow',
      ({ cast }) => ({ uscc: cast.company.uscc, happenedOn: '2024-05-16' }),
      'day-in-future',
    ],
  ])('%s is refused', (_name, more, refusal) =>
    scene(async (on) => {
      const input = { ...reported, uscc: '', ...more(on) }
      await expectRefusal(on.db, () => reportService(on.as(on.who.financier), input), refusal)
    })(),
  )

  test(
    'of equity is a fund’s, and no bank’s',
    scene(async ({ db, cast, who, as }) => {
      const input = { ...reported, uscc: cast.company.uscc, class: 'equity' as const }
      await expectRefusal(db, () => reportService(as(who.financier), input), 'class-of-kind')
      const fund = { ...who.financier, financierKind: 'fund' as const }
      value(await reportService(as(fund), input))
    }),
  )

  test(
    'of another name beside a code waits until the licence was looked at, and changes no name',
    scene(async ({ db, cast, who, as }) => {
      const { uscc, name } = cast.company
      const asked = { ...reported, uscc, nameChecked: false }
      const report = (more: object) => reportService(as(who.financier), { ...asked, ...more })
      await expectRefusal(
        db,
        () => report({ companyName: '西安别的科技有限公司' }),
        'name-of-another',
      )
      value(await report({ companyName: ` ${name.toLowerCase()}`, contractNo: 'SAME-1' }))
      value(await report({ companyName: '西安别的科技有限公司', nameChecked: true }))
      const [kept] = await db.select().from(organisation).where(eq(organisation.uscc, uscc))
      expect(kept?.name).toBe(name)
    }),
  )

  test(
    'of a company never met makes it known, not admitted, its place unknown',
    scene(async (on) => {
      const uscc = nextUscc()
      const id = value(
        await reportService(on.as(on.who.financier), { ...reported, uscc: uscc.toLowerCase() }),
      )
      const [met] = await on.db.select().from(organisation).where(eq(organisation.uscc, uscc))
      expect(met).toMatchObject({ state: 'known', kind: 'company', district: null, zone: null })
      const [row] = await on.db.select().from(service).where(eq(service.id, id))
      expect(row).toMatchObject({
        companyId: met?.id,
        district: null,
        chains: [],
        source: 'report',
      })
    }),
  )

  test(
    'of a branch counts as its parent, and both may answer it',
    scene(async (on) => {
      const { db, cast, who, as } = on
      const branch = await makeOrganisation(db, 'company', { parentId: cast.company.id })
      const keeper = companyActor(branch, await makeMember(db, branch.id, 'owner'))
      const report = (contractNo: string) =>
        reportService(as(who.financier), { ...reported, uscc: branch.uscc, contractNo })
      const [one, two] = [value(await report('B-1')), value(await report('B-2'))]
      const [row] = await db.select().from(service).where(eq(service.id, one))
      expect(row).toMatchObject({ organisationId: branch.id, companyId: cast.company.id })
      value(await confirmService(as(keeper), one))
      value(await confirmService(as(who.company), two))
    }),
  )
})

test(
  'a row of somebody else is not found',
  scene(async (on) => {
    const { db, cast, as } = on
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const { id } = await makeService(db, of, 'reported')
    const company = companyActor(cast.otherCompany, cast.of.otherCompany.owner)
    const bank = financierActor(cast.otherFinancier, cast.of.otherFinancier.owner)
    await expectRefusal(db, () => confirmService(as(company), id), 'not-found')
    await expectRefusal(db, () => voidService(as(bank), id, 'why'), 'not-found')
  }),
)

test(
  'a word on a row is kept with its words, and the latest is the row’s state',
  scene(async (on) => {
    const { db, cast, who, as } = on
    const of = { companyId: cast.company.id, financierId: cast.financier.id }
    const { id } = await makeService(db, of, 'reported')
    const dispute = { reason: 'too much', rightAmountFen: 90 * WAN }
    value(await disputeService(as(who.company), id, dispute))
    value(await verifyService(as(who.statistician), id, 'seen the contract'))
    const marks = await db.select().from(serviceMark).where(eq(serviceMark.serviceId, id))
    expect(marks).toMatchObject([
      { state: 'disputed', words: 'too much', rightAmountFen: 90 * WAN },
      { state: 'verified', words: 'seen the contract', rightAmountFen: null },
    ])
  }),
)

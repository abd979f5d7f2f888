import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { serviceMark } from '@/db/schema'
import { reportDrawing } from '../introduction/report-drawing'
import { anIntroduction } from '../testing/attempts-introduction'
import { drawing, drawingsOf, readState } from '../testing/drawings'
import { makeService, WAN } from '../testing/rows'
import { expectRefusal, tale, value } from '../testing/tale'
import { correctService } from './correct-service'
import { saveProfile } from './save-profile'

const { scene } = tale()
describe('correcting', () => {
  const right = { amountFen: 90 * WAN, happenedOn: '2024-05-15', contractNo: 'HT-2024-1' }

  test(
    'voids a row and enters it anew, standing where it stood; the introduction stays drawn',
    scene(async (on) => {
      const { db, who, as } = on
      const { id } = await anIntroduction(on, 'approved')
      value(await reportDrawing(as(who.financier), id, drawing()))
      const [old] = await drawingsOf(on, id)
      const moved = { district: 'beilin' as const, zone: null, park: null }
      value(await saveProfile(as(who.company), { section: 'place', values: moved }))
      value(await correctService(as(who.financier), old?.id ?? '', right, 'a slip'))
      const [voided, fresh] = await drawingsOf(on, id)
      expect([voided?.state, fresh?.state]).toEqual(['voided', 'reported'])
      expect(fresh).toMatchObject({
        correctsId: old?.id,
        amountFen: 90 * WAN,
        district: 'yanta',
        zone: 'high-tech',
        chains: ['photonics'],
      })
      expect(await readState(on, id)).toBe('drawn')
      const marks = await db
        .select()
        .from(serviceMark)
        .where(eq(serviceMark.serviceId, old?.id ?? ''))
      expect(marks).toMatchObject([{ state: 'voided', words: 'a slip' }])
    }),
  )

  test(
    'a drawing to more than was granted is refused, and to all of it is not',
    scene(async (on) => {
      const { who, as } = on
      const { id } = await anIntroduction(on, 'approved')
      value(await reportDrawing(as(who.financier), id, drawing()))
      value(await reportDrawing(as(who.financier), id, drawing({ contractNo: 'HT-2024-2' })))
      const [first] = await drawingsOf(on, id)
      const to = (fen: number) => () =>
        correctService(as(who.financier), first?.id ?? '', { ...right, amountFen: fen }, 'a slip')
      await expectRefusal(on.db, to(200 * WAN + 1), 'over-granted')
      value(await to(200 * WAN)())
    }),
  )

  test.each<[string, object, string]>([
    ['to a row that is there already', {}, 'already-there'],
    ['to a day that has not come', { happenedOn: '2024-05-16' }, 'day-in-future'],
  ])('%s is refused', (_name, more, refusal) =>
    scene(async (on) => {
      const { cast, who, as } = on
      const of = { companyId: cast.company.id, financierId: cast.financier.id }
      const { id } = await makeService(on.db, of, 'reported')
      await makeService(on.db, of, 'reported', { contractNo: 'HT-2024-1', amountFen: 90 * WAN })
      const run = () => correctService(as(who.financier), id, { ...right, ...more }, 'why')
      await expectRefusal(on.db, run, refusal)
    })(),
  )
})

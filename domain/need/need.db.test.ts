import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Database } from '@/db/client'
import { introduction, need, offer } from '@/db/schema'
import { reportDrawing } from '../introduction/report-drawing'
import { closeNeed } from '../moves/close-need'
import { saveProfile } from '../moves/save-profile'
import { withdrawNeed } from '../moves/withdraw-need'
import { anIntroduction } from '../testing/attempts-introduction'
import { amended } from '../testing/attempts-need'
import { companyActor, makeCompany, makeMember, NOW } from '../testing/cast'
import { makeIntroduction, makeNeed, makeOffer, makeProduct, WAN } from '../testing/rows'
import { expectRefusal, race, tale, value, type Scene } from '../testing/tale'
import { amendNeed } from './amend-need'
import { approveWords } from './approve-words'
import { copyNeed } from './copy-need'
import { discardNeed } from './discard-need'
import { returnWords } from './return-words'
import { saveNeed } from './save-need'
import { submitNeed } from './submit-need'

const { scene, stage } = tale()
const readNeed = async (db: Database, id: string) => {
  const [row] = await db.select().from(need).where(eq(need.id, id))
  return row
}
const privacy = { step: 'privacy' as const, values: { showWhiteList: true } }

/** Another financier's introduction beside the main one. */
async function anotherIntroduction({ db, cast }: Scene, needId: string, state: 'open' | 'drawn') {
  const product = await makeProduct(db, cast.otherFinancier.id, 'live')
  return makeIntroduction(
    db,
    {
      needId,
      productId: product.id,
      companyId: cast.company.id,
      financierId: cast.otherFinancier.id,
    },
    state,
    { givenBy: cast.of.company.owner.id },
  )
}

describe('publishing', () => {
  test(
    'a sixth open need is one too many',
    scene(async ({ db, cast, who, as }) => {
      for (let count = 0; count < 5; count++)
        await makeNeed(db, cast.company.id, count % 2 ? 'in-review' : 'published')
      const { id } = await makeNeed(db, cast.company.id, 'draft')
      await expectRefusal(db, () => submitNeed(as(who.company), id), 'too-many-open-needs')
    }),
  )

  test(
    'two tabs that publish the fifth and the sixth at once open five',
    stage(async ({ db, as }) => {
      const company = await makeCompany(db)
      const actor = companyActor(company, await makeMember(db, company.id, 'owner'))
      for (let count = 0; count < 4; count++) await makeNeed(db, company.id, 'published')
      const drafts = [
        await makeNeed(db, company.id, 'draft'),
        await makeNeed(db, company.id, 'draft'),
      ]
      const outcome = await race(
        drafts.map(
          ({ id }) =>
            () =>
              submitNeed(as(actor), id),
        ),
      )
      expect(outcome).toEqual({ won: 1, told: ['too-many-open-needs'] })
    }),
  )

  test(
    'the snapshot, the teaser and the clock are taken as the need goes to review',
    scene(async ({ db, cast, who, as }) => {
      const { id } = await makeNeed(db, cast.company.id, 'draft')
      value(await submitNeed(as(who.company), id))
      const row = await readNeed(db, id)
      expect(row).toMatchObject({ state: 'in-review', openFen: 500 * WAN })
      expect(row?.facts).toMatchObject({ staff: 64, district: 'yanta' })
      // Two companies share this chain: neither place nor chain may be told.
      expect(row?.teaser).toMatchObject({ staff: '50-99', zone: null, chain: null })
      expect(row?.reviewDueAt?.toISOString()).toBe('2024-05-17T02:00:00.000Z')
    }),
  )

  test(
    'a draft that wants its money by yesterday stays a draft',
    scene(async ({ db, cast, who, as }) => {
      const { id } = await makeNeed(db, cast.company.id, 'draft', { wantedBy: '2024-05-14' })
      await expectRefusal(db, () => submitNeed(as(who.company), id), 'wanted-by-past')
    }),
  )
})

describe('a draft', () => {
  test(
    'that was saved in another tab since is not overwritten',
    scene(async ({ db, cast, who, as }) => {
      const { id } = await makeNeed(db, cast.company.id, 'draft')
      const later = new Date(NOW.getTime() + 5_000)
      value(await saveNeed(as(who.company, later), id, privacy, NOW.getTime()))
      await expectRefusal(
        db,
        () => saveNeed(as(who.company, later), id, privacy, NOW.getTime()),
        'edited-elsewhere',
      )
      value(await saveNeed(as(who.company, later), id, privacy, later.getTime()))
    }),
  )

  test(
    'of somebody else is not found',
    scene(async ({ db, cast, who, as }) => {
      const { id } = await makeNeed(db, cast.otherCompany.id, 'draft')
      await expectRefusal(db, () => saveNeed(as(who.company), id, privacy), 'not-found')
      await expectRefusal(db, () => discardNeed(as(who.company), id), 'not-found')
    }),
  )

  test(
    'copied from an ended need has its terms and asks the day anew',
    scene(async ({ db, cast, who, as }) => {
      const ended = await makeNeed(db, cast.company.id, 'withdrawn')
      const copy = await readNeed(db, value(await copyNeed(as(who.company), ended.id)))
      expect(copy).toMatchObject({
        state: 'draft',
        amountFen: ended.amountFen,
        classes: ended.classes,
        wantedBy: null,
        copiedFromId: ended.id,
        teaser: null,
        facts: null,
        publishedAt: null,
        version: 1,
      })
    }),
  )
})

describe('an amendment', () => {
  test(
    'is the next version; its words wait, and the old ones stay',
    scene(async ({ db, cast, who, as }) => {
      const { id } = await makeNeed(db, cast.company.id, 'published')
      value(await amendNeed(as(who.company), id, amended))
      expect(await readNeed(db, id)).toMatchObject({
        version: 2,
        amountFen: 400 * WAN,
        openFen: 400 * WAN,
        words: 'words',
        wordsWaiting: 'other words',
      })
      value(await approveWords(as(who.verifier), id))
      expect(await readNeed(db, id)).toMatchObject({ words: 'other words', wordsWaiting: null })
      await expectRefusal(db, () => approveWords(as(who.verifier), id), 'no-words-waiting')
    }),
  )

  test(
    'whose words are returned keeps the old ones and says what to mend',
    scene(async ({ db, cast, who, as }) => {
      const { id } = await makeNeed(db, cast.company.id, 'published', { wordsWaiting: 'new' })
      value(await returnWords(as(who.verifier), id, 'no names'))
      expect(await readNeed(db, id)).toMatchObject({
        words: 'words',
        wordsWaiting: null,
        returnReason: 'no names',
      })
    }),
  )

  test(
    'that takes the words out leaves none, and is not asked for them again',
    scene(async ({ db, cast, who, as }) => {
      const { id } = await makeNeed(db, cast.company.id, 'published')
      value(await amendNeed(as(who.company), id, { ...amended, words: null }))
      value(await approveWords(as(who.verifier), id))
      expect((await readNeed(db, id))?.words).toBeNull()
      value(await amendNeed(as(who.company), id, { ...amended, words: null }))
      expect((await readNeed(db, id))?.wordsWaiting).toBeNull()
    }),
  )

  test.each<[string, Partial<typeof amended>, string]>([
    ['without a tenor', { tenorMonths: null as never }, 'need-incomplete'],
    ['wanted by yesterday', { wantedBy: '2024-05-14' }, 'wanted-by-past'],
    ['with a phone in its words', { words: '电话 029-8888 1234' }, 'words-tell-who'],
  ])('%s is refused', (_name, more, refusal) =>
    scene(async ({ db, cast, who, as }) => {
      const { id } = await makeNeed(db, cast.company.id, 'published')
      const run = () => amendNeed(as(who.company), id, { ...amended, ...more })
      await expectRefusal(db, run, refusal)
    })(),
  )

  test(
    'after an offer was accepted is refused',
    scene(async (on) => {
      const { db, who, as } = on
      const { needId = '' } = await anIntroduction(on, 'approved')
      await expectRefusal(db, () => amendNeed(as(who.company), needId, amended), 'offer-accepted')
    }),
  )
})

describe('whoever ends a need', () => {
  test(
    'ends its live introductions and their open offers, and no drawn one',
    scene(async (on) => {
      const { db, who, as } = on
      const { id, needId = '' } = await anIntroduction(on, 'file-complete')
      await makeOffer(db, { introductionId: id, needId }, 'asked')
      const drawn = await anotherIntroduction(on, needId, 'drawn')
      value(await closeNeed(as(who.company), needId))
      const rows = await db.select().from(introduction).where(eq(introduction.needId, needId))
      expect(rows.find((row) => row.id === id)).toMatchObject({
        state: 'ended',
        ending: 'need-ended',
      })
      expect(rows.find((row) => row.id === drawn.id)?.state).toBe('drawn')
      const [lapsed] = await db.select().from(offer).where(eq(offer.introductionId, id))
      expect(lapsed?.state).toBe('lapsed')
      const { rows: open } = await db.execute(
        sql`select 1 from consent where introduction_id = ${id} and ended_at is null`,
      )
      expect(open).toEqual([])
    }),
  )

  test(
    'cannot withdraw it once money is drawn, nor close it before',
    scene(async (on) => {
      const { db, cast, who, as } = on
      const { needId = '' } = await anIntroduction(on, 'drawn')
      await expectRefusal(db, () => withdrawNeed(as(who.company), needId), 'money-drawn')
      const { id } = await makeNeed(db, cast.company.id, 'published')
      await expectRefusal(db, () => closeNeed(as(who.company), id), 'nothing-drawn')
    }),
  )

  test(
    'and whoever reports its first drawing at once: one of them wins',
    stage(async (on) => {
      for (let round = 0; round < 12; round++) {
        const { id, needId = '' } = await anIntroduction(on, 'approved')
        const drawing = {
          amountFen: 100 * WAN,
          drawnOn: '2024-05-15',
          contractNo: `RACE-${round}`,
          secures: null,
        }
        const { won } = await race([
          () => withdrawNeed(on.as(on.who.company), needId),
          () => reportDrawing(on.as(on.who.financier), id, drawing),
        ])
        expect(won).toBe(1)
        const [met] = await on.db.select().from(introduction).where(eq(introduction.id, id))
        const after = await readNeed(on.db, needId)
        expect([after?.state, met?.state]).toEqual(
          met?.state === 'drawn' ? ['published', 'drawn'] : ['withdrawn', 'ended'],
        )
        if (after?.state === 'published') value(await closeNeed(on.as(on.who.company), needId))
      }
    }),
  )
})

test(
  'a saved profile gives open needs a new snapshot and teaser, and ended ones none',
  scene(async ({ db, cast, who, as }) => {
    const open = await makeNeed(db, cast.company.id, 'published')
    const ended = await makeNeed(db, cast.company.id, 'closed')
    const values = { staff: 320, rdStaff: 100 }
    value(await saveProfile(as(who.company), { section: 'people', values }))
    expect((await readNeed(db, open.id))?.facts?.staff).toBe(320)
    expect((await readNeed(db, open.id))?.teaser?.staff).toBe('300+')
    expect((await readNeed(db, ended.id))?.facts?.staff).toBe(64)
    const { rows } = await db.execute(sql`select data from pgboss.job where name = 'judge-need'`)
    expect(rows).toEqual([{ data: { needId: open.id } }])
  }),
)

import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { saveProfile } from '../moves/save-profile'
import { NOW } from '../testing/cast'
import { makeNeed, WAN } from '../testing/rows'
import { tale, value } from '../testing/tale'
import { approveNeed } from './approve-need'
import { moveOpenAmount } from './move-open-amount'
import { listOwnNeeds } from './queries'

const { scene } = tale()

test(
  'a need is being judged from publishing, amending or another open amount on until it is judged, and says so',
  scene(async ({ db, cast, who, as }) => {
    const waiting = await makeNeed(db, cast.company.id, 'in-review')
    const still = await makeNeed(db, cast.company.id, 'published')
    const read = async () => {
      const own = await listOwnNeeds(as(who.company))
      return Object.fromEntries(own.map((one) => [one.id, one.isBeingJudged]))
    }
    const judged = async () => {
      await db.execute(
        sql`update pgboss.job set state = 'completed', created_on = created_on - interval '1 s'`,
      )
      expect(await read()).toEqual({ [waiting.id]: false, [still.id]: false })
    }
    expect(await read()).toEqual({ [waiting.id]: false, [still.id]: false })
    value(await approveNeed(as(who.verifier), waiting.id))
    expect(await read()).toEqual({ [waiting.id]: true, [still.id]: false })
    await judged()
    await moveOpenAmount(db, waiting.id, -100 * WAN, NOW)
    expect(await read()).toEqual({ [waiting.id]: true, [still.id]: false })
    await judged()
    value(
      await saveProfile(as(who.company), { section: 'people', values: { staff: 9, rdStaff: 1 } }),
    )
    expect(await read()).toEqual({ [waiting.id]: true, [still.id]: true })
  }),
)

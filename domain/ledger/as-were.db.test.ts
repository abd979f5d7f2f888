import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { datedProfile, service } from '@/db/schema'
import { importServices } from '../bank-file/import-services'
import { saveProfile } from '../moves/save-profile'
import { companyActor, makeCompany, makeMember } from '../testing/cast'
import { tale, value, type Scene } from '../testing/tale'
import { reported } from '../testing/attempts-service'
import { reportService } from './report-service'
import { writeService } from './write-service'

const { scene } = tale()
const at = (day: string) => new Date(`${day}T02:00:00Z`)

const place = (district: 'weiyang' | 'beilin') => ({
  section: 'place' as const,
  values: { district, zone: null, park: null },
})

/** A company that was in the high-tech zone of Yanta, and moved to Weiyang on the tenth of May 2024. */
async function mover(on: Scene) {
  const company = await makeCompany(on.db)
  const actor = companyActor(company, await makeMember(on.db, company.id, 'owner'))
  value(await saveProfile(on.as(actor, at('2024-05-10')), place('weiyang')))
  return { company, actor }
}
type Company = Awaited<ReturnType<typeof mover>>['company']

/** The three doors of the ledger, each entering one service of a day. */
const doors: Record<string, (on: Scene, company: Company, day: string) => Promise<unknown>> = {
  'the platform': async ({ db, as, who, cast }, company, day) =>
    value(
      await writeService(db, as(who.financier), {
        organisationId: company.id,
        financierId: cast.financier.id,
        rung: 6,
        class: 'credit-loan',
        contractNo: `HT-${day}`,
        contractKey: `HT-${day}`,
        happenedOn: day,
        amountFen: 1_000_000,
        source: 'platform',
      }),
    ),
  'a report': async ({ as, who }, { uscc }, day) => {
    const told = { ...reported, uscc, happenedOn: day, contractNo: `HT-${day}` }
    return value(await reportService(as(who.financier), told))
  },
  'a bank file': async ({ as }, { uscc }, day) => {
    const lines = `uscc,financier,class,contract,granted on,granted (yuan)\n${uscc},Bank,credit loan,HT-${day},${day},1000000\n`
    const source = () => Readable.from([Buffer.from(lines)])
    const clock = { audience: 'clock' as const }
    return value(await importServices(as(clock), { source, commit: true, skipBad: false }))
  },
}

describe.each(Object.entries(doors))('through %s', (_name, enter) => {
  test(
    'a row stands where its company was that day, whenever it comes',
    scene(async (on) => {
      const { company } = await mover(on)
      for (const day of ['2024-05-09', '2024-05-10', '2018-06-01']) await enter(on, company, day)
      const rows = await on.db.select().from(service).where(eq(service.companyId, company.id))
      const placeOn = Object.fromEntries(
        rows.map(({ happenedOn, district, zone, chains }) => [
          happenedOn,
          [district, zone, ...chains],
        ]),
      )
      expect(placeOn).toEqual({
        // Of the time before its first word that word is taken.
        '2018-06-01': ['yanta', 'high-tech', 'photonics'],
        '2024-05-09': ['yanta', 'high-tech', 'photonics'],
        '2024-05-10': ['weiyang', null, 'photonics'],
      })
    }),
  )
})

test(
  'a company that moves twice on one day was only at the last place that day',
  scene(async (on) => {
    const { company, actor } = await mover(on)
    value(await saveProfile(on.as(actor, at('2024-05-10')), place('beilin')))
    value(await saveProfile(on.as(actor, at('2024-05-12')), place('beilin')))
    const dated = await on.db
      .select({ since: datedProfile.since, district: datedProfile.district })
      .from(datedProfile)
      .where(eq(datedProfile.organisationId, company.id))
      .orderBy(datedProfile.since)
    expect(dated).toEqual([
      { since: '2019-01-01', district: 'yanta' },
      { since: '2024-05-10', district: 'beilin' },
    ])
  }),
)

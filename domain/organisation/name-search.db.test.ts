import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { organisation } from '@/db/schema'
import { makeOrganisation, officialActor, makeMember } from '../testing/cast'
import { tale } from '../testing/tale'
import { nameHolds } from './name-search'
import { organisationStates } from './organisation'
import { listOrganisationsInScope } from './queries'

const { scene } = tale()
const names = {
  chip: '西安芯片测试有限公司',
  apart: '西安片芯测与测试有限公司',
  wide: '西安ＡＢＣ光电有限公司',
  mark: '西安100%光学有限公司',
  rare: '西安𠮷祥光学有限公司',
}

test(
  'officials find an organisation by any part of its name, whatever its width and case, and by the beginning of its code',
  scene(async ({ db, cast, as }) => {
    const made = new Map<string, string>()
    for (const [key, name] of Object.entries(names)) {
      const { id, uscc } = await makeOrganisation(db, 'company', { name })
      made.set(id, key)
      if (key === 'chip') made.set('uscc', uscc)
    }
    const authority = await makeOrganisation(db, 'authority', { district: null, zone: null })
    const official = officialActor(authority, await makeMember(db, authority.id, 'owner'), [])
    const find = async (search: string) => {
      const filter = { states: organisationStates, search }
      const rows = await listOrganisationsInScope(as(official), filter, null)
      return rows.flatMap(({ id }) => made.get(id) ?? []).toSorted()
    }
    expect(cast.company.name).not.toContain('芯')
    expect(await find('芯片')).toEqual(['chip'])
    expect(await find('片测试')).toEqual(['chip'])
    expect(await find('测试有限')).toEqual(['apart', 'chip'])
    expect(await find('芯')).toEqual(['apart', 'chip'])
    expect(await find('abc')).toEqual(['wide'])
    expect(await find('ａｂ')).toEqual(['wide'])
    expect(await find('0%')).toEqual(['mark'])
    expect(await find('%')).toEqual(['mark'])
    expect(await find('_')).toEqual([])
    expect(await find('𠮷祥')).toEqual(['rare'])
    expect(await find('没有')).toEqual([])
    const code = made.get('uscc') ?? ''
    expect(await find(code)).toEqual(['chip'])
    expect(await find(code.toLowerCase())).toEqual(['chip'])
  }),
)

test(
  'a word of two characters is looked up in the index',
  scene(async ({ db }) => {
    await db.execute(sql`set local enable_seqscan = off`)
    const { rows } = await db.execute(
      sql`explain select ${organisation.id} from ${organisation} where ${nameHolds('芯片')}`,
    )
    expect(JSON.stringify(rows)).toContain('organisation_name_bigrams')
  }),
)

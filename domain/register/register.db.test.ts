import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { registerEntry } from '@/db/schema'
import { article, makeEntry } from '../testing/attempts-register'
import { officialActor } from '../testing/cast'
import { expectRefusal, tale, value, type Scene } from '../testing/tale'
import { publishEntry } from './publish-entry'
import {
  countArticles,
  findArticle,
  findChainGroups,
  listArticles,
  listDraftsToPublish,
  listIndicators,
  listSeries,
} from './queries'
import { chainGroupsSchema, indicatorSchema, seriesOf, type Indicator } from './register'
import { saveEntry } from './save-entry'
import { withdrawEntry } from './withdraw-entry'

const { scene, stage } = tale()

const publishers = ({ cast, as }: Scene) => {
  const { owner, editor } = cast.of.authority
  return {
    first: as(officialActor(cast.authority, owner, ['publisher'])),
    second: as(officialActor(cast.authority, editor, ['publisher'])),
  }
}

test(
  'what one drafts another publishes, and only what it has read',
  scene(async (on) => {
    const { first, second } = publishers(on)
    const id = value(await saveEntry(first, null, { register: 'news', body: article }))
    expect(await findArticle(on.db, id)).toBeNull()
    await expectRefusal(on.db, () => publishEntry(first, id, 1), 'second-publisher')
    expect((await listDraftsToPublish(second)).map((one) => one.id)).toEqual([id])
    expect(await listDraftsToPublish(first)).toEqual([])
    const changed = { ...article, titleEn: 'Something else' }
    value(await saveEntry(first, id, { register: 'news', body: changed }))
    await expectRefusal(on.db, () => publishEntry(second, id, 1), 'entry-changed')
    value(await publishEntry(second, id, 2))
    expect(await findArticle(on.db, id)).toMatchObject({ body: changed, state: 'published' })
    await expectRefusal(
      on.db,
      () => saveEntry(first, id, { register: 'news', body: article }),
      'wrong-state',
    )
  }),
)

test(
  'who changes a draft of another is no second person for it; whoever drafted it first then is',
  scene(async (on) => {
    const { first, second } = publishers(on)
    const id = value(await saveEntry(first, null, { register: 'news', body: article }))
    value(await saveEntry(second, id, { register: 'news', body: article }))
    await expectRefusal(on.db, () => publishEntry(second, id, 2), 'second-publisher')
    value(await publishEntry(first, id, 2))
  }),
)

test(
  'the database itself refuses one person for both',
  scene(async ({ db, cast }) => {
    const { id } = await makeEntry(db, cast, 'draft')
    const alone = db
      .update(registerEntry)
      .set({
        ...{ state: 'published', publishedAt: new Date() },
        publishedByMemberId: cast.of.authority.editor.id,
      })
      .where(eq(registerEntry.id, id))
    await expect(alone).rejects.toThrow('register_entry_by_two')
  }),
)

test(
  'what was withdrawn is gone from lists and stays, marked, under its address',
  scene(async (on) => {
    const { db, cast } = on
    const { first } = publishers(on)
    const { id } = await makeEntry(db, cast, 'published')
    expect(await countArticles(db, {})).toBe(1)
    value(await withdrawEntry(first, id, 'The date was wrong'))
    expect(await listArticles(db, {}, null)).toEqual([])
    expect(await findArticle(db, id)).toMatchObject({ reason: 'The date was wrong' })
  }),
)

test(
  'every word that is asked for must stand in it, in either language, and no word is a pattern',
  scene(async ({ db, cast }) => {
    await makeEntry(db, cast, 'published')
    const about = { ...article, titleZh: '贴息一百%办法', titleEn: 'Interest_subsidy' }
    await makeEntry(db, cast, 'published', { body: about, register: 'policy' })
    const found = (search: string) => countArticles(db, { search })
    expect(await found('贴息')).toBe(1)
    expect(await found('贴息 happened')).toBe(1)
    expect(await found('贴息 nothing')).toBe(0)
    expect(await found('INTEREST')).toBe(1)
    expect(await found('%')).toBe(1)
    expect(await found('_')).toBe(1)
    expect(await found('desk')).toBe(2)
    expect(await countArticles(db, { register: 'policy' })).toBe(1)
  }),
)

const figure = (more: Partial<Indicator>): Indicator => ({
  ...{ nameZh: '营业收入', nameEn: 'Revenue of services', unit: 'cny' },
  ...{ value: 2_873_000_000_000, growthBp: 1_780, year: 2024, month: 4 },
  ...{ publisherZh: '统计部门', publisherEn: 'Statistics', on: '2024-05-14' },
  ...{ address: 'https://statistics.example/4', ...more },
})

async function printed({ db, cast }: Scene, body: Indicator) {
  const more = { register: 'indicator' as const, series: seriesOf(body.nameEn), on: body.on, body }
  return makeEntry(db, cast, 'published', more)
}

test(
  'a series keeps every print; growth is as it was printed and never computed',
  scene(async (on) => {
    const { db } = on
    await printed(on, figure({ year: 2023, value: 2_500_000_000_000, growthBp: 900 }))
    await printed(on, figure({}))
    const again = figure({ value: 2_880_000_000_000, growthBp: null, on: '2024-05-15' })
    await printed(on, again)
    const [latest, ...others] = await listIndicators(db)
    expect(others).toEqual([])
    expect(latest?.body).toMatchObject({ value: again.value, growthBp: null })
    const rows = await listSeries(db, 'revenue-of-services')
    // 28.73 over 25.00 would be 14.9 %: what was printed stands.
    expect(rows.map(({ body }) => body.growthBp)).toEqual([null, 1_780, 900])
  }),
)

test(
  'the map of chains in force is the latest that holds by a day, and a withdrawn one is none',
  scene(async (on) => {
    const { db, cast } = on
    const map = (name: string, day: string) =>
      chainGroupsSchema.parse({
        groups: [{ nameZh: name, nameEn: name, chains: ['aviation', 'drones'] }],
        ...{ publisherZh: '工业部门', publisherEn: 'Industry', on: day },
        address: 'https://industry.example/map',
      })
    const add = (name: string, day: string) =>
      makeEntry(db, cast, 'published', {
        ...{ register: 'chain-groups', on: day, body: map(name, day) },
      })
    await add('old', '2024-01-01')
    const { id } = await add('new', '2024-05-01')
    await add('to come', '2025-01-01')
    const inForce = async (day: string) =>
      (await findChainGroups(db, day))?.body.groups[0]?.nameEn ?? null
    expect(await inForce('2023-12-31')).toBeNull()
    expect(await inForce('2024-04-30')).toBe('old')
    expect(await inForce('2024-05-15')).toBe('new')
    value(await withdrawEntry(publishers(on).first, id, 'Not decided'))
    expect(await inForce('2024-05-15')).toBe('old')
  }),
)

test('no chain goes into two groups, and no figure is printed before its period', () => {
  const group = (nameEn: string) => ({ nameZh: '链群', nameEn, chains: ['aviation'] })
  const source = { publisherZh: '工业部门', publisherEn: 'Industry', on: '2024-05-01' }
  const map = { groups: [group('one'), group('two')], ...source, address: 'https://a.example' }
  const said = chainGroupsSchema.safeParse(map).error?.issues.map(({ message }) => message)
  expect(said).toEqual(['chain-twice'])
  const early = indicatorSchema.safeParse(figure({ year: 2024, month: 6 }))
  expect(early.error?.issues.map(({ message }) => message)).toEqual(['printed-before'])
  for (const address of ['javascript:alert(1)', 'ftp://a.example', 'a.example'])
    expect(indicatorSchema.safeParse(figure({ address })).success, address).toBe(false)
})

test(
  'of two who publish at once one does',
  stage(async (on) => {
    const { db, cast } = on
    const { id } = await makeEntry(db, cast, 'draft', {
      savedByMemberId: cast.of.authority.viewer.id,
    })
    const { first, second } = publishers(on)
    const results = await Promise.all([publishEntry(first, id, 1), publishEntry(second, id, 1)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    await db.execute(sql`delete from register_entry`)
  }),
)

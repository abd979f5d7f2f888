import * as z from 'zod'
import type { Day } from '@/domain/calendar/calendar'
import {
  articleSchema,
  chainGroupsSchema,
  indicatorSchema,
  seriesOf,
  type Body,
  type Register,
} from '@/domain/register/register'
import { chains } from '@/domain/chain/chain'
import { readTable } from './tables'
import { later, officeMoment } from './working-time'
import type { Member, World } from './world'

const articles = readTable('articles', articleSchema)
const indicators = readTable('indicators', z.record(z.string(), z.string())).map((row) =>
  indicatorSchema.parse({
    ...row,
    ...{ value: Number(row.value), growthBp: Number(row.growth) },
    ...{ year: Number(row.year), month: Number(row.month) },
  }),
)
const groups = readTable(
  'chain-groups',
  z.object({
    nameZh: z.string(),
    nameEn: z.string(),
    chains: z.string().transform((cell) => z.array(z.enum(chains)).parse(cell.split(' '))),
  }),
)

/** Ten groups from that day on. */
const GROUPS_SINCE: Day = '2025-09-16'
const chainGroups = chainGroupsSchema.parse({
  groups,
  ...{ publisherZh: '市级工业部门', publisherEn: 'City industry bureau', on: GROUPS_SINCE },
  address: 'https://industry.example/chain-groups',
})

/** What the publishers keep: one drafts, the other publishes a few hours later. */
export function addEntries(world: World): void {
  const random = world.random.fork('entries')
  const [city] = world.officials
  if (!city) throw new Error('there are no officials')
  const [first, second] = city.members.filter(({ duties }) => duties?.includes('publisher'))
  if (!first || !second) throw new Error('two publish')
  const add = (register: Register, body: Body, by: Member, publishedBy: Member | null) => {
    const savedAt = officeMoment(random, body.on)
    if (savedAt >= world.now) return
    const publishedAt = publishedBy && later(random, savedAt, 1, 5)
    const id = random.id(savedAt)
    world.rows.registerEntry.push({
      ...{ id, register, body, on: body.on, version: 1, savedAt, savedByMemberId: by.id },
      state: publishedAt ? 'published' : 'draft',
      series: 'nameEn' in body ? seriesOf(body.nameEn) : null,
      ...{ publishedAt, publishedByMemberId: publishedBy?.id ?? null },
      ...{ withdrawnAt: null, withdrawnByMemberId: null, reason: null },
    })
    world.event(savedAt, 'entry.saved', id, by)
    if (publishedAt) world.event(publishedAt, 'entry.published', id, publishedBy)
  }
  for (const body of articles) add(body.register, body, first, second)
  for (const body of indicators) add('indicator', body, first, second)
  add('chain-groups', chainGroups, first, second)
  const [draft] = articles
  if (draft) add('news', { ...draft, ...drafted, on: DRAFTED }, first, null)
}

const DRAFTED: Day = '2026-02-24'
const drafted = {
  titleZh: '白名单一年一核的说明（草稿）',
  titleEn: 'How the white list is gone through each year (draft)',
  textZh:
    '白名单每年三月核对一次，不再符合条件的企业到期退出，新增企业由两名发布员分别起草和发布。',
  textEn:
    'The white list is gone through each March: companies that no longer qualify leave at the end of its term, and new ones are drafted by one publisher and published by another.',
}

/** Companies that are registered, by where they were and in which chains on a day: figures and the rows behind them have one WHERE. */
import { and, asc, eq, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import { datedProfile, organisation } from '@/db/schema'
import type { OfficialActor } from '../actor'
import { addDays, startOf, type Day } from '../calendar/calendar'
import type { Chain } from '../chain/chain'
import { noteLooks } from '../consent/note-looks'
import type { Context } from '../context'
import { districts, parkCodes, zones, type District, type Park, type Zone } from '../place/place'
import { inScope } from './scope'

/** *none*: companies that named no zone, no chain. */
export interface RegisteredFilter {
  district?: District
  zone?: Zone | 'none'
  park?: Park
  /** On any of them; empty: on none. */
  chains?: readonly Chain[]
}

/** The word of a company on a day: the latest by then, or, before its first, that. */
const saidBy = (on: Day) => sql`(
  select said.district, said.zone, said.park, said.chains from ${datedProfile} as said
  where said.organisation_id = ${organisation.id}
  order by said.since <= ${on} desc, case when said.since <= ${on} then said.since end desc, said.since
  limit 1)`

const said = sql.identifier('said')

/** Companies admitted by the end of a day, each legal person once, with what each had said by then. */
function registered({ db, actor }: Context<OfficialActor>, on: Day) {
  return db
    .select({
      id: organisation.id,
      name: organisation.name,
      uscc: organisation.uscc,
      district: sql<District | null>`${said}.district`.as('at_district'),
      zone: sql<Zone | null>`${said}.zone`.as('at_zone'),
      park: sql<Park | null>`${said}.park`.as('at_park'),
      chains: sql<Chain[]>`coalesce(${said}.chains, '{}')`.as('at_chains'),
    })
    .from(organisation)
    .leftJoin(sql`lateral ${saidBy(on)} as said`, sql`true`)
    .where(
      and(
        eq(organisation.kind, 'company'),
        inArray(organisation.state, ['admitted', 'suspended']),
        isNull(organisation.parentId),
        lte(organisation.admittedAt, startOf(addDays(on, 1))),
        inScope(actor.scope),
      ),
    )
    .as('registered')
}

type Registered = ReturnType<typeof registered>

function isIn(of: Registered, { district, zone, park, chains }: RegisteredFilter): SQL | undefined {
  const all =
    chains &&
    sql`array[${sql.join(
      chains.map((one) => sql`${one}`),
      sql`, `,
    )}]::text[]`
  return and(
    district ? eq(of.district, district) : undefined,
    zone === 'none' ? isNull(of.zone) : zone ? eq(of.zone, zone) : undefined,
    park ? eq(of.park, park) : undefined,
    chains?.length === 0 ? sql`cardinality(${of.chains}) = 0` : undefined,
    all && chains.length > 0 ? sql`${of.chains} && ${all}` : undefined,
  )
}

const counting = (where: SQL | undefined) =>
  sql<number>`count(*) filter (where ${where ?? sql`true`})::int`

export const placesOf = {
  zone: [...zones.map((zone) => ({ zone })), { zone: 'none' as const }],
  district: districts.map((district) => ({ district })),
  park: parkCodes.map((park) => ({ park })),
} satisfies Record<string, RegisteredFilter[]>

/** How many are registered in each of some places, for each of some sets of chains; `null` is the whole of the places. */
export async function countRegistered(
  context: Context<OfficialActor>,
  on: Day,
  places: readonly RegisteredFilter[],
  lines: readonly (readonly Chain[] | null)[],
): Promise<number[][]> {
  const of = registered(context, on)
  const counts = lines.map((chains) =>
    places.map((place) => counting(isIn(of, chains ? { ...place, chains } : place))),
  )
  const names = Object.fromEntries(
    counts.flatMap((row, line) => row.map((figure, at) => [`c${line}_${at}`, figure])),
  )
  const [found] = await context.db.select(names).from(of)
  return counts.map((row, line) => row.map((_, at) => Number(found?.[`c${line}_${at}`] ?? 0)))
}

export const REGISTERED_A_PAGE = 50

/** The companies behind such a figure, by name, a page by key. */
export async function listRegistered(
  context: Context<OfficialActor>,
  on: Day,
  filter: RegisteredFilter,
  after: { name: string; id: string } | null,
) {
  const of = registered(context, on)
  const rows = await context.db
    .select()
    .from(of)
    .where(
      and(
        isIn(of, filter),
        after
          ? or(
              sql`${of.name} > ${after.name}`,
              and(eq(of.name, after.name), sql`${of.id} > ${after.id}::uuid`),
            )
          : undefined,
      ),
    )
    .orderBy(asc(of.name), asc(of.id))
    .limit(REGISTERED_A_PAGE + 1)
  await noteLooks(
    context,
    rows.slice(0, REGISTERED_A_PAGE).map(({ id }) => id),
    ['identity', 'business'],
    'list',
  )
  return rows
}

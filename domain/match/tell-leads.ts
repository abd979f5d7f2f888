import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import { isAmong } from '@/db/among'
import type { Database } from '@/db/client'
import { match, member, need, product, savedView, viewChoice } from '@/db/schema'
import { seatsFree } from '../need/need'
import { countSeatsTaken } from '../need/seats'
import { keepNotifications, type NewNotification } from '../notification/keep-notifications'
import { isWithin, type FilteredLead, type LeadFilter } from '../view/view'
import { isOpenLead } from './queries'

type Judged = { needIds: readonly string[] } | { productId: string }

/** The matches that this judgement made, of needs that their financier had not as leads before; best fit first. */
async function listNewMatches(tx: Database, now: Date, judged: Judged) {
  const rows = await tx
    .select({
      id: match.id,
      needId: match.needId,
      productId: match.productId,
      financierId: match.financierId,
      class: product.class,
      openFen: need.openFen,
      teaser: need.teaser,
    })
    .from(match)
    .innerJoin(need, eq(need.id, match.needId))
    .innerJoin(product, eq(product.id, match.productId))
    .where(
      and(
        'needIds' in judged
          ? isAmong(match.needId, judged.needIds)
          : eq(match.productId, judged.productId),
        eq(match.firstJudgedAt, now),
        isOpenLead(),
        sql`not exists (select 1 from ${match} as earlier where earlier.need_id = ${match.needId} and earlier.financier_id = ${match.financierId} and earlier.first_judged_at < ${sql.param(now, match.firstJudgedAt)})`,
      ),
    )
    .orderBy(desc(match.leadFit), asc(match.id))
  const taken = await countSeatsTaken(tx, [...new Set(rows.map(({ needId }) => needId))])
  return rows.flatMap(({ teaser, ...row }) =>
    teaser
      ? [{ ...row, teaser, passed: false, seatsFree: seatsFree(taken.get(row.needId) ?? 0) }]
      : [],
  )
}

type NewMatch = FilteredLead & { id: string; needId: string; financierId: string }
/** The matches of one need with one financier. */
type NewLead = NewMatch[]

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row])
  return groups
}

interface Reader {
  memberId: string
  financierId: string
  /** Whether it is told of every lead, or only of those in its views. */
  acts: boolean
  views: { id: string; filter: LeadFilter }[]
}

/** Who acts for these financiers, and who has the alert of a view on that it still sees. */
async function listReaders(tx: Database, financierIds: string[]): Promise<Reader[]> {
  const own = and(isAmong(member.organisationId, financierIds), eq(member.state, 'active'))
  const acting = await tx
    .select({ memberId: member.id, financierId: member.organisationId })
    .from(member)
    .where(and(own, inArray(member.role, ['owner', 'editor'])))
  const alerts = await tx
    .select({
      memberId: member.id,
      financierId: member.organisationId,
      view: { id: savedView.id, filter: savedView.filter },
    })
    .from(viewChoice)
    .innerJoin(savedView, eq(savedView.id, viewChoice.viewId))
    .innerJoin(
      member,
      and(
        eq(member.id, viewChoice.memberId),
        eq(member.organisationId, savedView.organisationId),
        or(eq(savedView.memberId, member.id), eq(savedView.shared, true)),
      ),
    )
    .where(and(own, eq(viewChoice.alert, true)))
    .orderBy(asc(savedView.id))
  const readers = new Map<string, Reader>()
  for (const one of acting) readers.set(one.memberId, { ...one, acts: true, views: [] })
  for (const { view, ...one } of alerts) {
    const reader = readers.get(one.memberId) ?? { ...one, acts: false, views: [] }
    readers.set(one.memberId, { ...reader, views: [...reader.views, view] })
  }
  return [...readers.values()].toSorted((a, b) => (a.memberId < b.memberId ? -1 : 1))
}

/** One line a product, however many leads it found at once: a lead by itself, or the product that found them. */
function linesOf(leads: NewMatch[], viewId: string | null) {
  return [...groupedBy(leads, ({ productId }) => productId).values()].flatMap((found) => {
    const [first] = found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    if (!first) return []
    const { id, productId } = first
    return [
      {
        kind: viewId ? ('lead-in-view' as const) : ('lead' as const),
        viewId,
        causeId: id,
        many: found.length,
        ...(found.length === 1
          ? { subject: 'match' as const, subjectId: id }
          : { subject: 'product' as const, subjectId: productId }),
      },
    ]
  })
}

/** A lead is told once: by the first of the reader's views that it fits, else as a lead. */
function linesFor(
  { memberId, acts, views }: Reader,
  leads: NewLead[],
  at: Date,
): NewNotification[] {
  let left = leads
  const inViews = views.flatMap(({ id, filter }) => {
    const found = left.map((lead) => lead.find((one) => isWithin(filter, one)))
    left = left.filter((_, place) => !found[place])
    return linesOf(
      found.filter((one) => one !== undefined),
      id,
    )
  })
  const rest = acts
    ? linesOf(
        left.flatMap((lead) => lead.slice(0, 1)),
        null,
      )
    : []
  return [...inViews, ...rest].map((line) => ({ ...line, memberId, at }))
}

/** Tells those who act for a financier, and whose views they fit, of its new leads; in the judgement's own transaction. */
export async function tellLeads(tx: Database, now: Date, judged: Judged): Promise<void> {
  const matches = await listNewMatches(tx, now, judged)
  if (matches.length === 0) return
  const byFinancier = groupedBy(matches, ({ financierId }) => financierId)
  const readers = await listReaders(tx, [...byFinancier.keys()])
  const lines = readers.flatMap((reader) => {
    const own = groupedBy(byFinancier.get(reader.financierId) ?? [], ({ needId }) => needId)
    return linesFor(reader, [...own.values()], now)
  })
  await keepNotifications(tx, lines)
}

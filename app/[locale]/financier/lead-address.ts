import { chains } from '@/domain/chain/chain'
import { isId } from '@/domain/id'
import type { LeadCursor, LeadFilter, LeadList } from '@/domain/match/queries'
import { fenAsWan, parseMoney } from '@/domain/money/money'
import { districts, zones } from '@/domain/place/place'
import { classes } from '@/domain/product/classes'
import { qualificationKinds } from '@/domain/profile/profile'
import { isSameFilter } from '@/domain/view/view'

export type Query = Record<string, string | string[] | undefined>

/**
 * What is listed, with the saved view it began from. Without a product, list or view it is what should be seen today; the
 * whole list says so (`all=yes`). A view that is unchanged, is named alone; *none* stays in an address without
 * conditions, so that it does not mean the view that opens first.
 */
export type LeadPlace = LeadList & { view?: { id: string; changed: boolean } | 'none' }

/** What the address of the list says: the filter, where the page begins, which lead is open, which was passed over. */
export interface LeadAddress {
  filter: LeadPlace
  after: LeadCursor | null
  /** Null: the first of the list; 'none': closed. */
  lead: string | null
  done: string | null
}

function one(query: Query, name: string): string | undefined {
  const value = query[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function oneOf<Value extends string>(values: readonly Value[], typed: string | undefined) {
  return values.find((value) => value === typed)
}

function idOrNull(text: string | undefined): string | null {
  return text !== undefined && isId(text) ? text : null
}

/** Reads what it knows and drops the rest, so that an old or mistyped address still shows a list. */
export function readLeadAddress(query: Query): LeadAddress {
  const amount = (name: string) => {
    const fen = parseMoney(one(query, name) ?? '')
    return fen !== null && fen > 0 ? fen : undefined
  }
  const view = one(query, 'view')
  const filter: LeadPlace = {
    class: oneOf(classes, one(query, 'class')),
    productId: idOrNull(one(query, 'product')) ?? undefined,
    zone: oneOf(zones, one(query, 'zone')),
    district: oneOf(districts, one(query, 'district')),
    chain: oneOf(chains, one(query, 'chain')),
    qualification: oneOf(qualificationKinds, one(query, 'qualification')),
    amountFromFen: amount('from'),
    amountToFen: amount('to'),
    whiteListed: one(query, 'white') === 'yes' || undefined,
    // A box that is ticked in the form of conditions says on.
    free: oneOf(['yes', 'on'], one(query, 'free')) !== undefined || undefined,
    passed: one(query, 'passed') === 'yes' || undefined,
  }
  if (view === 'none') filter.view = view
  else if (view && isId(view)) filter.view = { id: view, changed: one(query, 'changed') === 'yes' }
  if (!isListed(filter) && one(query, 'all') !== 'yes') filter.today = true
  const [fit, id] = (one(query, 'after') ?? '').split('.')
  const lead = one(query, 'lead')
  return {
    filter,
    after: id && isId(id) && /^\d{1,3}$/.test(fit ?? '') ? { fit: Number(fit), id } : null,
    lead: lead === 'none' ? lead : idOrNull(lead),
    done: idOrNull(one(query, 'done')),
  }
}

/** Whether it names a list by itself: a product, the white list, what was passed over, a view. */
function isListed({ productId, whiteListed, passed, view }: LeadPlace): boolean {
  return Boolean(productId ?? whiteListed ?? passed) || typeof view === 'object'
}

/** Whether it is the whole list, and not what should be seen today. */
export const isWhole = (place: LeadPlace): boolean => !place.today && !isListed(place)

/** The conditions, as they stand in the address. */
export function conditionFields(filter: LeadFilter): [string, string][] {
  const fen = (value: number | undefined) => (value === undefined ? undefined : fenAsWan(value))
  const fields: [string, string | undefined][] = [
    ['class', filter.class],
    ['product', filter.productId],
    ['zone', filter.zone],
    ['district', filter.district],
    ['chain', filter.chain],
    ['qualification', filter.qualification],
    ['from', fen(filter.amountFromFen)],
    ['to', fen(filter.amountToFen)],
    ['white', filter.whiteListed ? 'yes' : undefined],
    ['free', filter.free ? 'yes' : undefined],
    ['passed', filter.passed ? 'yes' : undefined],
  ]
  return fields.filter((field): field is [string, string] => field[1] !== undefined)
}

/** The filter and its view as they stand in the address: what a form of the list has to carry along. */
export function filterFields({ view, ...filter }: LeadPlace): [string, string][] {
  const fields = conditionFields(filter)
  if (isWhole({ ...filter, view })) fields.unshift(['all', 'yes'])
  if (!view) return fields
  if (view === 'none') return fields.length > 0 ? fields : [['view', view]]
  return [
    ['view', view.id],
    ...(view.changed ? [['changed', 'yes'] as [string, string], ...fields] : []),
  ]
}

/** Other conditions of the same place: those of a view are changed then. */
export function withConditions(place: LeadPlace, change: LeadFilter): LeadPlace {
  const { view } = place
  return {
    ...place,
    ...change,
    ...(typeof view === 'object' ? { view: { ...view, changed: true } } : {}),
  }
}

/** The place as it is, now that the views are known: the view's own filter, or whether it really is another. */
export function placeAmong<View extends { id: string; filter: LeadFilter; opensFirst: boolean }>(
  { view: asked, ...filter }: LeadPlace,
  views: View[],
): { place: LeadPlace; view: View | null } {
  const view = (typeof asked === 'object' && views.find(({ id }) => id === asked.id)) || null
  if (!view || typeof asked !== 'object')
    return {
      place: views.some(({ opensFirst }) => opensFirst) ? { ...filter, view: 'none' } : filter,
      view: null,
    }
  const conditions = asked.changed ? filter : view.filter
  const changed = !isSameFilter(conditions, view.filter)
  return { place: { ...conditions, view: { id: view.id, changed } }, view }
}

export function leadsHref(
  filter: LeadPlace,
  more: { after?: LeadCursor | null; lead?: string | null; done?: string } = {},
): string {
  const query = new URLSearchParams(filterFields(filter))
  if (more.after) query.set('after', `${more.after.fit}.${more.after.id}`)
  if (more.lead) query.set('lead', more.lead)
  if (more.done) query.set('done', more.done)
  const text = query.toString()
  return `/financier${text ? `?${text}` : ''}`
}

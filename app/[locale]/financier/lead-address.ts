import { chains } from '@/domain/chain/chain'
import { isId } from '@/domain/id'
import type { LeadCursor, LeadFilter } from '@/domain/match/queries'
import { fenAsWan, parseMoney } from '@/domain/money/money'
import { districts, zones } from '@/domain/place/place'
import { classes } from '@/domain/product/classes'
import { qualificationKinds } from '@/domain/profile/profile'

export type Query = Record<string, string | string[] | undefined>

/** What the address of the list says: the filter, where the page begins, which lead is open, which was passed over. */
export interface LeadAddress {
  filter: LeadFilter
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
  const filter: LeadFilter = {
    class: oneOf(classes, one(query, 'class')),
    productId: idOrNull(one(query, 'product')) ?? undefined,
    zone: oneOf(zones, one(query, 'zone')),
    district: oneOf(districts, one(query, 'district')),
    chain: oneOf(chains, one(query, 'chain')),
    qualification: oneOf(qualificationKinds, one(query, 'qualification')),
    amountFromFen: amount('from'),
    amountToFen: amount('to'),
    whiteListed: one(query, 'white') === 'yes' || undefined,
    passed: one(query, 'passed') === 'yes' || undefined,
  }
  const [fit, id] = (one(query, 'after') ?? '').split('.')
  const lead = one(query, 'lead')
  return {
    filter,
    after: id && isId(id) && /^\d{1,3}$/.test(fit ?? '') ? { fit: Number(fit), id } : null,
    lead: lead === 'none' ? lead : idOrNull(lead),
    done: idOrNull(one(query, 'done')),
  }
}

/** The filter as it stands in the address: what a form of the list has to carry along. */
export function filterFields(filter: LeadFilter): [string, string][] {
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
    ['passed', filter.passed ? 'yes' : undefined],
  ]
  return fields.filter((field): field is [string, string] => field[1] !== undefined)
}

export function leadsHref(
  filter: LeadFilter,
  more: { after?: LeadCursor | null; lead?: string | null; done?: string } = {},
): string {
  const query = new URLSearchParams(filterFields(filter))
  if (more.after) query.set('after', `${more.after.fit}.${more.after.id}`)
  if (more.lead) query.set('lead', more.lead)
  if (more.done) query.set('done', more.done)
  const text = query.toString()
  return `/financier${text ? `?${text}` : ''}`
}

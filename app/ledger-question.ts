import { dayOf, startOf } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { isId } from '@/domain/id'
import { financierKinds } from '@/domain/organisation/organisation'
import { districts, zones } from '@/domain/place/place'
import { classes } from '@/domain/product/classes'
import { qualificationKinds } from '@/domain/profile/profile'
import {
  defaultDefinition,
  definitions,
  lackables,
  monthSchema,
  monthText,
  yearToDate,
  type Cut,
  type Question,
} from '@/domain/totals/totals'

/** What an address asks of the ledger: every page and file of a question reads and writes the same parameters. */
export interface Asked {
  question: Question
  /** As the address names it: kept when other parameters change. */
  parameters: Parameters
}

export const parameterNames = [
  'from',
  'to',
  'district',
  'zone',
  'chain',
  'class',
  'kind',
  'qualification',
  'white',
  'financier',
  'company',
  'lacking',
  'definition',
  'asOf',
] as const
export type ParameterName = (typeof parameterNames)[number]
export type Parameters = Partial<Record<ParameterName, string>>
export type SearchParams = Record<string, string | string[] | undefined>

export function textOf(params: SearchParams, name: string): string | undefined {
  const value = params[name]
  const text = (Array.isArray(value) ? value[0] : value)?.trim()
  return text === '' ? undefined : text
}

function one<Code extends string>(codes: readonly Code[], text: string | undefined) {
  return codes.find((code) => code === text)
}

function monthFrom(text: string | undefined): number | null {
  const parsed = monthSchema.safeParse(text)
  return parsed.success ? parsed.data : null
}

const written = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?$/

/** A moment as Xi'an's clocks show it, '2024-06-12T09:00', or with its zone. Null when it is none, or not past. */
function momentFrom(text: string | undefined, now: Date): Date | null {
  if (text?.endsWith('Z')) {
    const instant = new Date(text)
    return instant < now ? instant : null
  }
  const found = written.exec(text ?? '')
  if (!found) return null
  const [, year, month, day, hour, minute, second = '00'] = found
  const since = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const start = startOf(`${year}-${month}-${day}`).getTime()
  if (Number.isNaN(start)) return null
  const moment = new Date(start + since * 1000)
  return moment < now ? moment : null
}

/** The same moment, as an address and a field write it; whole seconds. */
export function momentText(moment: Date): string {
  const seconds = Math.floor((moment.getTime() - startOf(dayOf(moment)).getTime()) / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  const time = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) =>
    two(Math.floor(part)),
  )
  return `${dayOf(moment)}T${time.slice(0, time[2] === '00' ? 2 : 3).join(':')}`
}

/** Whatever cannot be read falls back to what the page shows by itself: this year to date, everything, now. */
export function readQuestion(params: SearchParams, now: Date): Asked {
  const text = (name: ParameterName) => textOf(params, name)
  const toDate = yearToDate(dayOf(now))
  const asked = { from: monthFrom(text('from')), to: monthFrom(text('to')) }
  const from = asked.from ?? (asked.to ? Math.floor(asked.to / 100) * 100 + 1 : toDate.from)
  const to = asked.to ?? Math.max(toDate.to, from)
  const period = from <= to ? { from, to } : { from: to, to: from }
  const cut: Cut = {
    district: one(districts, text('district')),
    zone: one(zones, text('zone')),
    chain: one(chains, text('chain')),
    class: one(classes, text('class')),
    financierKind: one(financierKinds, text('kind')),
    qualification: one(qualificationKinds, text('qualification')),
    whiteListed: text('white') === 'yes' ? true : text('white') === 'no' ? false : undefined,
    financierId: idFrom(text('financier')),
    companyId: idFrom(text('company')),
    lacking: one(lackables, text('lacking')),
  }
  const definition =
    definitions.find(({ code }) => code === text('definition')) ?? defaultDefinition
  const { rung } = definition
  const asOf = momentFrom(text('asOf'), now)
  return {
    question: { period, rung, asOf, cut },
    parameters: {
      from: monthText(period.from),
      to: monthText(period.to),
      district: cut.district,
      zone: cut.zone,
      chain: cut.chain,
      class: cut.class,
      kind: cut.financierKind,
      qualification: cut.qualification,
      white: cut.whiteListed === undefined ? undefined : cut.whiteListed ? 'yes' : 'no',
      financier: cut.financierId,
      company: cut.companyId,
      lacking: cut.lacking,
      definition: definition === defaultDefinition ? undefined : definition.code,
      asOf: asOf ? momentText(asOf) : undefined,
    },
  }
}

function idFrom(text: string | undefined): string | undefined {
  return text && isId(text) ? text : undefined
}

/** The address of a page for a question: what it asks, changed where something is to change. */
export function addressOf(
  path: string,
  parameters: Parameters,
  change: Record<string, string | undefined> = {},
): string {
  const all: Record<string, string | undefined> = { ...parameters, ...change }
  const query = new URLSearchParams(
    Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1])),
  )
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** Months moved by a whole period: the one before, the one after. */
export function shifted(month: number, by: number): number {
  const index = Math.floor(month / 100) * 12 + (month % 100) - 1 + by
  return Math.floor(index / 12) * 100 + (index % 12) + 1
}

/** The question that the words of an address ask: one reading for the monitor, its files, the public page and the interface. */
import { dayOf, isDay, monthOf, type Day } from '../calendar/calendar'
import { chains } from '../chain/chain'
import { isId } from '../id'
import { financierKinds } from '../organisation/organisation'
import { districts, parkCodes, zones, type Scope } from '../place/place'
import { classes } from '../product/classes'
import { qualificationKinds } from '../profile/profile'
import { readMoment } from './moment'
import { readScope, scopeCode } from './scope-code'
import {
  defaultDefinition,
  definitions,
  lackables,
  monthSchema,
  monthText,
  yearToDate,
  type Cut,
  type Definition,
  type Period,
} from './totals'

/** Longer periods say little and cost much. */
const MONTHS_MOST = 120

export const parameterNames = [
  'from',
  'to',
  'until',
  'district',
  'zone',
  'park',
  'chain',
  'class',
  'kind',
  'qualification',
  'white',
  'first',
  'financier',
  'company',
  'lacking',
  'definition',
  'asOf',
  'scope',
] as const
export type ParameterName = (typeof parameterNames)[number]
export type Parameters = Partial<Record<ParameterName, string>>

/** What anyone may say. */
export const publicParameterNames = ['from', 'to', 'definition', 'asOf'] as const

export const questionTroubles = [
  'month',
  'order',
  'long',
  'definition',
  'as-of',
  'as-of-ahead',
  'scope',
  'scope-wider',
  'value',
  'unknown',
  'twice',
  'twice-cut',
  'not-of-needs',
  'unpublished',
  'early',
  'window',
  'quarters',
  'publication',
  'definition-public',
] as const
/** What cannot be read in an address, and the parameter that it is about. */
export interface QuestionTrouble {
  code: (typeof questionTroubles)[number]
  parameter: string
}

/** What was said, where it can be read; beside a trouble no figure is given, and this is what a form begins with. */
export interface Read {
  period: Period
  /** The last day, within the last month. */
  until: Day | undefined
  definition: Definition
  cut: Cut
  /** A position, a moment whose position is to be found, or now. */
  asOf: number | Date | null
  /** The places an official asks for; null is all of one's own. */
  scope: Scope | null
  /** As an address names it: kept when other parameters change. */
  parameters: Parameters
  /** The first thing that is wrong with what was asked. */
  trouble: QuestionTrouble | null
}

type Reading<Value> = [Value, QuestionTrouble | null]
const fine = <Value>(value: Value): Reading<Value> => [value, null]

function monthFrom(text: string | undefined): number | null {
  const parsed = monthSchema.safeParse(text)
  return parsed.success ? parsed.data : null
}

function monthsIn({ from, to }: Period): number {
  return (Math.floor(to / 100) - Math.floor(from / 100)) * 12 + (to % 100) - (from % 100) + 1
}

/** The period that was meant, and what is wrong with how it was asked for. */
function readPeriod(said: Parameters, now: Date): Reading<Period> {
  const toDate = yearToDate(dayOf(now))
  const asked = { from: monthFrom(said.from), to: monthFrom(said.to) }
  const from = asked.from ?? (asked.to ? Math.floor(asked.to / 100) * 100 + 1 : toDate.from)
  const to = asked.to ?? Math.max(toDate.to, from)
  const period = from <= to ? { from, to } : { from: to, to: from }
  if (said.from && !asked.from) return [period, { code: 'month', parameter: 'from' }]
  if (said.to && !asked.to) return [period, { code: 'month', parameter: 'to' }]
  if (from > to) return [period, { code: 'order', parameter: 'from' }]
  return monthsIn(period) > MONTHS_MOST
    ? [period, { code: 'long', parameter: 'from' }]
    : fine(period)
}

function readUntil(text: string | undefined, { to }: Period): Reading<Day | undefined> {
  if (text === undefined || (isDay(text) && monthOf(text) === to)) return fine(text)
  return [undefined, { code: 'value', parameter: 'until' }]
}

function readDefinition(code: string | undefined): Reading<Definition> {
  const found = definitions.find((one) => one.code === (code ?? defaultDefinition.code))
  return found ? fine(found) : [defaultDefinition, { code: 'definition', parameter: 'definition' }]
}

const written = /^\d{1,15}$/

function readAsOf(text: string | undefined, now: Date): Reading<Read['asOf']> {
  if (text === undefined) return fine(null)
  if (written.test(text)) return fine(Number(text))
  const moment = readMoment(text)
  if (moment && moment <= now) return fine(moment)
  return [null, { code: moment ? 'as-of-ahead' : 'as-of', parameter: 'asOf' }]
}

function readPlaces(code: string | undefined): Reading<Scope | null> {
  if (code === undefined) return fine(null)
  const scope = readScope(code)
  return scope ? fine(scope) : [null, { code: 'scope', parameter: 'scope' }]
}

function one<Code extends string>(codes: readonly Code[], text: string | undefined) {
  return codes.find((code) => code === text)
}

/** Several codes between dots: all of them are meant. */
function several<Code extends string>(codes: readonly Code[], text: string | undefined) {
  const parts = text?.split('.') ?? []
  const found = codes.filter((code) => parts.includes(code))
  return found.length > 0 && found.length === parts.length ? found : undefined
}

function idFrom(text: string | undefined): string | undefined {
  return text && isId(text) ? text : undefined
}

function readCut(said: Parameters): Reading<Cut> {
  const read = {
    district: one(districts, said.district),
    zone: one(zones, said.zone),
    park: one(parkCodes, said.park),
    chain: several(chains, said.chain),
    class: one(classes, said.class),
    kind: one(financierKinds, said.kind),
    qualification: several(qualificationKinds, said.qualification),
    white: one(['yes', 'no'] as const, said.white),
    first: one(['yes', 'no'] as const, said.first),
    financier: idFrom(said.financier),
    company: idFrom(said.company),
    lacking: several(lackables, said.lacking),
  }
  const wrong = (Object.keys(read) as (keyof typeof read)[]).find(
    (name) => said[name] !== undefined && read[name] === undefined,
  )
  const { chain, qualification, kind, white, first, financier, company, ...same } = read
  const cut = {
    ...same,
    chains: chain,
    qualifications: qualification,
    financierKind: kind,
    whiteListed: white && white === 'yes',
    firstTime: first && first === 'yes',
    financierId: financier,
    companyId: company,
  }
  return [cut, wrong ? { code: 'value', parameter: wrong } : null]
}

const yesNo = (value: boolean | undefined) =>
  value === undefined ? undefined : value ? 'yes' : 'no'

/** As officials are read: this year to date, everything, by the definition in force and now, where nothing was said. */
export function readQuestion(said: Parameters, now: Date): Read {
  const [period, wrongPeriod] = readPeriod(said, now)
  const [until, wrongDay] = readUntil(said.until, period)
  const [definition, wrongDefinition] = readDefinition(said.definition)
  const [asOf, wrongPosition] = readAsOf(said.asOf, now)
  const [scope, wrongScope] = readPlaces(said.scope)
  const [cut, wrongCut] = readCut(said)
  const parameters: Parameters = {
    from: monthText(period.from),
    to: monthText(period.to),
    until,
    district: cut.district,
    zone: cut.zone,
    park: cut.park,
    chain: cut.chains?.join('.'),
    class: cut.class,
    kind: cut.financierKind,
    qualification: cut.qualifications?.join('.'),
    white: yesNo(cut.whiteListed),
    first: yesNo(cut.firstTime),
    financier: cut.financierId,
    company: cut.companyId,
    lacking: cut.lacking?.join('.'),
    definition: definition === defaultDefinition ? undefined : definition.code,
    asOf: asOf === null ? undefined : typeof asOf === 'number' ? String(asOf) : asOf.toISOString(),
    scope: scope ? scopeCode(scope) : undefined,
  }
  const trouble =
    wrongPeriod ?? wrongDay ?? wrongDefinition ?? wrongPosition ?? wrongScope ?? wrongCut
  return { period, until, definition, cut, asOf, scope, parameters, trouble }
}

/** The question that the words of an address ask: one reading for the monitor, its files, the public page and the interface. */
import { dayOf } from '../calendar/calendar'
import { chains } from '../chain/chain'
import { isId } from '../id'
import { financierKinds } from '../organisation/organisation'
import { districts, zones } from '../place/place'
import { classes } from '../product/classes'
import { qualificationKinds } from '../profile/profile'
import { instants, localMoments, type Moments } from './moment'
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
  type PublicQuestion,
  type Question,
} from './totals'

/** Longer periods say little and cost much. */
const MONTHS_MOST = 120

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

export type QuestionTrouble =
  'month' | 'order' | 'ahead' | 'long' | 'definition' | 'as-of' | 'as-of-ahead'

export interface Asked<Of extends Question = Question> {
  question: Of
  /** As an address names it: kept when other parameters change. */
  parameters: Parameters
  /** The first thing that is wrong with what was asked. */
  trouble: QuestionTrouble | null
}

function monthFrom(text: string | undefined): number | null {
  const parsed = monthSchema.safeParse(text)
  return parsed.success ? parsed.data : null
}

function monthsIn({ from, to }: Period): number {
  return (Math.floor(to / 100) - Math.floor(from / 100)) * 12 + (to % 100) - (from % 100) + 1
}

/** The period that was meant, and what is wrong with how it was asked for. */
function readPeriod(said: Parameters, now: Date): [Period, QuestionTrouble | null] {
  const toDate = yearToDate(dayOf(now))
  const asked = { from: monthFrom(said.from), to: monthFrom(said.to) }
  const from = asked.from ?? (asked.to ? Math.floor(asked.to / 100) * 100 + 1 : toDate.from)
  const to = asked.to ?? Math.max(toDate.to, from)
  const period = from <= to ? { from, to } : { from: to, to: from }
  if ((said.from && !asked.from) || (said.to && !asked.to)) return [period, 'month']
  if (from > (asked.to ?? toDate.to)) return [period, 'order']
  if (to > toDate.to) return [period, 'ahead']
  return [period, monthsIn(period) > MONTHS_MOST ? 'long' : null]
}

function readDefinition(code: string | undefined): [Definition, QuestionTrouble | null] {
  const found = definitions.find((one) => one.code === (code ?? defaultDefinition.code))
  return found ? [found, null] : [defaultDefinition, 'definition']
}

function readMoment(
  text: string | undefined,
  now: Date,
  { read }: Moments,
): [Date | null, QuestionTrouble | null] {
  const moment = text === undefined ? null : read(text, now)
  return typeof moment === 'string' ? [null, moment] : [moment, null]
}

function one<Code extends string>(codes: readonly Code[], text: string | undefined) {
  return codes.find((code) => code === text)
}

function idFrom(text: string | undefined): string | undefined {
  return text && isId(text) ? text : undefined
}

function readCut(said: Parameters): Cut {
  return {
    district: one(districts, said.district),
    zone: one(zones, said.zone),
    chain: one(chains, said.chain),
    class: one(classes, said.class),
    financierKind: one(financierKinds, said.kind),
    qualification: one(qualificationKinds, said.qualification),
    whiteListed: said.white === 'yes' ? true : said.white === 'no' ? false : undefined,
    financierId: idFrom(said.financier),
    companyId: idFrom(said.company),
    lacking: one(lackables, said.lacking),
  }
}

/** What was said, where it can be read; this year to date, everything, by the definition in force and now, where not. */
function read(said: Parameters, now: Date, moments: Moments) {
  const [period, wrongPeriod] = readPeriod(said, now)
  const [definition, wrongDefinition] = readDefinition(said.definition)
  const [asOf, wrongMoment] = readMoment(said.asOf, now, moments)
  const cut = readCut(said)
  const parameters: Parameters = {
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
    asOf: asOf ? moments.write(asOf) : undefined,
  }
  const trouble = wrongPeriod ?? wrongDefinition ?? wrongMoment
  return { period, definition, asOf, cut, parameters, trouble }
}

/** As officials are read: a trouble leaves out what it is about, and the rest is answered. */
export function readQuestion(said: Parameters, now: Date): Asked {
  const { parameters, trouble, ...question } = read(said, now, localMoments)
  return { question, parameters, trouble }
}

/** As anyone is read: no cut, and beside a trouble the question that needs no words. */
export function readPublicQuestion(said: Parameters, now: Date): Asked<PublicQuestion> {
  const { from, to, definition, asOf } = said
  const asked = read({ from, to, definition, asOf }, now, instants)
  const answered = asked.trouble ? read({}, now, instants) : asked
  return {
    question: { period: answered.period, definition: answered.definition, asOf: answered.asOf },
    parameters: answered.parameters,
    trouble: asked.trouble,
  }
}

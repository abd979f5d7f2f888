import type { Move, Who } from '../../domain/states'

/** The issues that bring what is law and not behaviour yet; *later* where no open issue names it. */
const issues: readonly string[] = ['Promises kept', 'Totals', 'Talks', 'Terms', 'later']

const heads = ['from', 'verb', 'who', 'to', 'comes with']

export interface LawRow {
  line: number
  noun: string
  verb: string
  /** Empty where anything but states stands there. */
  from: string[]
  who: string[]
  to: string
  /** The issue that makes it behaviour; empty where it is. */
  comesWith: string
}

export interface StatesPage {
  rows: LawRow[]
  /** Verbs of the section *Beside the tables*. */
  beside: string[]
  faults: string[]
}

const codesIn = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

function statesIn(cell: string, groups: ReadonlyMap<string, string[]>): string[] {
  const states = cell.split(' · ').map((part) => {
    if (part === '–') return ['none']
    const code = /^`([^`]+)`$/.exec(part)?.[1]
    return code ? [code] : groups.get(/^\*([^*]+)\*$/.exec(part)?.[1] ?? '')
  })
  return states.every((found) => found !== undefined) ? states.flat() : []
}

/**
 * Reads the tables of docs/states.md. States are codes, – is before the first row, and *a name* stands for the states
 * that a line `*a name*: …` lists before the table. What follows the code in the columns verb and to is prose.
 */
export function readStatesPage(markdown: string): StatesPage {
  const page: StatesPage = { rows: [], beside: [], faults: [] }
  const groups = new Map<string, string[]>()
  let noun = ''
  let isTable = false
  for (const [index, line] of markdown.split('\n').entries()) {
    const fault = (why: string) => page.faults.push(`docs/states.md:${index + 1} ${why}`)
    const heading = /^## (.+)$/.exec(line)
    if (heading) noun = (heading[1] ?? '').toLowerCase()
    else if (noun === 'beside the tables') page.beside.push(...codesIn(line))
    const group = /^\*([^*]+)\*: (`.+)$/.exec(line)
    if (group) groups.set(group[1] ?? '', codesIn(group[2] ?? ''))
    if (!line.startsWith('|')) isTable = false
    if (!line.startsWith('|') || /^[|\s-]+$/.test(line)) continue
    const cells = line.split('|').map((cell) => cell.trim())
    const [, from = '', verb = '', who = '', to = '', comesWith = ''] = cells
    if (!isTable) {
      isTable = heads.every((head, place) => cells[place + 1] === head)
      continue
    }
    const row: LawRow = {
      line: index + 1,
      noun,
      verb: codesIn(verb)[0] ?? '',
      from: statesIn(from, groups),
      who: who.split(' · '),
      to: /^[`*]([a-z-]+)[`*]/.exec(to)?.[1] ?? '',
      comesWith,
    }
    if (!row.verb) fault('has a row without a verb')
    else if (comesWith && !issues.includes(comesWith))
      fault(`says that ${row.verb} comes with ${comesWith}, which is none of ${issues.join(', ')}`)
    else if (!comesWith && (row.from.length === 0 || !row.to))
      fault(`does not say from which states ${row.verb} leads to which, as codes`)
    else page.rows.push(row)
  }
  return page
}

/** Who may, as the page names it. */
function wordsOf(who: Who): string {
  switch (who.audience) {
    case 'company':
    case 'financier':
      return who.also ? `${who.audience}, also ${who.also.join(' or ')}` : who.audience
    case 'official':
      return who.wholeCity ? `${who.duty} of the city` : who.duty
    default:
      return who.audience
  }
}

/** A mark in brackets names an issue, and nothing else. */
export function faultsInMarks(page: string, markdown: string): string[] {
  return markdown
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(/\[([\w ]+)\](?!\()/g)]
        .filter(([, mark = '']) => !issues.includes(mark))
        .map(([, mark]) => `${page}:${index + 1} is marked [${mark}], which is no issue`),
    )
}

interface Told {
  noun: string
  verb: string
  from: readonly string[]
  who: readonly string[]
  to: string
}

/** A key a state and role, so that each side may gather them in rows as it likes. */
const keyOf = ({ noun, verb, to }: Told, state: string, role: string) =>
  [noun, verb, state, role, to].join('|')

const keysOf = (told: Told) =>
  told.from.flatMap((state) => told.who.map((role) => keyOf(told, state, role)))

/** What of a row is not there, a sentence a role. */
function missing(told: Told, there: ReadonlySet<string>): string[] {
  const { noun, verb, from, who, to } = told
  return who.flatMap((role) => {
    const none = from.filter((state) => !there.has(keyOf(told, state, role)))
    return none.length > 0 ? [`${verb} of ${noun} by ${role} from ${none.join(', ')} to ${to}`] : []
  })
}

/** What the page and the tables in code do not agree on, as sentences. */
export function compareStates(
  { rows, beside }: StatesPage,
  code: {
    table: readonly Move[]
    nouns: readonly string[]
    toCome: readonly { noun: string; verb: string }[]
    beside: readonly string[]
  },
): string[] {
  const told = code.table.map((move): Told => ({ ...move, who: move.by.map(wordsOf) }))
  const inCode = new Set(told.flatMap(keysOf))
  const inForce = rows.filter(({ comesWith }) => !comesWith)
  const promised = rows.filter(({ comesWith }) => comesWith)
  const onPage = new Set(inForce.flatMap(keysOf))
  const faults: string[] = []
  for (const row of inForce) {
    const at = `docs/states.md:${row.line}`
    if (!code.nouns.includes(row.noun))
      faults.push(`${at} stands under ${row.noun}, no noun of domain/states.ts`)
    else
      for (const more of missing(row, inCode))
        faults.push(`${at} has ${more}: domain/states.ts has not`)
  }
  for (const move of told)
    for (const more of missing(move, onPage))
      faults.push(`domain/states.ts has ${more}: docs/states.md has not`)
  for (const row of promised)
    if (row.from.length > 0 && missing(row, inCode).length === 0)
      faults.push(`docs/states.md:${row.line} has ${row.verb} to come: it is in domain/states.ts`)
  for (const { noun, verb } of code.toCome)
    if (!promised.some((row) => row.noun === noun && row.verb === verb))
      faults.push(`domain/states.ts has ${verb} of ${noun} to come: docs/states.md has not`)
  for (const verb of code.beside)
    if (!beside.includes(verb))
      faults.push(`domain/states.ts has ${verb} beside the tables: docs/states.md has not`)
  for (const verb of beside)
    if (!code.beside.includes(verb))
      faults.push(`docs/states.md has ${verb} beside the tables: domain/states.ts has not`)
  return faults
}

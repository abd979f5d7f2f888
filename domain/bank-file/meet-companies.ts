import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { newId } from '../id'
import { holdsItsCode } from '../organisation/enter-organisation'
import { makeKnown } from '../organisation/known-organisation'
import type { OrganisationKind } from '../organisation/organisation'
import type { BankRow, Sender } from './bank-file'
import type { Interview } from './interview'
import { isSameName, plainName } from '../organisation/names'

const AT_ONCE = 1_000
const REFUSE = 'refuse'

export interface MetCompany {
  id: string
  parentId: string | null
  isNew: boolean
}

interface OnRecord {
  id: string
  name: string
  uscc: string
  kind: OrganisationKind
  parentId: string | null
}

/** What a file says of one code. */
interface Said {
  names: string[]
  rows: number[]
  codeWaits: boolean
}

export interface MetCompanies {
  companies: Map<string, MetCompany>
  /** Codes of financiers and authorities. */
  others: Set<string>
  /** Codes that whoever sends it says are not those companies'. */
  refused: Set<string>
  /** Codes that a verifier judges first: they fail their check or, of a financier's own file, nobody has met them. */
  waiting: Set<string>
}

function saidOf(rows: readonly BankRow[]): Map<string, Said> {
  const codes = new Map<string, Said>()
  for (const { uscc, company, row, codeWaits } of rows) {
    const said = codes.get(uscc) ?? { names: [], rows: [], codeWaits }
    codes.set(uscc, said)
    said.rows.push(row)
    // A file without a column for names gives the code for one.
    if (company !== uscc && !said.names.includes(company)) said.names.push(company)
  }
  return codes
}

/** The companies of a file, a thousand codes at a time: those on record with a code, and those with a name. */
async function readOnRecord(tx: Database, codes: ReadonlyMap<string, Said>) {
  const byCode = new Map<string, OnRecord>()
  const byName = new Map<string, OnRecord>()
  const columns = {
    id: organisation.id,
    name: organisation.name,
    uscc: organisation.uscc,
    kind: organisation.kind,
    parentId: organisation.parentId,
  }
  const all = [...codes]
  for (let start = 0; start < all.length; start += AT_ONCE) {
    const batch = all.slice(start, start + AT_ONCE)
    const uscc = batch.map(([code]) => code)
    const found = await tx
      .select(columns)
      .from(organisation)
      .where(and(inArray(organisation.uscc, uscc), holdsItsCode))
    for (const one of found) byCode.set(one.uscc, one)
    const names = batch.flatMap(([code, said]) => (byCode.has(code) ? [] : said.names))
    const namesakes = await tx
      .select(columns)
      .from(organisation)
      .where(and(eq(organisation.kind, 'company'), inArray(organisation.name, names), holdsItsCode))
    for (const one of namesakes) byName.set(plainName(one.name), one)
  }
  return { byCode, byName }
}

/** Whether a code and a name belong together: by the record, by the rest of the file, else by an answer. */
function isMeant(
  code: string,
  { names, rows }: Said,
  record: OnRecord | undefined,
  namesake: { uscc: string; name: string } | undefined,
  interview: Interview,
  isOwn: boolean,
): boolean | 'asked' {
  const asked = { kind: 'company', about: code, column: 'company' } as const
  const onRecord = record && record.name !== record.uscc ? record.name : null
  const other = onRecord === null ? null : names.find((name) => !isSameName(name, onRecord))
  const [first = ''] = names
  const second = names.find((name) => !isSameName(name, first))
  let answer: string | null = 'same'
  if (onRecord !== null && other !== undefined && other !== null)
    answer = interview.ask(
      // The name on record is told to officials alone.
      { ...asked, words: other, known: isOwn ? null : onRecord, answers: ['same', REFUSE] },
      rows,
    )
  else if (onRecord === null && second !== undefined)
    answer = interview.ask(
      { ...asked, words: second, known: first, answers: ['same', REFUSE] },
      rows,
    )
  else if (!record && namesake && namesake.uscc !== code) {
    const known = `${namesake.name} ${namesake.uscc}`
    answer = interview.ask({ ...asked, words: first, known, answers: ['other', REFUSE] }, rows)
  }
  return answer === null ? 'asked' : answer !== REFUSE
}

/** How parties are met: for whom, and whether those that are new are only counted. */
export interface MeetHow {
  sender: Sender | null
  onlyAsk: boolean
}

export const asIfMade = (met: readonly { uscc: string }[]) =>
  new Map(met.map(({ uscc }) => [uscc, newId()]))

/** Finds the companies of a bank file by their codes; whoever is not there yet becomes known, its place unknown. */
export async function meetCompanies(
  tx: Database,
  rows: readonly BankRow[],
  now: Date,
  interview: Interview,
  { sender, onlyAsk }: MeetHow,
): Promise<MetCompanies> {
  const codes = saidOf(rows)
  const { byCode, byName } = await readOnRecord(tx, codes)
  const met: MetCompanies = {
    companies: new Map(),
    others: new Set(),
    refused: new Set(),
    waiting: new Set(),
  }
  const fresh: { kind: 'company'; uscc: string; name: string }[] = []
  const inFile = new Map<string, { uscc: string; name: string }>()
  for (const [code, said] of [...codes].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const record = byCode.get(code)
    const [name = code] = said.names
    const namesake = byName.get(plainName(name)) ?? inFile.get(plainName(name))
    inFile.set(plainName(name), namesake ?? { uscc: code, name })
    if (record && record.kind !== 'company') {
      met.others.add(code)
      continue
    }
    if (!record && (said.codeWaits || sender)) {
      met.waiting.add(code)
      continue
    }
    const meant = isMeant(code, said, record, namesake, interview, sender !== null)
    if (meant === 'asked') continue
    if (!meant) met.refused.add(code)
    else if (record)
      met.companies.set(code, { id: record.id, parentId: record.parentId, isNew: false })
    else fresh.push({ kind: 'company', uscc: code, name })
  }
  for (let start = 0; start < fresh.length; start += AT_ONCE) {
    const batch = fresh.slice(start, start + AT_ONCE)
    const made = onlyAsk ? asIfMade(batch) : await makeKnown(tx, batch, now)
    const late = batch.filter(({ uscc }) => !made.has(uscc))
    for (const [uscc, id] of made) met.companies.set(uscc, { id, parentId: null, isNew: true })
    // They registered while this file was read.
    const unnamed = { names: [], rows: [], codeWaits: false }
    const { byCode: registered } = await readOnRecord(
      tx,
      new Map(late.map(({ uscc }) => [uscc, unnamed])),
    )
    for (const [uscc, one] of registered)
      if (one.kind !== 'company') met.others.add(uscc)
      else met.companies.set(uscc, { id: one.id, parentId: one.parentId, isNew: false })
  }
  return met
}

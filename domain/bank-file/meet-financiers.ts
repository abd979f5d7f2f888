import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { holdsItsCode } from '../organisation/enter-organisation'
import { makeKnown } from '../organisation/known-organisation'
import { financierKinds, type FinancierKind } from '../organisation/organisation'
import type { BankRow, Sender } from './bank-file'
import type { Interview } from './interview'
import { asIfMade } from './meet-companies'
import {
  HAN,
  isNearCore,
  isNearName,
  isSameName,
  nameKey,
  plainName,
  splitName,
} from '../organisation/names'

const AT_ONCE = 1_000
const NEW = 'new'

export interface MetFinancier {
  id: string
  parentId: string | null
  kind: FinancierKind
  isNew: boolean
}

/** A name in the file that is another's spelling. */
interface Institution {
  written: string
  known: string
}

/** One that is on record, or that this file brings: then without an id until it is written. */
interface Candidate {
  name: string
  kind: FinancierKind
  met: MetFinancier | null
}

/** The names of a file with their rows: the full name before its short forms, whatever the order of the rows. */
function namesOf(rows: readonly BankRow[]) {
  const names = new Map<string, { kind: FinancierKind | null; rows: number[] }>()
  for (const { financier, kind, row } of rows) {
    const known = names.get(financier)
    if (known) {
      known.rows.push(row)
      known.kind ??= kind
    } else names.set(financier, { kind, rows: [row] })
  }
  const order = (name: string) => (plainName(name) === name.normalize('NFKC').toUpperCase() ? 0 : 1)
  return [...names].toSorted(
    ([a], [b]) => order(a) - order(b) || b.length - a.length || (a < b ? -1 : 1),
  )
}

class Register {
  private readonly byPlain = new Map<string, Candidate>()
  private readonly byCore = new Map<string, Candidate[]>()
  private readonly inChinese: { core: string; candidate: Candidate }[] = []

  add(candidate: Candidate): void {
    const plain = plainName(candidate.name)
    if (!this.byPlain.has(plain)) this.byPlain.set(plain, candidate)
    const { core } = splitName(candidate.name)
    this.byCore.set(core, [...(this.byCore.get(core) ?? []), candidate])
    if (HAN.test(core)) this.inChinese.push({ core, candidate })
  }

  same(name: string): Candidate | undefined {
    return this.byPlain.get(plainName(name))
  }

  /** Those of another spelling that are the same by their names; several cannot all be meant. */
  likely(name: string): Candidate[] {
    return (this.byCore.get(splitName(name).core) ?? []).filter((one) => isSameName(one.name, name))
  }

  near(name: string): Candidate[] {
    if (!HAN.test(name)) return []
    const { core } = splitName(name)
    return this.inChinese.flatMap((one) => (isNearCore(one.core, core) ? one.candidate : []))
  }
}

/** Finds the financiers of a bank file by their names. Nearly the same name is asked; an unknown one becomes known. */
export async function meetFinanciers(
  tx: Database,
  rows: readonly BankRow[],
  now: Date,
  interview: Interview,
  onlyAsk: boolean,
): Promise<{ financiers: Map<string, MetFinancier>; institutions: Institution[] }> {
  const known = await tx
    .select({
      id: organisation.id,
      name: organisation.name,
      parentId: organisation.parentId,
      kind: organisation.financierKind,
    })
    .from(organisation)
    .where(and(eq(organisation.kind, 'financier'), holdsItsCode))
    .orderBy(organisation.createdAt, organisation.id)
  const register = new Register()
  for (const { name, kind, ...met } of known)
    if (kind) register.add({ name, kind, met: { ...met, kind, isNew: false } })
  const meant = new Map<string, Candidate>()
  for (const [name, said] of namesOf(rows)) {
    const found = whichOne(name, register, said.rows, interview)
    if (found === 'asked') continue
    const candidate = found ?? bring(name, said, interview)
    if (!candidate) continue
    if (!found) register.add(candidate)
    meant.set(name, candidate)
  }
  await writeNew(tx, [...new Set(meant.values())], now, onlyAsk)
  const financiers = new Map(
    [...meant].flatMap(([name, { met }]) => (met ? [[name, met] as const] : [])),
  )
  const institutions = [...meant].flatMap(([written, { name: known }]) =>
    plainName(written) === plainName(known) ? [] : [{ written, known }],
  )
  return { financiers, institutions }
}

function whichOne(
  name: string,
  register: Register,
  rows: readonly number[],
  interview: Interview,
): Candidate | 'asked' | null {
  const same = register.same(name)
  if (same) return same
  const likely = register.likely(name)
  if (likely.length === 1 && likely[0]) return likely[0]
  const near = register.near(name)
  if (near.length === 0) return null
  const names = [...new Set(near.map((one) => one.name))].toSorted()
  const asked = {
    ...({ kind: 'institution', about: name, column: 'financier', words: name } as const),
    ...{ known: names.join('、'), answers: [...names, NEW] },
  }
  const answer = interview.ask(asked, rows)
  if (answer === null) return 'asked'
  return near.find((one) => one.name === answer) ?? null
}

function bring(
  name: string,
  { kind, rows }: { kind: FinancierKind | null; rows: number[] },
  interview: Interview,
): Candidate | null {
  if (kind) return { name, kind, met: null }
  const asked = { kind: 'kind', about: name, column: 'financier', words: name } as const
  const answer = interview.ask({ ...asked, answers: financierKinds }, rows)
  const said = financierKinds.find((one) => one === answer)
  return said ? { name, kind: said, met: null } : null
}

const NOT_OURS = 'refuse'

/** Of a financier's own file: each name is its own, nearly the same is asked, any other is not its to send. */
export function meetSender(
  rows: readonly BankRow[],
  { organisationId, name, kind }: Sender,
  interview: Interview,
): { financiers: Map<string, MetFinancier>; institutions: Institution[]; others: Set<string> } {
  const met = { id: organisationId, parentId: null, kind, isNew: false }
  const financiers = new Map<string, MetFinancier>()
  const others = new Set<string>()
  for (const [written, said] of namesOf(rows)) {
    const asked = {
      ...({ kind: 'institution', about: written, column: 'financier', words: written } as const),
      ...{ known: name, answers: [name, NOT_OURS] },
    }
    const isOwn = isSameName(written, name)
    const answer = isOwn
      ? name
      : isNearName(written, name)
        ? interview.ask(asked, said.rows)
        : NOT_OURS
    if (answer === name) financiers.set(written, met)
    else if (answer !== null) others.add(written)
  }
  const institutions = [...financiers.keys()].flatMap((written) =>
    plainName(written) === plainName(name) ? [] : [{ written, known: name }],
  )
  return { financiers, institutions, others }
}

async function writeNew(
  tx: Database,
  candidates: readonly Candidate[],
  now: Date,
  onlyAsk: boolean,
): Promise<void> {
  const fresh = candidates.filter(({ met }) => met === null)
  for (let start = 0; start < fresh.length; start += AT_ONCE) {
    const batch = fresh.slice(start, start + AT_ONCE)
    const met = batch.map(({ name, kind: financierKind }) => ({
      ...{ kind: 'financier' as const, financierKind },
      ...{ uscc: nameKey(name), name },
    }))
    const made = onlyAsk ? asIfMade(met) : await makeKnown(tx, met, now)
    for (const one of batch) {
      const id = made.get(nameKey(one.name))
      if (id) one.met = { id, parentId: null, kind: one.kind, isNew: true }
    }
  }
}

import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { organisation } from '@/db/schema'
import { makeKnown } from '../organisation/known-organisation'
import { heldStates, type FinancierKind } from '../organisation/organisation'
import type { BankRow, RowProblem } from './bank-file'

const AT_ONCE = 1_000

interface Met {
  id: string
  parentId: string | null
  isNew: boolean
}
export interface Parties {
  accepted: BankRow[]
  problems: RowProblem[]
  /** By code, and by the name as it stands in the file. */
  companies: Map<string, Met>
  financiers: Map<string, Met & { kind: FinancierKind }>
}

/** Names that differ only in width, spaces or case are one financier. */
function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase()
}

/** A key for a financier that is known by its name alone: 21 characters, so that it is never mistaken for a code. */
export function nameKey(name: string): string {
  const digest = createHash('sha256').update(plainName(name)).digest('hex')
  return `NAME:${digest.slice(0, 16).toUpperCase()}`
}

/** Finds the companies and financiers of a bank file; whoever is not there yet becomes known, its place unknown. */
export async function meetParties(
  tx: Database,
  rows: readonly BankRow[],
  now: Date,
): Promise<Parties> {
  const financiers = await meetFinanciers(tx, rows, now)
  const { companies, others } = await meetCompanies(tx, rows, now)
  const problems = rows.flatMap((row): RowProblem[] =>
    others.has(row.uscc)
      ? [{ row: row.row, column: 'uscc', code: 'not-a-company', cell: row.uscc, suggestion: null }]
      : [],
  )
  return {
    accepted: rows.filter(({ uscc }) => companies.has(uscc)),
    problems,
    companies,
    financiers,
  }
}

async function meetFinanciers(tx: Database, rows: readonly BankRow[], now: Date) {
  const known = await tx
    .select({
      id: organisation.id,
      name: organisation.name,
      uscc: organisation.uscc,
      parentId: organisation.parentId,
      kind: organisation.financierKind,
    })
    .from(organisation)
    .where(and(eq(organisation.kind, 'financier'), inArray(organisation.state, [...heldStates])))
    .orderBy(organisation.createdAt, organisation.id)
  type Financier = Met & { kind: FinancierKind }
  const byName = new Map<string, Financier>()
  const byKey = new Map<string, Financier>()
  for (const { kind, name, uscc, ...met } of known) {
    if (!kind) continue
    const found = { ...met, kind, isNew: false }
    byKey.set(uscc, found)
    if (!byName.has(plainName(name))) byName.set(plainName(name), found)
  }
  const met = new Map<string, Financier>()
  const unknown = new Map<string, { name: string; kind: FinancierKind }>()
  for (const { financier: name, kind } of rows) {
    const found = byName.get(plainName(name)) ?? byKey.get(nameKey(name))
    if (found) met.set(name, found)
    else if (!unknown.has(nameKey(name))) unknown.set(nameKey(name), { name, kind })
  }
  const wanted = [...unknown].map(([uscc, { name, kind }]) => ({
    kind: 'financier' as const,
    financierKind: kind,
    uscc,
    name,
  }))
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const made = await makeKnown(tx, wanted.slice(start, start + AT_ONCE), now)
    for (const { uscc, financierKind: kind } of wanted.slice(start, start + AT_ONCE)) {
      const id = made.get(uscc)
      if (id) byKey.set(uscc, { id, parentId: null, kind, isNew: true })
    }
  }
  for (const { financier: name } of rows) {
    const found = met.get(name) ?? byKey.get(nameKey(name))
    if (found) met.set(name, found)
  }
  return met
}

async function meetCompanies(tx: Database, rows: readonly BankRow[], now: Date) {
  const names = new Map<string, string>()
  for (const { uscc, company } of rows) if (!names.has(uscc)) names.set(uscc, company)
  const companies = new Map<string, Met>()
  const others = new Set<string>()
  const codes = [...names.keys()]
  for (let start = 0; start < codes.length; start += AT_ONCE) {
    const batch = codes.slice(start, start + AT_ONCE)
    const isNew = await makeKnown(
      tx,
      batch.map((uscc) => ({ kind: 'company', uscc, name: names.get(uscc) ?? uscc })),
      now,
    )
    const found = await tx
      .select({
        id: organisation.id,
        uscc: organisation.uscc,
        kind: organisation.kind,
        parentId: organisation.parentId,
      })
      .from(organisation)
      .where(and(inArray(organisation.uscc, batch), inArray(organisation.state, [...heldStates])))
    for (const { uscc, kind, ...met } of found) {
      if (kind === 'company') companies.set(uscc, { ...met, isNew: isNew.has(uscc) })
      else others.add(uscc)
    }
  }
  return { companies, others }
}

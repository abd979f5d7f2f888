import { and, desc, eq, sql } from 'drizzle-orm'
import { importMemory, importRun, member, organisation } from '@/db/schema'
import type { Context } from '../context'
import { findHeadings } from '../bank-file/read-bank-file'
import type { Found } from './check-import'
import { cellKey, LINES_ABOVE } from './import-run'
import { possibleSheets, unpackCells } from './kept-cells'
import { importColumns, type ImportRow, type ImportSender } from './lock-import'

const IMPORTS_SHOWN = 100

/** Whose imports an actor reads: its own organisation's; a statistician of the whole city, all. */
function isReadBy(actor: ImportSender) {
  const isAll =
    actor.audience === 'official' && actor.scope.city && actor.duties.includes('statistician')
  return isAll ? undefined : eq(importRun.organisationId, actor.organisationId)
}

/** What was imported or is on its way, the latest first; of others than the reader's own, only what is in the ledger. */
export async function listImports({ db, actor }: Context<ImportSender>) {
  const isOwn = sql<boolean>`${importRun.organisationId} = ${actor.organisationId}`
  const rows = await db
    .select({
      ...{ id: importRun.id, state: importRun.state, startedAt: importRun.startedAt },
      ...{ doneAt: importRun.doneAt, undoneAt: importRun.undoneAt, keptRows: importRun.keptRows },
      ...{ fileName: sql<string>`${importRun.file}->>'name'`, progress: importRun.progress },
      ...{ personName: member.name, organisationName: organisation.name, isOwn },
      granted: sql<number | null>`(${importRun.found}#>>'{report,granted,added}')::int`,
      drawn: sql<number | null>`(${importRun.found}#>>'{report,drawn,added}')::int`,
      drawnFen: sql<string | null>`${importRun.found}#>>'{report,drawn,addedFen}'`,
    })
    .from(importRun)
    .innerJoin(member, eq(member.id, importRun.memberId))
    .innerJoin(organisation, eq(organisation.id, importRun.organisationId))
    .where(and(isReadBy(actor), sql`(${isOwn} or ${importRun.state} in ('done', 'undone'))`))
    .orderBy(desc(importRun.startedAt), desc(importRun.id))
    .limit(IMPORTS_SHOWN)
  return rows.map((row) => ({
    ...row,
    drawnFen: row.drawnFen === null ? null : Number(row.drawnFen),
  }))
}

/** One import of the actor's own organisation, with who sent it and who matched such a file last. */
export async function findImport({ db, actor }: Context<ImportSender>, importId: string) {
  const [row] = await db
    .select({
      ...importColumns,
      personName: member.name,
      hasContent: sql<boolean>`${importRun.content} is not null`,
    })
    .from(importRun)
    .innerJoin(member, eq(member.id, importRun.memberId))
    .where(and(eq(importRun.id, importId), eq(importRun.organisationId, actor.organisationId)))
  if (!row) return null
  const [memory] = await db
    .select({ at: importMemory.at, personName: member.name })
    .from(importMemory)
    .innerJoin(member, eq(member.id, importMemory.memberId))
    .where(
      and(
        eq(importMemory.organisationId, row.organisationId),
        eq(importMemory.kind, row.kind),
        eq(importMemory.headings, row.headings),
      ),
    )
  return { ...row, found: row.found as Found | null, memory: memory ?? null }
}
export type ImportFound = NonNullable<Awaited<ReturnType<typeof findImport>>>

/** The cells of the sheet that is meant, as the file has them, and where its headings stand. */
export async function readCells(
  { db }: Context<ImportSender>,
  { id, file, answers, remembered }: Pick<ImportRow, 'id' | 'file' | 'answers' | 'remembered'>,
) {
  const [row] = await db
    .select({ content: importRun.content })
    .from(importRun)
    .where(eq(importRun.id, id))
  const grids = row?.content ? unpackCells(row.content) : []
  const possible = possibleSheets(file, grids)
  const said = { ...remembered, ...answers }['sheet.file']
  const at = possible.find((one) => file.sheets[one]?.name === said) ?? possible[0] ?? 0
  const grid = grids[at] ?? []
  const found = findHeadings(grid.slice(0, LINES_ABOVE))
  return {
    grid,
    sheet: file.sheets[at],
    headingRow: found?.row ?? 0,
    headings: found?.headings ?? [],
  }
}
export type Cells = Awaited<ReturnType<typeof readCells>>

/** A cell as it stands now, and as the file had it. */
export function cellAt(
  { grid }: Pick<Cells, 'grid'>,
  { mended }: Pick<ImportRow, 'mended'>,
  row: number,
  index: number,
) {
  const file = grid[row - 1]?.[index] ?? ''
  return { file, now: mended[cellKey(row, index)] ?? file }
}

/** The needs on a PostgreSQL of their own, in the application's tables and in the wide one that the dynamic scan reads. */
import { chmodSync, closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getTableColumns } from 'drizzle-orm'
import pg from 'pg'
import { needIndex } from '@/db/schema'
import type { JudgedNeed } from '@/domain/match/match'
import { needIndexRowsOf } from '@/domain/need/need-index'
import { latestFigure, totalPatents, validQualifications } from '@/domain/profile/profile'
import { idAt, nameAt, needAt, TODAY } from './draw'

type Value = string | number | boolean | null | readonly string[]

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const indexColumns = Object.keys(
  getTableColumns(needIndex),
) as (keyof typeof needIndex.$inferInsert)[]

/** As somebody would keep it who has not measured: one row a need, codes as text, lists as arrays. */
const wideColumns = {
  id: 'uuid primary key',
  classes: 'text[] not null',
  in_parts: 'boolean not null',
  open_fen: 'bigint not null',
  part_fen: 'bigint',
  tenor_months: 'integer',
  max_cost_bp: 'integer',
  use_kind: 'text',
  collateral: 'text[] not null',
  district: 'text',
  zone: 'text',
  chains: 'text[]',
  stage: 'text',
  qualifications: 'text[] not null',
  founded_on: 'date',
  staff: 'integer',
  rd_staff: 'integer',
  debt_ratio_bp: 'integer',
  patents: 'integer',
  revenue_fen: 'bigint',
  profit_fen: 'bigint',
  rd_spend_fen: 'bigint',
  white_listed: 'boolean not null',
} as const

function wideRow(id: string, { terms, facts, openFen }: JudgedNeed): Value[] {
  return [
    id,
    terms.classes,
    terms.inParts,
    openFen,
    terms.partFen,
    terms.tenorMonths,
    terms.maxCostBp,
    terms.useKind,
    terms.collateral,
    facts.district,
    facts.zone,
    facts.chains.length === 0 ? null : facts.chains,
    facts.stage,
    validQualifications(facts, TODAY).map(({ kind }) => kind),
    facts.foundedOn,
    facts.staff,
    facts.rdStaff,
    facts.debtRatioBp,
    totalPatents(facts),
    latestFigure(facts, 'revenueFen')?.fen ?? null,
    latestFigure(facts, 'profitFen')?.fen ?? null,
    latestFigure(facts, 'rdSpendFen')?.fen ?? null,
    facts.whiteListed.length > 0,
  ]
}

/** Sent a second apart, as the ids say. */
export const sentAt = (place: number) =>
  new Date(Date.parse('2023-11-25T00:00:00Z') + place * 1_000).toISOString()

const tables = {
  organisation: ['id', 'kind', 'uscc', 'name', 'state', 'district', 'zone', 'created_at'],
  need: [
    ...['id', 'code', 'organisation_id', 'state', 'classes', 'amount_fen', 'open_fen'],
    ...['facts', 'teaser', 'created_at', 'saved_at', 'submitted_at', 'published_at'],
  ],
  need_index: indexColumns.map(snake),
  wide: Object.keys(wideColumns),
}
type Table = keyof typeof tables

/** The rows of one need and its company. Facts and teaser are not read here, so they stand empty. */
function* rowsOf(place: number): Generator<[Table, Value[]]> {
  const need = needAt(place)
  const [id, companyId, at] = [idAt('need', place), idAt('company', place), sentAt(place)]
  const { district, zone } = need.facts
  const uscc = `91619999${String(place).padStart(10, '0')}`
  yield [
    'organisation',
    [companyId, 'company', uscc, nameAt(place), 'admitted', district, zone, at],
  ]
  const { classes } = need.terms
  const state = [id, `XQ-${place}`, companyId, 'published', classes, need.openFen, need.openFen]
  yield ['need', [...state, '{}', '{}', at, at, at, at]]
  yield ['wide', wideRow(id, need)]
  for (const row of needIndexRowsOf(id, need, TODAY))
    yield ['need_index', indexColumns.map((column) => row[column] ?? null)]
}

function written(value: Value): string {
  if (value === null) return '\\N'
  return Array.isArray(value) ? `{${value.join(',')}}` : String(value)
}

/** A text file for COPY, filled by the megabyte. */
class Heap {
  private readonly file: number
  private parts: string[] = []

  constructor(readonly path: string) {
    this.file = openSync(path, 'w', 0o644)
  }

  add(row: readonly Value[]): void {
    this.parts.push(row.map(written).join('\t'))
    if (this.parts.length === 5_000) this.flush()
  }

  private flush(): void {
    if (this.parts.length > 0) writeSync(this.file, `${this.parts.join('\n')}\n`)
    this.parts = []
  }

  close(): void {
    this.flush()
    closeSync(this.file)
  }
}

/** Indexes are made after the rows, which is many times faster. */
async function withoutIndexes(client: pg.Client, load: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexname as name, indexdef as made from pg_indexes
     where tablename = any($1) and not exists (select from pg_constraint where conname = indexname)`,
    [Object.keys(tables)],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  await load()
  for (const { made } of rows) await client.query(made)
}

/** Fills a migrated, empty database with so many needs. */
export async function loadNeeds(url: string, count: number): Promise<void> {
  const folder = mkdtempSync(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'kerong-bench-'))
  chmodSync(folder, 0o755)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const names = Object.keys(tables) as Table[]
    const heaps = Object.fromEntries(
      names.map((name) => [name, new Heap(join(folder, name))]),
    ) as Record<Table, Heap>
    for (let place = 0; place < count; place++)
      for (const [name, row] of rowsOf(place)) heaps[name].add(row)
    const columns = Object.entries(wideColumns).map(([name, type]) => `${name} ${type}`)
    await client.query(`create table wide (${columns.join(', ')})`)
    await client.query(`set maintenance_work_mem = '512MB'`)
    // No foreign key is looked up: what is written here fits together.
    await client.query('set session_replication_role = replica')
    await withoutIndexes(client, async () => {
      for (const name of names) {
        heaps[name].close()
        await client.query(`copy ${name} (${tables[name].join(', ')}) from '${heaps[name].path}'`)
      }
    })
    await client.query('set session_replication_role = default')
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

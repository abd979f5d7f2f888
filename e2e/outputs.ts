/** The same figures as they leave the house: a page's table, a CSV, a workbook, and the text of a PDF. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { dayOfSerial, readWorkbook, type ReadCell } from '../scripts/files/read-workbook'
import { expect } from './fixtures'

export type Line = (string | number | null)[]

/** A figure where a cell holds nothing else, as a workbook has it. */
const valueOf = (cell: string): Line[number] => {
  if (cell === '') return null
  const text = cell.replace(/^[\t']/, '')
  return /^-?\d+([.]\d+)?$/.test(text) && !cell.startsWith('\t') ? Number(text) : text
}

/** The table of a CSV below its words. */
export function linesOfCsv(csv: string): Line[] {
  const lines = parse(csv, {
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
  }) as string[][]
  const blank = lines.findIndex((line) => line.every((cell) => cell === ''))
  return lines.slice(blank + 1).map((line) => line.map(valueOf))
}

const shownAs = (cell: ReadCell | null): Line[number] => {
  if (cell === null) return null
  if (cell.as === 'day') return dayOfSerial(Number(cell.value))
  return cell.as === 'month' ? dayOfSerial(Number(cell.value)).slice(0, 7) : cell.value
}

function readFile(bytes: Buffer) {
  const [about, table] = readWorkbook(bytes)
  const width = table?.rows[0]?.length ?? 0
  return {
    about: new Map(
      about?.rows.map(([label, value]) => [String(label?.value), String(value?.value)]),
    ),
    lines: (table?.rows ?? []).map((row) =>
      Array.from({ length: width }, (_, index) => shownAs(row[index] ?? null)),
    ),
  }
}

/** Both formats of an address, which must be the same table. */
export async function filesOf(page: Page, address: (format: 'csv' | 'xlsx') => string) {
  const [csv, xlsx] = await Promise.all(
    (['csv', 'xlsx'] as const).map((format) => page.request.get(address(format))),
  )
  expect([csv?.status(), xlsx?.status()]).toEqual([200, 200])
  const lines = linesOfCsv((await csv?.text()) ?? '')
  const workbook = readFile((await xlsx?.body()) ?? Buffer.alloc(0))
  // A code of figures alone is text in the workbook; a CSV cannot say so.
  const alike = (some: Line[]) => some.map((line) => line.map((value) => String(value ?? '')))
  expect(alike(workbook.lines)).toEqual(alike(lines))
  return { ...workbook, heads: lines[0] ?? [], lines: workbook.lines.slice(1) }
}

/** The cells of the rows of a page's table, as they are seen. */
export function linesOfPage(page: Page, name: string | RegExp): Promise<string[][]> {
  return page
    .getByRole('table', { name })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.querySelectorAll('th, td')].map((cell) =>
          (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim(),
        ),
      ),
    )
}

export const hasPdftotext = () => spawnSync('pdftotext', ['-v']).status === 0

/** What a page says on paper, by poppler: words in the order of their lines. */
export async function textOnPaper(page: Page): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kerong-paper-'))
  try {
    const path = join(folder, 'page.pdf')
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true }))
    const { stdout, status } = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
    expect(status).toBe(0)
    return stdout.replace(/\s+/g, ' ')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

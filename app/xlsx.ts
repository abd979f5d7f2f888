/** A workbook of two sheets, written while its rows are read: as much memory for a million of them as for one. */
import { Zip, ZipDeflate } from 'fflate'
import { daysBetween, type Day } from '@/domain/calendar/calendar'
import { formulaBegins } from './csv'
import type { Kind, TableFile, Value } from './table'
import { xmlText } from './xml'

/** What a sheet holds at most, and a cell. */
const ROWS_A_SHEET = 1_048_576
const LETTERS_A_CELL = 32_767
/** Compressed in pieces of so many letters, so that others are served between them. */
const PIECE = 64_000

/** Places in the list of styles below. */
const HEAD = 1
const WRAPPED = 2
const FORMULA_LIKE = 3
const styleOf: Record<Kind, number> = {
  text: 0,
  code: 4,
  count: 5,
  yuan: 6,
  percent: 7,
  month: 8,
  day: 9,
}
const widthOf: Record<Kind, number> = {
  text: 24,
  code: 24,
  count: 13,
  yuan: 18,
  percent: 12,
  month: 11,
  day: 12,
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const format = (id: number, more = '') => `<xf numFmtId="${id}" fontId="0" fillId="0" ${more}/>`
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="10">${[
  format(0),
  '<xf numFmtId="0" fontId="1" fillId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  '<xf numFmtId="49" fontId="0" fillId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
  // As if it was typed with an apostrophe: to edit and leave the cell makes no formula of it either.
  format(49, 'quotePrefix="1"'),
  ...[49, 3, 4, 2, 164, 165].map((id) => format(id, 'applyNumberFormat="1"')),
].join('')}</cellXfs></styleSheet>`

/** Text of a cell, with the underscore of what a workbook would take for a sign. */
const escaped = (text: string) =>
  xmlText(text.slice(0, LETTERS_A_CELL)).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** A workbook counts days from the end of 1899. */
const serial = (day: Day) => daysBetween('1899-12-30', day)

/** A cell without its place. */
type Drawn = { style: number; value: Value }

function drawn(value: Value, kind: Kind): Drawn {
  if (typeof value === 'number' || value === null) return { value, style: styleOf[kind] }
  if (kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(value))
    return { value: serial(value), style: styleOf.day }
  if (kind === 'month' && /^\d{4}-\d\d$/.test(value))
    return { value: serial(`${value}-01`), style: styleOf.month }
  return { value, style: kind === 'code' ? styleOf.code : styleOf.text }
}

function cell({ value, style }: Drawn, place: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${place}" s="${style}"><v>${value}</v></c>`
  const own = formulaBegins.test(value) && style !== HEAD ? FORMULA_LIKE : style
  return `<c r="${place}" s="${own}" t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

/** A, B … AA. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}

const row = (number: number, cells: readonly Drawn[]) =>
  `<row r="${number}">${cells.map((one, index) => cell(one, letterOf(index) + number)).join('')}</row>`

/** Of at most 31 letters, without those that a sheet's name may not have. */
const sheetName = (name: string, number: number) =>
  name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 26) + (number > 1 ? ` (${number})` : '')

function sheetBegins(widths: readonly number[], view: string): string {
  const columns = widths.map(
    (width, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"${view}</sheetViews><cols>${columns.join('')}</cols><sheetData>`
}
const sheetEnds = '</sheetData></worksheet>'
const frozen =
  '><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView>'

function bookOf({ sheets }: TableFile, count: number) {
  const names = [
    sheetName(sheets.about, 1),
    ...Array.from({ length: count }, (_, index) => sheetName(sheets.table, index + 1)),
  ]
  const all = (line: (name: string, number: number) => string) =>
    names.map((name, index) => line(name, index + 1)).join('')
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${all((_, number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    // The table is what one sees first.
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView activeTab="1"/></bookViews><sheets>${all((name, number) => `<sheet name="${escaped(name)}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships">${all((_, number) => `<Relationship Id="rId${number}" Type="${relations}/worksheet" Target="worksheets/sheet${number}.xml"/>`)}<Relationship Id="rId${names.length + 1}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
  }
}

/** The parts of a zip, each begun when its first text comes; what is compressed waits to be taken. */
class Parts {
  private readonly chunks: Uint8Array[] = []
  private readonly encoder = new TextEncoder()
  private readonly zip = new Zip((error, chunk) => {
    if (error) throw error
    this.chunks.push(chunk)
  })

  constructor(private readonly at: Date) {}

  begin(path: string): ZipDeflate {
    const part = new ZipDeflate(path, { level: 6 })
    part.mtime = this.at
    this.zip.add(part)
    return part
  }

  write(part: ZipDeflate, text: string, isLast = false): Uint8Array[] {
    part.push(this.encoder.encode(text), isLast)
    return this.chunks.splice(0)
  }

  end(): Uint8Array[] {
    this.zip.end()
    return this.chunks.splice(0)
  }
}

/** *About* first, as everything that leaves the house says what it is; the table on as many sheets as it needs. */
export async function* workbook(
  table: TableFile,
  rowsASheet = ROWS_A_SHEET,
): AsyncGenerator<Uint8Array> {
  const parts = new Parts(table.at)
  const about = table.about.map(([label, value], index) =>
    row(index + 1, [
      { value: label, style: HEAD },
      { value, style: WRAPPED },
    ]),
  )
  yield* parts.write(
    parts.begin('xl/worksheets/sheet1.xml'),
    sheetBegins([22, 90], '/>') + about.join('') + sheetEnds,
    true,
  )
  const heads = row(
    1,
    table.columns.map((column) => ({ value: column.head, style: HEAD })),
  )
  const widths = table.columns.map(({ kind }) => widthOf[kind])
  let sheets = 0
  let text = ''
  let rows = rowsASheet
  let part: ZipDeflate | null = null
  const beginSheet = () => {
    sheets++
    rows = 1
    part = parts.begin(`xl/worksheets/sheet${sheets + 1}.xml`)
    text = sheetBegins(widths, (sheets === 1 ? ' tabSelected="1"' : '') + frozen) + heads
    return part
  }
  for await (const values of table.rows) {
    if (!part || rows >= rowsASheet) {
      if (part) yield* parts.write(part, text + sheetEnds, true)
      part = beginSheet()
    }
    rows++
    text += row(
      rows,
      values.map((value, index) => drawn(value, table.columns[index]?.kind ?? 'text')),
    )
    if (text.length < PIECE) continue
    yield* parts.write(part, text)
    text = ''
  }
  yield* parts.write(part ?? beginSheet(), text + sheetEnds, true)
  for (const [path, xml] of Object.entries(bookOf(table, sheets)))
    yield* parts.write(parts.begin(path), xml, true)
  yield* parts.end()
}

/** Runs in a thread with limits: takes the bytes of a workbook, answers its sheets as texts, or which sentence it deserves. */
import { inflateRawSync } from 'node:zlib'
import { parentPort, workerData } from 'node:worker_threads'
import * as XLSX from '@e965/xlsx'

const { bytes: sent, limits, linesAbove } = workerData
const bytes = Buffer.from(sent.buffer, sent.byteOffset, sent.byteLength)

class Refused extends Error {}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50

/** Unpacks every part of a zip, whatever size it says that it has, and stops at the limit. Answers the names. */
function tryUnpack(zip) {
  const from = Math.max(0, zip.length - 65_557)
  let end = zip.length - 22
  while (end >= from && zip.readUInt32LE(end) !== END) end--
  if (end < from) throw new Refused('file-broken')
  let left = limits.unpackedBytes
  let at = zip.readUInt32LE(end + 16)
  const names = []
  for (let entry = zip.readUInt16LE(end + 10); entry > 0; entry--) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== ENTRY) throw new Refused('file-broken')
    const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)]
    const packed = zip.readUInt32LE(at + 20)
    const [name, extra, note] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place))
    const local = zip.readUInt32LE(at + 42)
    names.push(zip.toString('utf8', at + 46, at + 46 + name))
    if (flags & 1) throw new Refused('file-encrypted')
    if (local + 30 > zip.length || zip.readUInt32LE(local) !== LOCAL)
      throw new Refused('file-broken')
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    left -= method === 0 ? packed : sizeOf(zip.subarray(start, start + packed), left)
    if (left <= 0) throw new Refused('file-bomb')
    at += 46 + name + extra + note
  }
  return names
}

function sizeOf(packed, most) {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    throw new Refused(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'file-bomb' : 'file-broken')
  }
}

/** What a cell shows whose formula failed, by the code that is kept. */
const errors = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

const two = (number) => String(number).padStart(2, '0')

/** A day as a workbook counts it, with its time where it has one. */
function dayText(value, is1904) {
  const day = XLSX.SSF.parse_date_code(value, { date1904: is1904 })
  if (!day) return String(value)
  const text = `${day.y}-${two(day.m)}-${two(day.d)}`
  return day.H || day.M || day.S ? `${text} ${two(day.H)}:${two(day.M)}:${two(day.S)}` : text
}

/** What a format adds to a figure in words or signs, such as 万元 or %, stays beside the figure as it is kept. */
function numberText(value, format, is1904) {
  if (!format || /^(General|@)$/i.test(format)) return String(value)
  if (XLSX.SSF.is_date(format)) return dayText(value, is1904)
  if (format.includes('%')) return `${Number((value * 100).toPrecision(15))}%`
  const shown = XLSX.SSF.format(format, value)
  // A format in thousands shows another figure than the cell holds: what is seen is what is sent.
  if (/[0#?],+(?:[^0#?]|$)/.test(format)) return shown.trim()
  const plain = Math.abs(value)
  const figure = /[\d,]+(?:\.\d+)?/
  if (!/[^\d,.\s()+-]/.test(shown) || !figure.test(shown)) return String(value)
  return `${value < 0 ? '-' : ''}${shown.replace(/^[-(]|\)$/g, '').replace(figure, String(plain))}`.trim()
}

function cellText(cell, is1904) {
  if (!cell || cell.v === undefined || cell.v === null) return ''
  if (cell.t === 'e') return errors[cell.v] ?? '#N/A'
  if (cell.t === 'n') return numberText(cell.v, cell.z, is1904)
  if (cell.t === 'b') return cell.v ? 'TRUE' : 'FALSE'
  return String(cell.v).slice(0, limits.cellCharacters)
}

function readSheet(name, sheet, isHidden, is1904) {
  const facts = { name, isHidden, rows: 0, hiddenRows: [], formulas: 0, uncounted: [], merged: [] }
  if (isHidden || !sheet?.['!ref']) return { facts, grid: [] }
  const data = sheet['!data'] ?? []
  const grid = []
  for (let row = 0; row < data.length; row++) {
    const cells = data[row] ?? []
    const texts = []
    for (let column = 0; column < cells.length; column++) {
      const cell = cells[column]
      const text = cellText(cell, is1904)
      if (cell?.f !== undefined) {
        facts.formulas++
        if (text === '') facts.uncounted.push(XLSX.utils.encode_cell({ r: row, c: column }))
      }
      if (text !== '') {
        if (column >= limits.columns) throw new Refused('too-many-columns')
        while (texts.length < column) texts.push('')
        texts.push(text)
      }
    }
    grid.push(texts)
    if (texts.length > 0) facts.rows++
    if (texts.length > 0 && sheet['!rows']?.[row]?.hidden) facts.hiddenRows.push(row + 1)
  }
  while (grid.length > 0 && grid.at(-1).length === 0) grid.pop()
  if (grid.length > limits.rows + linesAbove) throw new Refused('too-many-rows')
  facts.merged = (sheet['!merges'] ?? [])
    .filter(({ s, e }) => e.r > s.r && s.r < grid.length)
    .map((range) => XLSX.utils.encode_range(range))
    .slice(0, 1_000)
  return { facts, grid }
}

function readWorkbook() {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip && !tryUnpack(bytes).includes('xl/workbook.xml')) throw new Refused('file-unknown')
  const book = XLSX.read(bytes, {
    type: 'buffer',
    dense: true,
    cellNF: true,
    cellText: false,
    cellHTML: false,
    cellStyles: true,
    sheetRows: limits.rows + linesAbove + 1,
  })
  const about = book.Workbook?.Sheets ?? []
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  if (book.SheetNames.length > limits.sheets) throw new Refused('file-unknown')
  const sheets = book.SheetNames.map((name, at) =>
    readSheet(name, book.Sheets[name], (about[at]?.Hidden ?? 0) > 0, is1904),
  )
  return {
    form: isZip ? 'xlsx' : 'xls',
    encoding: 'workbook',
    is1904,
    sheets: sheets.map(({ facts }) => facts),
    grids: sheets.map(({ grid }) => grid),
  }
}

function problemOf(error) {
  if (error instanceof Refused) return error.message
  return /password|encrypt/i.test(error?.message ?? '') ? 'file-encrypted' : 'file-broken'
}

try {
  parentPort.postMessage({ ok: true, upload: readWorkbook() })
} catch (error) {
  parentPort.postMessage({ ok: false, problem: problemOf(error) })
}

import { deflateRawSync, gzipSync } from 'node:zlib'
import * as XLSX from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { LIMITS } from './import-run'
import { readUpload } from './read-upload'

const headings = [
  '统一社会信用代码',
  '金融机构',
  '融资方式',
  '合同编号',
  '授信日期',
  '授信金额(元)',
]
const good = ['91619999MA7K00000T', '渭水银行', '信用贷款', 'T-1', '2024-05-06', 100_000]

type Cells = unknown[][]
type Shape = { sheet?: (sheet: XLSX.WorkSheet) => void; book?: (book: XLSX.WorkBook) => void }

/** A workbook of one sheet, as bytes. */
function workbook(
  rows: Cells,
  { sheet: shapeSheet, book: shapeBook }: Shape = {},
  type: XLSX.BookType = 'xlsx',
) {
  const sheet = XLSX.utils.aoa_to_sheet(rows)
  shapeSheet?.(sheet)
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(book, sheet, '台账')
  shapeBook?.(book)
  return new Uint8Array(
    XLSX.write(book, { type: 'buffer', bookType: type, cellStyles: true }) as Buffer,
  )
}

async function taken(bytes: Uint8Array) {
  const read = await readUpload(bytes)
  if (!read.ok) throw new Error(read.problem)
  return read.upload
}
const cellOf = async (cell: Partial<XLSX.CellObject>, shape: Shape = {}) => {
  const bytes = workbook([headings, good], {
    ...shape,
    sheet: (sheet) => {
      sheet.F2 = { t: 'n', ...cell } as XLSX.CellObject
    },
  })
  return (await taken(bytes)).grids[0]?.[1]?.[5]
}

/** A zip of one part, which says of itself what it likes. */
function zipOf(name: string, packed: Buffer, { says = packed.length, flags = 0 } = {}): Uint8Array {
  const local = Buffer.alloc(30 + name.length)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt16LE(name.length, 26)
  local.write(name, 30)
  const entry = Buffer.alloc(46 + name.length)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(flags, 8)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(packed.length, 20)
  entry.writeUInt32LE(says, 24)
  entry.writeUInt16LE(name.length, 28)
  entry.write(name, 46)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length + packed.length, 16)
  return new Uint8Array(Buffer.concat([local, packed, entry, end]))
}

describe('a workbook', () => {
  test('gives texts as they are kept: codes whole, amounts exact, days as days', async () => {
    const upload = await taken(workbook([headings, good]))
    expect(upload).toMatchObject({ form: 'xlsx', encoding: 'workbook', is1904: false })
    expect(upload.grids).toEqual([[headings, good.map(String)]])
  })

  test('in the old form is read alike', async () => {
    expect(await taken(workbook([headings, good], {}, 'biff8'))).toMatchObject({
      form: 'xls',
      grids: [[headings, good.map(String)]],
    })
  })

  test.each<[string, Partial<XLSX.CellObject>, string]>([
    ['a serial day', { v: 45_418, z: 'yyyy/m/d' }, '2024-05-06'],
    ['a day with its time', { v: 45_418.75, z: 'yyyy/m/d h:mm' }, '2024-05-06 18:00:00'],
    ['a percentage', { v: 0.0345, z: '0.00%' }, '3.45%'],
    ['a unit in the format', { v: 500.4, z: '0"万元"' }, '500.4万元'],
    ['a foreign sign in the format', { v: 500, z: '[$$-409]#,##0' }, '$500'],
    ['a format in thousands, as it is seen', { v: 5_000_000, z: '#,##0,' }, '5,000'],
    ['a long number', { v: 916_199_991_234_560_000, z: 'General' }, '916199991234560000'],
    ['an error', { t: 'e', v: 0x17 }, '#REF!'],
  ])('gives %s', async (_name, cell, expected) => {
    expect(await cellOf(cell)).toBe(expected)
  })

  test('of 1904 gives its own days', async () => {
    const book = (one: XLSX.WorkBook) => {
      one.Workbook = { WBProps: { date1904: true } }
    }
    expect(await cellOf({ v: 43_956, z: 'yyyy/m/d' }, { book })).toBe('2024-05-06')
    expect((await taken(workbook([headings, good], { book }))).is1904).toBe(true)
  })

  test('says what it hides, merges and reckons', async () => {
    const bytes = workbook([['台账'], headings, good, good, good], {
      sheet: (sheet) => {
        sheet['!merges'] = [
          { s: { r: 0, c: 0 }, e: { r: 0, c: 5 } },
          { s: { r: 2, c: 1 }, e: { r: 4, c: 1 } },
        ]
        sheet['!rows'] = [{}, {}, {}, { hidden: true }]
        sheet.F5 = { t: 'n', v: 3, f: 'F3+F4' }
      },
      book: (book) => {
        XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['秘']]), '隐藏')
        book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
      },
    })
    const { sheets, grids } = await taken(bytes)
    expect(sheets[0]).toMatchObject({
      name: '台账',
      hiddenRows: [4],
      merged: ['B3:B5'],
      formulas: 1,
    })
    expect(sheets[1]).toMatchObject({ name: '隐藏', isHidden: true, rows: 0 })
    expect(grids[1]).toEqual([])
  })
})

/** A workbook under a password is an OLE file that holds the locked one. */
function withPassword(): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new()
  for (const name of ['EncryptionInfo', 'EncryptedPackage'])
    XLSX.CFB.utils.cfb_add(file, `/${name}`, Buffer.alloc(600, 4))
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer)
}

const wide = [...headings, ...Array.from({ length: LIMITS.columns }, (_, at) => `x${at}`)]
const long = Array.from({ length: LIMITS.rows + 30 }, () => ['a'])
const page = '\ufeff<html><body><table><tr><td>统一社会信用代码</td></tr></table></body></html>'
const bomb = deflateRawSync(Buffer.alloc(LIMITS.unpackedBytes + 1), { level: 9 })

describe('what cannot be taken has a sentence of its own', () => {
  test.each<[string, string, () => Uint8Array]>([
    ['nothing', 'file-empty', () => new Uint8Array()],
    ['too many bytes', 'file-too-large', () => new Uint8Array(LIMITS.fileBytes + 1)],
    ['a zip that unpacks without end', 'file-bomb', () => zipOf('xl/workbook.xml', bomb)],
    ['one that says it is small', 'file-bomb', () => zipOf('xl/workbook.xml', bomb, { says: 10 })],
    [
      'a gzip that does',
      'file-bomb',
      () => new Uint8Array(gzipSync(Buffer.alloc(LIMITS.unpackedBytes))),
    ],
    ['an encrypted part', 'file-encrypted', () => zipOf('xl/workbook.xml', bomb, { flags: 1 })],
    [
      'another zip',
      'file-unknown',
      () => zipOf('word/document.xml', deflateRawSync(Buffer.from('a'))),
    ],
    ['a workbook with a password', 'file-encrypted', withPassword],
    ['half a workbook', 'file-broken', () => workbook([headings, good]).slice(0, 2_000)],
    ['a web page named .xls', 'file-web-page', () => new TextEncoder().encode(page)],
    [
      'a picture',
      'file-not-text',
      () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 0x80, 0xff]),
    ],
    ['too many columns', 'too-many-columns', () => workbook([wide, wide])],
    ['too many rows', 'too-many-rows', () => workbook(long)],
    [
      'too many lines',
      'too-many-rows',
      () => new TextEncoder().encode(long.map(() => 'a,b,c').join('\n')),
    ],
    [
      'an old workbook cut short',
      'file-broken',
      () => workbook([headings, good], {}, 'biff8').slice(0, 700),
    ],
  ])('%s', async (_name, problem, bytes) => {
    expect(await readUpload(bytes())).toEqual({ ok: false, problem })
  })

  test('entities of a workbook are not unfolded', async () => {
    const entities = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'b'.repeat(1_000)}">${Array.from({ length: 20 }, (_, at) => `<!ENTITY a${at} "&a${at - 1};&a${at - 1};&a${at - 1};">`).join('')}]><worksheet><sheetData><row><c t="str"><v>&a19;</v></c></row></sheetData></worksheet>`
    const since = Date.now()
    const read = await readUpload(zipOf('xl/workbook.xml', deflateRawSync(Buffer.from(entities))))
    expect(read.ok).toBe(false)
    expect(Date.now() - since).toBeLessThan(5_000)
  })
})

test('a text in GBK is a table like any other', async () => {
  // 统一社会信用代码 is too long for a table of bytes by hand: 中文 is D6D0 CEC4.
  const bytes = new Uint8Array([0xd6, 0xd0, 0xce, 0xc4, 0x2c, 0x31, 0x0a])
  expect(await taken(bytes)).toMatchObject({
    form: 'csv',
    encoding: 'gb18030',
    grids: [[['中文', '1']]],
  })
})

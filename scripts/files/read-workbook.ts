/** Reads a workbook of ours for the tests: what stands in each cell, and how a spreadsheet is told to take it. */
import { unzipSync } from 'fflate'

export interface ReadCell {
  /** Text, a number, or a number that is shown as a day or a month. */
  as: 'text' | 'number' | 'day' | 'month'
  value: string | number
}

export interface ReadSheet {
  name: string
  rows: (ReadCell | null)[][]
  xml: string
}

const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#13;/g, '\r')
    .replace(/&amp;/g, '&')
    .replace(/_x005F_/g, '_')

const columnOf = (place: string) =>
  [...place.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Formats that show a number as a day or a month; the others are numbers. */
const shown = new Map([
  [164, 'month'],
  [165, 'day'],
] as const)

export function readWorkbook(bytes: Uint8Array): ReadSheet[] {
  const parts = unzipSync(bytes)
  const textOf = (path: string) => new TextDecoder().decode(parts[path])
  const formats = [...textOf('xl/styles.xml').matchAll(/<cellXfs.*<\/cellXfs>/gs)]
    .flatMap(([all]) => [...all.matchAll(/<xf numFmtId="(\d+)"/g)])
    .map(([, id]) => Number(id))
  const names = [...textOf('xl/workbook.xml').matchAll(/<sheet name="([^"]*)"/g)]
  return names.map(([, name], index) => {
    const xml = textOf(`xl/worksheets/sheet${index + 1}.xml`)
    const rows = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, cells]) => {
      const row: (ReadCell | null)[] = []
      const found = (cells ?? '').matchAll(
        /<c r="([A-Z]+\d+)" s="(\d+)"(?: t="inlineStr"><is><t[^>]*>(.*?)<\/t><\/is>|><v>(.*?)<\/v>)<\/c>/gs,
      )
      for (const [, place = '', style, text, number] of found)
        row[columnOf(place)] =
          text === undefined
            ? { as: shown.get(formats[Number(style)] as 164) ?? 'number', value: Number(number) }
            : { as: 'text', value: unescaped(text) }
      return Array.from(row, (one) => one ?? null)
    })
    return { name: unescaped(name ?? ''), rows, xml }
  })
}

/** A serial day of a workbook as 'YYYY-MM-DD'. */
export function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
}

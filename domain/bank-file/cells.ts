/** Cells as Chinese spreadsheets and banks' systems write them. Read leniently, never guessed. */
import { dayOf, type Day } from '../calendar/calendar'

/** Full-width figures and letters folded, spaces trimmed; a dash, a slash or 无 alone is an empty cell. */
export function plainCell(text: string | undefined): string {
  const folded = (text ?? '')
    .normalize('NFKC')
    .replace(/[\u200b\ufeff]/g, '')
    .trim()
    // A quote before, or a formula of a text alone, keeps a spreadsheet from turning it into a number.
    .replace(/^'|^="(.*)"$/, '$1')
  return /^(?:[-–—/]+|无|空|暂无|null|none|nil|n\/?a)$/i.test(folded) ? '' : folded
}

/** The day before the first of a workbook's calendar; some count from 1904. */
export const dayZero = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) } as const
export type Calendar = keyof typeof dayZero
const DAY_MS = 86_400_000

function dayFrom(year: number, month: number, date: number): Day | null {
  const moment = new Date(Date.UTC(year, month - 1, date))
  const isReal =
    moment.getUTCFullYear() === year &&
    moment.getUTCMonth() === month - 1 &&
    moment.getUTCDate() === date
  return isReal ? moment.toISOString().slice(0, 10) : null
}

/** A day, and how it was written where that is worth a word. */
export interface ReadDay {
  day: Day
  from: 'text' | 'serial' | 'instant'
}

const asText = (day: Day | null): ReadDay | null => (day === null ? null : { day, from: 'text' })

/** A moment with its zone is the day that it was in Shanghai. */
function dayOfInstant(cell: string): ReadDay | null {
  const written =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i.exec(
      cell,
    )
  if (!written) return null
  const [, date = '', time = '', zone = ''] = written
  const offset = /^[a-z]/i.test(zone) ? 'Z' : zone.replace(/^(.\d{2}):?/, '$1:')
  const moment = new Date(`${date}T${time}${offset}`)
  return Number.isNaN(moment.getTime()) ? null : { day: dayOf(moment), from: 'instant' }
}

/**
 * A day as `2024/5/31`, `2024-05-31`, `2024.5.31`, `2024年5月31日`, `20240531`, with or without a time behind it, or
 * the serial number of a spreadsheet; a time with its zone, as the day in Shanghai. Null where it is none; a year of two
 * figures and a time that is none are not guessed.
 */
export function parseDay(cell: string, calendar: Calendar = 1900): ReadDay | null {
  const instant = dayOfInstant(cell)
  if (instant) return instant
  const plain = cell.replace(/\s*([年月日/.-])\s*/g, '$1')
  const written =
    /^(\d{4})([-/.年])(\d{1,2})([-/.月])(\d{1,2})日?(?:[ T]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(
      plain,
    )
  if (written) {
    const [, year, first, month, second, date] = written
    const isOneWay = first === '年' ? second === '月' : first === second
    return isOneWay ? asText(dayFrom(Number(year), Number(month), Number(date))) : null
  }
  const packed = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (packed) return asText(dayFrom(Number(packed[1]), Number(packed[2]), Number(packed[3])))
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(plain)
  if (!serial) return null
  const moment = new Date(dayZero[calendar] + Number(serial[1]) * DAY_MS)
  return { day: moment.toISOString().slice(0, 10), from: 'serial' }
}

export function parseYesNo(cell: string): boolean | null {
  if (/^(是|有|首贷|首贷户|y|yes|true|1|√|✓)$/i.test(cell)) return true
  return /^(否|非首贷|n|no|false|0|×)$/i.test(cell) ? false : null
}

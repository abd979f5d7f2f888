/** What a form says of an upload: answers by their questions, cells by their places, rows that are left. */
import { COLUMN_MEANS } from '../bank-file/bank-file'
import { cellKey, LIMITS, LINES_ABOVE } from './import-run'

export interface MendInput {
  answers: Record<string, string>
  /** By row and column index. */
  cells: Record<string, string>
  leave: number[]
  /** Cells and rows whose change is taken back. */
  takeBack: string[]
  /** Whether what was remembered is not used. */
  forget: boolean
}

export const QUESTION = 'q.'
export const CELL = 'c.'
/** What a column was read as when its form was made: only another choice is a word of the sender's. */
export const WAS = 'was.'

const NAME_MOST = 700
/** Of the rows of a whole file, as a text. */
const ROWS_MOST = 400_000

const rowIn = (text: string): number | null => {
  const row = /^\d{1,6}$/.test(text) ? Number(text) : 0
  return row > 0 && row <= LIMITS.rows + LINES_ABOVE ? row : null
}

function cellIn(text: string): string | null {
  const [row = '', index = ''] = text.split(':')
  const at = rowIn(row)
  return at !== null && /^\d{1,2}$/.test(index) && Number(index) < LIMITS.columns
    ? cellKey(at, Number(index))
    : null
}

/** Reads what was sent; what is not understood is not sent. */
export function readMending(fields: Iterable<[string, string]>): MendInput {
  const all = new Map(fields)
  const input: MendInput = { answers: {}, cells: {}, leave: [], takeBack: [], forget: false }
  for (const [name, text] of all) {
    if (name.length > NAME_MOST || text.length > (name === 'leave' ? ROWS_MOST : NAME_MOST))
      continue
    const about = name.slice(2)
    if (name.startsWith(QUESTION) && text !== '') {
      if (about.startsWith(`${COLUMN_MEANS}.`) && all.get(`${WAS}${about}`) === text) continue
      input.answers[about] = text
    } else if (name.startsWith(CELL)) {
      const key = cellIn(about)
      if (key !== null && text !== all.get(`${WAS}${name}`))
        input.cells[key] = text.trim().slice(0, LIMITS.cellCharacters)
    } else if (name === 'leave')
      input.leave.push(...text.split(' ').flatMap((one) => rowIn(one) ?? []))
    else if (name === 'takeBack') input.takeBack.push(text)
    else if (name === 'put') {
      // A button that puts a suggestion: `17:0=CODE`.
      const [place = '', ...rest] = text.split('=')
      const key = cellIn(place)
      if (key !== null) input.cells[key] = rest.join('=').slice(0, LIMITS.cellCharacters)
    } else if (name === 'forget') input.forget = true
  }
  return input
}

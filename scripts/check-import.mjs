/**
 * node scripts/check-import.mjs FILE: counts a ledger by itself, in plain JavaScript that shares nothing with the
 * import, and compares with what DATABASE_URL holds from imports. For a UTF-8 ledger in yuan with the usual headings.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'

const [file] = process.argv.slice(2)
const url = process.env.DATABASE_URL
if (!file || !url) {
  console.error('Usage: DATABASE_URL=… node scripts/check-import.mjs FILE')
  process.exit(1)
}

const bytes = readFileSync(file)
const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\ufeff/, '')

/** Cells of one line; quotes may hold commas, never a line break here. */
function cellsOf(line) {
  const cells = []
  const cell = /(?:"((?:[^"]|"")*)"|([^,]*))(,|$)/y
  for (;;) {
    const [, quoted, plain, end] = cell.exec(line)
    cells.push((quoted === undefined ? plain : quoted.replaceAll('""', '"')).trim())
    if (end === '') return cells
  }
}

const [headings, ...lines] = text
  .split(/\r?\n/)
  .filter((line) => line !== '')
  .map(cellsOf)
const at = (start) => headings.findIndex((heading) => heading.startsWith(start))
const columns = {
  code: at('统一社会信用代码'),
  financier: at('金融机构'),
  contract: at('合同编号'),
  grantedOn: at('授信日期'),
  granted: at('授信金额'),
  drawnOn: at('放款日期'),
  drawn: at('放款金额'),
}
const dayOf = (cell) => {
  const [year, month, day] = cell.split('/')
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
const fenOf = (cell) => {
  const [whole, decimals = ''] = cell.replaceAll(',', '').split('.')
  return BigInt(whole + decimals.padEnd(2, '0'))
}

const years = new Map()
const companies = new Set()
const financiers = new Set()
const seen = new Set()
let left = 0

function add(rung, cells, on, fen) {
  const key = [cells[columns.financier], cells[columns.contract], rung, on, fen].join('\u0001')
  if (seen.has(key)) return
  seen.add(key)
  const year = `${on.slice(0, 4)} ${rung}`
  const sum = years.get(year) ?? { rows: 0, fen: 0n, codes: new Set() }
  sum.rows++
  sum.fen += fen
  sum.codes.add(cells[columns.code])
  years.set(year, sum)
}

for (const cells of lines) {
  const hasDay = cells[columns.drawnOn] !== ''
  const hasAmount = cells[columns.drawn] !== ''
  if (cells[columns.financier] === '' || hasDay !== hasAmount) {
    left++
    continue
  }
  companies.add(cells[columns.code])
  financiers.add(cells[columns.financier])
  add(5, cells, dayOf(cells[columns.grantedOn]), fenOf(cells[columns.granted]))
  if (hasDay) add(6, cells, dayOf(cells[columns.drawnOn]), fenOf(cells[columns.drawn]))
}

const client = new pg.Client({ connectionString: url })
await client.connect()
const { rows } = await client.query(`
  select extract(year from happened_on)::int || ' ' || rung as year, count(*)::int as rows,
         sum(amount_fen)::text as fen, count(distinct company_id)::int as codes
  from service where source = 'import' group by 1 order by 1`)
const {
  rows: [all],
} = await client.query(`
  select count(distinct company_id)::int as companies, count(distinct financier_id)::int as financiers
  from service where source = 'import'`)
await client.end()

let differences = 0
function compare(name, counted, stored) {
  const isSame = String(counted) === String(stored)
  if (!isSame) differences++
  console.log(
    `${isSame ? ' ' : '≠'} ${name.padEnd(28)} ${String(counted).padStart(16)} ${String(stored).padStart(16)}`,
  )
}

console.log(`${lines.length} rows, ${left} not to be taken; counted here, and in the database:`)
compare('companies', companies.size, all.companies)
compare('financiers', financiers.size, all.financiers)
const stored = new Map(rows.map((row) => [row.year, row]))
for (const year of [...new Set([...years.keys(), ...stored.keys()])].sort()) {
  const [name, rung] = year.split(' ')
  const what = rung === '5' ? 'granted' : 'drawn'
  const own = years.get(year)
  const theirs = stored.get(year)
  compare(`${name} ${what}, companies`, own?.codes.size ?? 0, theirs?.codes ?? 0)
  compare(`${name} ${what}, company-times`, own?.rows ?? 0, theirs?.rows ?? 0)
  compare(`${name} ${what}, fen`, own?.fen ?? 0, theirs?.fen ?? 0)
}
console.log(differences === 0 ? 'Everything agrees.' : `${differences} figures differ.`)
process.exit(differences === 0 ? 0 : 1)

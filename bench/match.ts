import { parseArgs } from 'node:util'
import { Disagreement } from './match/measure'
import { benchEligible } from './match/eligible'
import { keepRows, printRow, type Row } from './row'

/**
 * Matching at the size of a large city, each work beside its peers in the same run on the same rows. Every variant must give
 * the same answers; `--small` asks for nothing else.
 */
const { values } = parseArgs({
  options: { json: { type: 'string' }, small: { type: 'boolean', default: false } },
})
const { small } = values
const count = small ? { needs: 5_000, products: 400 } : { needs: 1_000_000, products: 20_000 }

const rows: Row[] = []
async function work(name: string, measure: () => Promise<Row[]>): Promise<void> {
  console.log(name)
  const found = await measure()
  found.forEach(printRow)
  rows.push(...found)
}
await work('need → all eligible products', () => benchEligible(count, small))
keepRows(rows, values.json)

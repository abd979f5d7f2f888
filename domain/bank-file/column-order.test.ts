import { readdirSync, readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { moneyUnits } from './bank-file'
import { Interview } from './interview'
import { readBankFile } from './read-bank-file'
import { asked, code } from '../testing/bank-files/reading'

const folder = 'domain/testing/bank-files'
const files = readdirSync(folder).filter((name) => name.endsWith('.csv'))

async function readLines(lines: readonly string[][]) {
  const text = lines.map((cells) => cells.join(',')).join('\n')
  const interview = new Interview({ unit: '万元', twins: 'two-drawings' })
  const result = await readBankFile(
    () => Readable.from([Buffer.from(text)]),
    '2024-07-12',
    interview,
  )
  if (!result.ok) return result
  const { rows, problems, notes, count } = result.file
  return {
    rows,
    problems,
    notes: notes.toSorted((a, b) => a.row - b.row),
    count,
    open: interview.open,
  }
}

describe.each(files)('%s', (name) => {
  const lines = readFileSync(`${folder}/${name}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(','))
  const width = Math.max(...lines.map((cells) => cells.length))

  test('reads the same in any order of its columns', async () => {
    const right = await readLines(lines)
    const columns = Array.from({ length: width }, (_, at) => at)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(columns, { minLength: width, maxLength: width }),
        async (order) => {
          const shuffled = lines.map((cells) =>
            cells.length < width ? cells : order.map((at) => cells[at] ?? ''),
          )
          expect(await readLines(shuffled)).toEqual(right)
        },
      ),
      { numRuns: 20 },
    )
  })
})

test('whatever units stand in heading, cell and above the table, an amount is exact or asked', async () => {
  const unit = fc.option(fc.constantFrom(...moneyUnits))
  await fc.assert(
    fc.asyncProperty(
      unit,
      unit,
      unit,
      fc.integer({ min: 1, max: 9_999 }),
      async (above, heading, cell, digits) => {
        const lines = [
          ...(above ? [`单位：${above}`] : []),
          `统一社会信用代码,金融机构,融资方式,合同编号,授信日期,授信金额${heading ? `（${heading}）` : ''}`,
          `${code(1)},渭水银行,信用贷款,HT-1,2024-05-06,${digits}${cell ?? ''}`,
        ]
        const { questions, rows } = await asked({}, ...lines)
        const said = new Set([above, heading, cell].filter((one) => one !== null))
        // One unit, however often it is said, is read; none or two are asked.
        expect(questions.length).toBe(said.size === 1 ? 0 : 1)
        const [only] = said
        const yuan = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8 }
        if (said.size === 1 && only) expect(rows[0]?.granted?.fen).toBe(digits * yuan[only] * 100)
        else expect(rows).toEqual([])
      },
    ),
    { numRuns: 200 },
  )
})

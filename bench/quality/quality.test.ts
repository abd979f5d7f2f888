import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gainOf, intervalOf, scoreOf } from './score'

let folder = ''
const at = (name: string) => join(folder, name)

/** Banks of three states, each lending to its own trade. */
function lines(kind: string, months: string[]): string[] {
  return months.flatMap((month, block) =>
    Array.from({ length: 45 }, (_, row) => {
      const bank = row % 9
      const line = {
        id: `${kind}${block}-${row}`,
        borrower: `B${kind}${block}-${row}`,
        month,
        naics: `${1 + Math.floor(bank / 3)}11110`,
        sector: `${1 + Math.floor(bank / 3)}1`,
        state: ['AA', 'BB', 'CC'][bank % 3],
        city: null,
        zip3: `10${bank % 3}`,
        amount_usd: row % 7 === 0 ? null : 1000 * (row + 1),
        term_months: 60,
        employees: row,
        new_business: null,
        lowdoc: row % 2 === 0,
        prior_financiers: row === 0 ? ['L9'] : [],
        financiers: [`L${bank}`],
        new_financiers: [`L${bank}`],
      }
      return JSON.stringify(line)
    }),
  )
}

function bench(...words: string[]): { code: number; text: string } {
  try {
    const text = execFileSync(
      process.execPath,
      ['--import', './node_modules/tsx/dist/loader.mjs', 'bench/quality.ts', ...words],
      { encoding: 'utf8', stdio: 'pipe' },
    )
    return { code: 0, text }
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string }
    return { code: status, text: stderr.trim() }
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kerong-quality-'))
  writeFileSync(at('one.jsonl'), lines('a', ['1997-01', '1997-02']).join('\n'))
  writeFileSync(at('two.jsonl.gz'), gzipSync(lines('b', ['1997-03']).join('\n')))
  writeFileSync(at('needs.jsonl'), `${lines('d', ['1997-05', '1997-04']).join('\n')}\n`)
  writeFileSync(at('banks.jsonl'), '{"id":"L0","state":"AA"}\n{"id":"L1","state":null}\n')
  writeFileSync(at('broken.jsonl'), `${lines('a', ['1997-01'])[0]}\n{"id":\n`)
  writeFileSync(at('empty.jsonl'), '\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the command', () => {
  const words = () => [
    ...['--task', 'debt97', '--history', `${at('one.jsonl')},${at('two.jsonl.gz')}`],
    ...['--needs', at('needs.jsonl'), '--financiers', at('banks.jsonl')],
    ...['--out', at('out.jsonl'), '--json', at('rows.json')],
  ]

  test('ranks every need in time order, scores itself and writes the same bytes again', () => {
    const { code, text } = bench(...words())
    expect(code).toBe(0)
    expect(text).toContain('hit@10')
    const bytes = readFileSync(at('out.jsonl'), 'utf8')
    const out = bytes
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; ranking: string[] })
    expect(out).toHaveLength(90)
    expect(out[0]?.id).toBe('d1-0')
    for (const { id, ranking } of out) {
      expect(new Set(ranking).size).toBe(9)
      expect(ranking[0]).toBe(`L${Number(id.split('-')[1]) % 9}`)
    }
    const rows = JSON.parse(readFileSync(at('rows.json'), 'utf8')) as {
      work: string
      ok: boolean
    }[]
    expect(rows.map(({ work }) => work)).toContain('debt97 MRR')
    expect(bench(...words()).code).toBe(0)
    expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(bytes)
  }, 60_000)

  test.each([
    ['--task', 'nothing', /^Name a task, --task equity or debt97/],
    ['--task', 'constructor', /^Name a task/],
    ['--history', 'nowhere.jsonl', /^There is no file nowhere.jsonl/],
    ['--history', 'broken', /broken.jsonl, line 2: the whole line .* mend or remove the line[.]$/],
    ['--history', 'empty', /holds no deal with a financier/],
    ['--needs', 'empty', /holds no need/],
    ['--financiers', 'one.gz', /There is no file/],
    ['--colour', 'red', /^Say it as: npm run bench/],
  ])(
    '%s %s stops with one sentence',
    (option, value, sentence) => {
      const file = value === 'broken' || value === 'empty' ? at(`${value}.jsonl`) : value
      const { code, text } = bench(...words(), option, file)
      expect(code).toBe(2)
      expect(text).toMatch(sentence)
      expect(text.split('\n')).toHaveLength(1)
    },
    30_000,
  )
})

test('a ranking is scored by the first, the first ten and the first fifty', () => {
  expect(scoreOf(['a', 'b', 'c'], ['b'])).toEqual({
    'hit@10': 1,
    'recall@50': 1,
    MRR: 0.5,
    'NDCG@10': 1 / Math.log2(3),
  })
  expect(scoreOf(['a'], ['b', 'c'])['recall@50']).toBe(0)
  const long = Array.from({ length: 120 }, (_, place) => `f${place}`)
  expect(scoreOf(long, ['f10'])['hit@10']).toBe(0)
  expect(scoreOf(long, ['f110']).MRR).toBe(0)
})

test('an interval holds its mean; a gain that is the same everywhere is sure, none is not', () => {
  const values = Array.from({ length: 200 }, (_, place) => place % 2)
  const { mean, low, high } = intervalOf(values, 1)
  expect(mean).toBe(0.5)
  expect(low).toBeLessThan(0.5)
  expect(high).toBeGreaterThan(0.5)
  expect(
    gainOf(
      values.map((value) => value + 0.1),
      values,
      1,
    ).p,
  ).toBeLessThan(0.001)
  expect(gainOf(values, [...values].reverse(), 1).p).toBeGreaterThan(0.1)
})

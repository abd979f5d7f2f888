import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { statesOf, table } from './states'
import { besideTheTables, toCome } from './states-beside'

const domain = import.meta.dirname

/** What several verbs share, and what the clock does without a row of its own. */
const parts = new Set([
  'bank-file/move-code',
  'introduction/move-introduction',
  'ledger/answer-service',
  'match/dry-run-product',
  'match/judge-needs',
  'match/judge-pairs',
  'match/renew-records',
  'moves/end-need',
  'doubt/move-doubt',
  'moves/end-talk',
  'need/move-by-clock',
  'need/move-open-amount',
  'need/review-need',
  'offer/move-offer',
  'organisation/move-organisation',
  'product/move-product',
  'product/price-product',
  'register/move-entry',
  'request/move-request',
])

const files = readdirSync(domain, { withFileTypes: true })
  .filter((folder) => folder.isDirectory() && folder.name !== 'testing')
  .flatMap((folder) =>
    readdirSync(join(domain, folder.name))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => `${folder.name}/${basename(name, '.ts')}`),
  )
const textOf = (file: string) => readFileSync(join(domain, `${file}.ts`), 'utf8')
const nameOf = (file: string) => file.slice(file.indexOf('/') + 1)
/** It opens a transaction, or hands a verb's work to the file its kind shares. */
const writes = (file: string) =>
  /\b(transact|move[A-Z]\w+|reviewNeed|endNeed|answerService|takeConsentBack)[(<]/.test(
    textOf(file),
  )
const verbFiles = files.filter((file) => writes(file) && !parts.has(file))
const camel = (verb: string) =>
  verb.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())

test('every verb there is stands in the tables, among those to come, or beside them', () => {
  const named = new Set<string>([
    ...table.map(({ verb }) => verb),
    ...toCome.map(({ verb }) => verb),
    ...besideTheTables,
  ])
  expect(verbFiles.filter((file) => !named.has(nameOf(file)))).toEqual([])
})

test('every verb of the tables and beside them is a file that exports it', () => {
  const verbs = new Set<string>([...table.map(({ verb }) => verb), ...besideTheTables])
  const exporting = (verb: string) =>
    verbFiles.filter(
      (file) =>
        nameOf(file) === verb &&
        new RegExp(`^export (async )?function ${camel(verb)}\\b`, 'm').test(textOf(file)),
    )
  expect([...verbs].filter((verb) => exporting(verb).length !== 1)).toEqual([])
})

test('no verb to come stands in the tables already', () => {
  const tabled = new Set(table.map(({ verb }) => verb))
  expect(toCome.filter(({ verb }) => tabled.has(verb))).toEqual([])
})

test('the tables speak of states that there are', () => {
  for (const { noun, verb, from, to } of table) {
    const states: readonly string[] = statesOf[noun]
    for (const state of from) expect(['none', ...states], verb).toContain(state)
    expect(['same', 'gone', ...states], verb).toContain(to)
  }
})

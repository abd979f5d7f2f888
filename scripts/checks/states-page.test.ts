import { expect, test } from 'vitest'
import type { Move } from '../../domain/states'
import { compareStates, faultsInMarks, readStatesPage } from './states-page'

const heads = '| from | verb | who | to | comes with |\n| --- | --- | --- | --- | --- |'
const rows = {
  start: '| – | `start-need` | company, also applied | `draft`: only its own | |',
  save: '| `draft` · `returned` | `save-need`, a step | company, also applied | *same* | |',
  amend: '| *in talk* | `amend-need` | company · verifier of the city | `published` | |',
  remind: '| *in talk* | `step-in` | verifier | *same* | Talks |',
}
const page = ({ start, save, amend, remind }: typeof rows, beside = '`sign-in`') =>
  readStatesPage(
    `# States\n\n## Need\n\n*in talk*: \`in-review\` · \`published\`\n\n${heads}\n${start}\n${save}\n${amend}\n${remind}\n
## Month\n\n${heads}\n| a month that ended | \`publish-month\` | clock | published | Totals |\n
## Beside the tables\n\nA person's own: ${beside}\n`,
  )

const applicant = { audience: 'company', also: ['applied'] } as const
const move = (verb: string, from: string[], by: Move['by'], to: string): Move => ({
  noun: 'need',
  verb,
  from,
  to,
  by,
  events: [],
})
const table = [
  move('start-need', ['none'], [applicant], 'draft'),
  move('save-need', ['draft'], [applicant], 'same'),
  move('save-need', ['returned'], [applicant], 'same'),
  move(
    'amend-need',
    ['in-review', 'published'],
    [{ audience: 'company' }, { audience: 'official', duty: 'verifier', wholeCity: true }],
    'published',
  ),
]
const toCome = [{ noun: 'need', verb: 'step-in', why: '' }] as const
const compare = (states = page(rows), moves: Move[] = table) =>
  compareStates(states, { table: moves, nouns: ['need'], toCome, beside: ['sign-in'] })

test('a page and a table that agree have no faults, however they gather their rows', () => {
  expect(page(rows).faults).toEqual([])
  expect(compare()).toEqual([])
})

test.each([
  [
    'from other states',
    { save: '| `draft` | `save-need` | company, also applied | *same* | |' },
    [
      'domain/states.ts has save-need of need by company, also applied from returned to same: docs/states.md has not',
    ],
  ],
  [
    'for another role',
    { start: '| – | `start-need` | company | `draft` | |' },
    [
      'docs/states.md:9 has start-need of need by company from none to draft: domain/states.ts has not',
      'domain/states.ts has start-need of need by company, also applied from none to draft: docs/states.md has not',
    ],
  ],
  [
    'to another state',
    { start: '| – | `start-need` | company, also applied | `returned` | |' },
    [
      'docs/states.md:9 has start-need of need by company, also applied from none to returned: domain/states.ts has not',
      'domain/states.ts has start-need of need by company, also applied from none to draft: docs/states.md has not',
    ],
  ],
  [
    'as to come that is there',
    { remind: '| `draft` | `save-need` | company, also applied | *same* | Talks |' },
    [
      'docs/states.md:12 has save-need to come: it is in domain/states.ts',
      'domain/states.ts has step-in of need to come: docs/states.md has not',
    ],
  ],
  [
    'as behaviour that is to come',
    { remind: '| *in talk* | `step-in` | verifier | *same* | |' },
    [
      'docs/states.md:12 has step-in of need by verifier from in-review, published to same: domain/states.ts has not',
      'domain/states.ts has step-in of need to come: docs/states.md has not',
    ],
  ],
])('a row %s is found', (_name, changed, faults) => {
  expect(compare(page({ ...rows, ...changed }))).toEqual(faults)
})

test('a row that only one of the two has is found', () => {
  const start = 'start-need of need by company, also applied from none to draft'
  expect(compare(page(rows), table.slice(1))).toEqual([
    `docs/states.md:9 has ${start}: domain/states.ts has not`,
  ])
  expect(compare(page({ ...rows, start: rows.save }))).toEqual([
    `domain/states.ts has ${start}: docs/states.md has not`,
  ])
})

test('a section of no noun may only tell of what is to come', () => {
  const states = page(rows)
  expect(compareStates(states, { table: [], nouns: [], toCome: [], beside: ['sign-in'] })).toEqual(
    [9, 10, 11].map(
      (line) => `docs/states.md:${line} stands under need, no noun of domain/states.ts`,
    ),
  )
})

test('verbs beside the tables are the same on both sides', () => {
  expect(compare(page(rows, '`sign-in` · `save-view`'))).toEqual([
    'docs/states.md has save-view beside the tables: domain/states.ts has not',
  ])
  expect(compare(page(rows, 'nothing'))).toEqual([
    'domain/states.ts has sign-in beside the tables: docs/states.md has not',
  ])
})

test.each([
  ['prose for a state', { save: '| a draft | `save-need` | company | *same* | |' }, 10],
  ['a name that no line explains', { amend: '| *live* | `amend-need` | company | *same* | |' }, 11],
  ['no state that it enters', { save: '| `draft` | `save-need` | company | the same | |' }, 10],
  ['no verb', { start: '| – | start-need | company | `draft` | |' }, 9],
  ['an issue that is none', { remind: '| `draft` | `step-in` | verifier | *same* | Tales |' }, 12],
])('a row with %s is said, with its line', (_name, changed, line) => {
  const { faults } = page({ ...rows, ...changed })
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(`docs/states.md:${line} `)
})

test('a mark that is no issue is found, a link is none', () => {
  const markdown = 'So [Talks].\nAnd [Tales], as [states](states.md) says [Promises kept].\n'
  expect(faultsInMarks('docs/domain.md', markdown)).toEqual([
    'docs/domain.md:2 is marked [Tales], which is no issue',
  ])
})

import { expect, test } from 'vitest'
import { anchorsOf, citationsOf, faultsIn, pagesCitedIn, type Source } from './citations'

const files = [
  'README.md',
  'docs/parts.md',
  'docs/decisions/0009-what-was-open.md',
  'domain/need/need.ts',
  'domain/need/submit-need.ts',
  'domain/need/queries.ts',
  'domain/offer/queries.ts',
  'components/ui/rich.tsx',
  'components/ui/link.client.tsx',
  'messages/en/ui.json',
  'app/[locale]/(public)/page.tsx',
  'app/[locale]/[...rest]/page.tsx',
  'app/[locale]/company/needs/[id]/page.tsx',
  'app/api/v1/totals/route.ts',
]
const folders = files.flatMap((file) => {
  const parts = file.split('/').slice(0, -1)
  return parts.map((_, place) => `${parts.slice(0, place + 1).join('/')}/`)
})
const names = ['submitNeed', 'PageHead', 'title', 'DATABASE_URL']
const source: Source = {
  paths: new Set([...files, ...folders]),
  made: ['.data'],
  names: new Set(names),
  words: new Set([...names, 'submit-need', 'need.submitted', 'headline', 'need_index']),
  tables: new Map([['need_index', new Set(['renew_on'])]]),
  scripts: ['verify', 'start'],
  packages: ['next'],
  anchors: new Map([['docs/parts.md', anchorsOf('# The parts\n\n## 5. Rows & figures 家次\n')]]),
}
const faults = (markdown: string) => faultsIn('docs/parts.md', citationsOf(markdown), source)

test.each([
  ['a file', '`domain/need/need.ts`'],
  ['a file by its name alone', '`submit-need.ts`'],
  ['a file by the end of its path, without its ending', '`ui/rich`, `ui/link.client`'],
  ['what several files end with', '`.client.tsx`'],
  ['a folder', '`components/`, `domain/need`, `ui/`'],
  ['files by a pattern', '`messages/<language>/ui.json`, `domain/*/queries.ts`'],
  ['a decision by its number', '`decisions/0009`'],
  ['what is made while it runs', '`.data/pg18`'],
  ['a package', '`next/navigation`'],
  ['a name', '`submitNeed(title)`, `PageHead` `headline`'],
  ['a verb and an event', '`submit-need`, `need.submitted`'],
  ['a column', '`need_index.renew_on`'],
  ['a variable and a script', '`DATABASE_URL`, `npm run verify -- -- x`, `npm start`'],
  ['an address', '`/api/v1/totals?from=2024-01`, `/company/needs/[id]`, `/`'],
  ['what is elsewhere or left open', '`https://kerong.example/Gone`, `a@b.example`, `Gone …`'],
  [
    'a link',
    '[parts](parts.md#5-rows--figures-家次), [up](../README.md), [web](https://x.example)',
  ],
  ['a link in the page', '[below](#the-parts)'],
  ['a sample', '```ts\nconst title = submitNeed() // PageHeads are no name\n```'],
  ['a house', 'The house:\n\n    domain/   nouns\n    npm run verify   # all'],
])('%s that is there is no fault', (_name, markdown) => {
  expect(faults(markdown)).toEqual([])
})

test.each([
  ['a file', '`domain/need/gone.ts`', 'domain/need/gone.ts, which is not there'],
  [
    'a file that moved',
    '`domain/offer/submit-need.ts`',
    'domain/offer/submit-need.ts, which is not there (domain/need/submit-need.ts?)',
  ],
  ['a file by its name alone', '`gone.ts`', 'gone.ts, which is not there'],
  [
    'one of two files',
    '`queries.ts`',
    'queries.ts, which may be domain/need/queries.ts or domain/offer/queries.ts',
  ],
  ['a folder', '`domain/service/`', 'domain/service/, which is not there'],
  ['a pattern', '`domain/*/gone.ts`', 'domain/*/gone.ts, which is not there'],
  ['a decision', '`decisions/0010`', 'decisions/0010, which is not there'],
  ['a link', '[gone](decisions/gone.md)', 'docs/decisions/gone.md, which is not there'],
  ['a heading', '[gone](parts.md#gone)', '#gone, which is no heading of docs/parts.md'],
  ['a component', '`<MoneyText fen>`', 'MoneyText, which no source defines'],
  ['a function', '`publishNeed`', 'publishNeed, which no source defines'],
  ['a verb', '`publish-need`', 'publish-need, which no source knows'],
  ['a variable', '`GONE_URL`', 'GONE_URL, which no source knows'],
  [
    'a column',
    '`need_index.gone_on`',
    'need_index.gone_on, and the table need_index has no such column',
  ],
  ['a script', '`npm run gone`', 'npm run gone, which package.json lacks'],
  ['an address', '`/gone`', '/gone, which no page or handler answers'],
  ['a name in a sample', '```tsx\n<Gone title />\n```', 'Gone, which no source defines'],
  ['a folder of a house', 'So:\n\n    gone/  nothing', 'gone/, which is not there'],
  ['a script of a house', 'So:\n\n    npm run gone', 'npm run gone, which package.json lacks'],
])('%s that is not there is found', (_name, markdown, fault) => {
  const line = markdown.includes('\n') ? (markdown.startsWith('`') ? 2 : 3) : 1
  expect(faults(markdown)).toEqual([`docs/parts.md:${line} cites ${fault}`])
})

test('a citation has the line it begins in, over a break and behind a sample', () => {
  const markdown = 'One\n\n```ts\nx\n```\n\nsays `npm run\ngone` and `Gone`'
  expect(faults(markdown)).toEqual([
    'docs/parts.md:7 cites npm run gone, which package.json lacks',
    'docs/parts.md:8 cites Gone, which no source defines',
  ])
})

test('a line that is left out cites nothing', () => {
  expect(citationsOf('`a`\n`b`\n`c`', new Set([2])).map(({ text }) => text)).toEqual(['a', 'c'])
})

test('a page that a comment names is held too', () => {
  const cited = pagesCitedIn('/** See docs/parts.md. */\n// and docs/gone.md\n')
  expect(faultsIn('domain/need/need.ts', cited, source)).toEqual([
    'domain/need/need.ts:2 cites docs/gone.md, which is not there',
  ])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contextsIn, faultsOf } from './door-faults'
import type { Door } from './door'
import { doors, keepers } from './doors'
import { doorsIn, readSource } from './read-doors'

const isSource = (path: string) => /[.][jt]sx?$/.test(path) && !/[.]test[.]/.test(path)
const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(isSource)
const read = (path: string) => readFileSync(path, 'utf8')

const sources = below('app').map((file) => ({ file, text: read(join('app', file)) }))
const found = sources.flatMap(({ file, text }) =>
  doorsIn(file, text).map((door) => ({ file, ...door })),
)
const addressOf = ({ kind, file, name }: Pick<Door, 'kind' | 'file' | 'name'>) =>
  `${kind} ${file} ${name}`

test('every page, handler and server action stands in doors.ts, and nothing that is gone', () => {
  expect(doors.map(addressOf).toSorted()).toEqual(found.map(addressOf).toSorted())
})

test('no server action stands outside app/', () => {
  const others = ['components', 'db', 'domain', 'jobs', 'messages', 'ports'].flatMap((folder) =>
    below(folder).map((file) => join(folder, file)),
  )
  const asking = others.filter((path) => read(path).includes('use server'))
  expect(asking.flatMap((path) => doorsIn(path, read(path)).map(({ name }) => name))).toEqual([])
})

test('every door begins with the context of its audience, and an act gives its form', () => {
  const faults = found.flatMap((one) => {
    const listed = doors.find((door) => addressOf(door) === addressOf(one))
    return listed ? faultsOf(listed, one).map((fault) => `${addressOf(one)} ${fault}`) : []
  })
  expect(faults).toEqual([])
})

test('what reads on without use is the page on a wall alone', () => {
  const users = sources.filter(({ text }) => text.includes('wallContext'))
  expect(users.map(({ file }) => file).toSorted()).toEqual(['[locale]/wall/page.tsx', 'session.ts'])
})

/** Whose folder a file stands in; the public's has pages that ask for nothing, too. */
const audienceOfFolder = (file: string) =>
  /^\[locale\]\/(company|financier|official)\//.exec(file)?.[1] ??
  (file.startsWith('[locale]/account/') ? 'member' : undefined)

test('what stands in the folder of an audience is for that audience alone', () => {
  const inFolders = doors.filter(({ file }) => audienceOfFolder(file) !== undefined)
  expect(inFolders.length).toBeGreaterThan(80)
  expect(inFolders.filter(({ file, audience }) => audience !== audienceOfFolder(file))).toEqual([])
})

test('no part of a page asks for the context of another audience than that of its folder', () => {
  const strange = sources.flatMap(({ file, text }) => {
    const source = readSource(file, text)
    return contextsIn(source.file, source)
      .filter(({ of }) => of !== (audienceOfFolder(file) ?? of))
      .map(({ of }) => `${file} asks for the context of ${of}`)
  })
  expect(strange).toEqual([])
})

test.each(doors.filter(({ isQuiet }) => isQuiet))(
  '$file calls nothing that writes, but for the verb that keeps its draft',
  ({ file, name }) => {
    const called = [...read(join('app', file)).matchAll(/from '@[/](domain[/].+)'/g)]
    const writing = called
      .map(([, path]) => path)
      .filter((path) => /\btransact\(|[.](insert|update|delete)\(/.test(read(`${path}.ts`)))
    expect(writing).toEqual(Object.hasOwn(keepers, name) ? [keepers[name]] : [])
  },
)

const session = `import { contextFor, contextForMember, currentActor, publicContext } from '@/app/session'\n`

describe('the reader of doors', () => {
  test.each([
    ['a page', 'a/page.tsx', 'export default async function Page() {}', ['page page']],
    [
      'a page named below',
      'a/page.tsx',
      'const Page = () => null\nexport default Page',
      ['page page'],
    ],
    ['a handler', 'a/route.ts', 'export async function GET() {}', ['handler GET']],
    ['a handler in a constant', 'a/route.ts', 'export const POST = () => {}', ['handler POST']],
    [
      'handlers under other names',
      'a/route.ts',
      'function one() {}\nexport { one as PUT, one as HEAD }\nexport const dynamic = 1',
      ['handler PUT', 'handler HEAD'],
    ],
    ['what is given on', 'a/route.ts', `export * from './b'`, ['handler *']],
    ['actions', 'a/b-action.tsx', `'use server'\nexport async function a() {}`, ['action a']],
    [
      'actions in constants, by default and given on',
      'a.ts',
      `'use strict'\n'use server'\nexport const a = async () => {}\nexport default async () => {}\nexport { b } from './b'\nexport type C = 1`,
      ['action a', 'action default', 'action b'],
    ],
    [
      'an action inside a page',
      'a/page.tsx',
      `export default function Page() {\n  async function save() {\n    'use server'\n  }\n  return <form action={save} />\n}`,
      ['page page', 'action save'],
    ],
    [
      'actions in a component',
      'a/card.tsx',
      `const a = async () => {\n  'use server'\n}\nuse(async () => {\n  'use server'\n})`,
      ['action a', 'action without a name'],
    ],
    ['what Next serves for its name', 'sitemap.ts', 'export default () => []', ['handler default']],
    ['no door', 'a/card.tsx', `export const text = 'use server'`, []],
  ])('sees %s', (_name, path, text, expected) => {
    expect(doorsIn(path, text).map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected)
  })
})

const page = (...lines: string[]) =>
  `${session}export default async function Page({ params }) {\n${lines.join('\n')}\n}`
const act = (...lines: string[]) =>
  `'use server'\n${session}export async function act(id: string, form: FormData) {\n${lines.join('\n')}\n}`

function faultsIn(text: string, audience: Door['audience'], isQuiet = false) {
  const isPage = text.includes('export default')
  const [one] = doorsIn(isPage ? 'page.tsx' : 'actions.ts', text)
  return faultsOf({ kind: isPage ? 'page' : 'action', audience, isQuiet }, one!)
}
const mine = `const context = await contextFor('company')`
const withForm = `const context = await contextFor('company', form)`

describe('a door that begins as it should', () => {
  test.each<[string, string, Door['audience'], boolean?]>([
    ['a page', page(mine, 'return read(context)'), 'company'],
    ['a page of every member', page('await contextForMember()'), 'member'],
    ['after its address', page('const { id } = await params', mine), 'company'],
    [
      'beside its words',
      page(`const [t, c] = await Promise.all([getTranslations('a'), contextFor('company')])`),
      'company',
    ],
    ['an act', act(withForm, 'return done(await save(context, id))'), 'company'],
    [
      'an act in one line',
      act(`return done(await save(await contextFor('company', form)))`),
      'company',
    ],
    ['a public one', act('await save(publicContext())'), 'public'],
    [
      'a public one, by a part',
      `${session}const read = () => find(publicContext())\nexport default async function Page() { return read() }`,
      'public',
    ],
    ['one of anyone', page('const actor = await currentActor()'), 'anyone'],
    ['a quiet one', act('if ((await currentActor()) === null) return null', mine), 'company', true],
  ])('%s', (_name, text, audience, isQuiet) => {
    expect(faultsIn(text, audience, isQuiet)).toEqual([])
  })
})

describe('a door that does not is found', () => {
  test.each<[string, string, Door['audience'], string[], boolean?]>([
    ['asks nobody', page('return read()'), 'company', ['asks for no context itself']],
    [
      'asks as somebody else',
      page(`await contextFor('official')`),
      'company',
      ['asks for the context of official'],
    ],
    [
      'asks as everybody',
      page('await contextForMember()'),
      'company',
      ['asks for the context of member'],
    ],
    [
      'asks as who the address says',
      page('await contextFor(params.audience)'),
      'company',
      ['asks for the context of ?'],
    ],
    [
      'asks as the public besides',
      page(mine, 'return read(publicContext())'),
      'company',
      ['asks for the context of public'],
    ],
    [
      'asks with a function of its own',
      page(mine).replace('@/app/session', './session'),
      'company',
      ['asks for no context itself'],
    ],
    [
      'leaves the asking to a part of it',
      `${session}const mine = () => contextFor('company')\nexport default async function Page() { await mine() }`,
      'company',
      ['asks for no context itself'],
    ],
    [
      'reads first',
      page('const rows = await listRows()', mine),
      'company',
      ['waits for listRows() before its context'],
    ],
    [
      'reads at the same time',
      page(`await Promise.all([listRows(), contextFor('company')])`),
      'company',
      ['goes on before it has its context'],
    ],
    [
      'does not wait',
      page(`contextFor('company')`),
      'company',
      ['goes on before it has its context'],
    ],
    [
      'answers some without',
      page('if (params.open) return read()', mine),
      'company',
      ['answers before its context'],
    ],
    [
      'asks some only',
      page(`if (params.open) await contextFor('company')`),
      'company',
      ['asks for its context only sometimes'],
    ],
    [
      'swallows who may not',
      page(`try { await contextFor('company') } catch {}`),
      'company',
      ['asks for its context only sometimes'],
    ],
    [
      'keeps its form to itself',
      act(`await save(await contextFor('company'))`),
      'company',
      ['does not give its form'],
    ],
    [
      'gives another form',
      act(`await save(await contextFor('company', new FormData()))`),
      'company',
      ['does not give its form'],
    ],
    [
      'keeps the form of a member',
      act('await contextForMember()'),
      'member',
      ['does not give its form'],
    ],
    [
      'gives a form to read',
      act(`await contextFor('company', form)`),
      'company',
      ['gives a form and is no act'],
      true,
    ],
    [
      'is quiet and answers something',
      act('if (!(await currentActor())) return read()', mine),
      'company',
      ['answers before its context'],
      true,
    ],
    ['is public and says nothing of it', act('await save()'), 'public', ['asks for no context']],
    [
      'is for anyone and reads as the public',
      page('read(publicContext())'),
      'anyone',
      ['asks for the context of public'],
    ],
    [
      'comes from another file',
      `'use server'\nexport { act } from './act'`,
      'company',
      ['is given on from elsewhere'],
    ],
  ])('it %s', (_name, text, audience, faults, isQuiet) => {
    expect(faultsIn(text, audience, isQuiet)).toEqual(faults)
  })
})

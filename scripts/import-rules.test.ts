import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { afterAll, beforeAll, expect, test } from 'vitest'

const config = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as {
  forbidden: NonNullable<IFlattenedRuleSet['forbidden']>
}

/** For each rule a file and the import that offends against it. */
const offences: Record<string, [from: string, to: string]> = {
  'no-cycle': ['domain/need/queries.ts', 'domain/need/submit-need.ts'],
  'rooms-stand-in-order': ['domain/need/save-need.ts', 'domain/match/judge-needs.ts'],
  'no-missing': ['domain/need/save-need.ts', 'domain/need/nowhere.ts'],
  'noun-is-pure': ['domain/need/need.ts', 'domain/need/save-need.ts'],
  'domain-stands-alone': ['domain/offer/make-offer.ts', 'components/ui/button.tsx'],
  'looks-know-nouns-only': ['components/need/need-card.tsx', 'domain/need/discard-need.ts'],
  'looks-reach-no-database': ['components/need/need-list.tsx', 'domain/product/product.ts'],
  'doors-ask-the-domain': ['app/[locale]/company/page.tsx', 'db/client.ts'],
  'jobs-ask-the-domain': ['jobs/jobs.ts', 'db/schema/offer.ts'],
  'process-knows-next-alone': ['server/web.mjs', 'db/client.ts'],
  'doors-take-no-tools': ['app/[locale]/official/page.tsx', 'scripts/seed.ts'],
  'one-door-to-sign-in': ['app/[locale]/sign-in/page.tsx', 'node_modules/next-auth/index.js'],
  'tables-know-nouns-only': ['db/schema/need.ts', 'domain/need/discard-need.ts'],
  'ports-know-the-database-only': ['ports/mail.ts', 'domain/need/discard-need.ts'],
  'no-test-in-product': ['domain/offer/accept-offer.ts', 'db/testing.ts'],
  'no-tool-in-product': ['app/[locale]/page.tsx', 'node_modules/fast-check/index.js'],
}

/** What is there besides: the other half of the cycle, the detour to the database, imports that every rule allows. */
const others: [from: string, to: string][] = [
  ['domain/need/submit-need.ts', 'domain/need/queries.ts'],
  ['domain/product/product.ts', 'db/client.ts'],
  ['app/[locale]/financier/page.tsx', 'domain/need/discard-need.ts'],
  ['app/session.ts', 'node_modules/next-auth/index.js'],
  ['app/api/health/route.ts', 'db/client.ts'],
  ['jobs/worker.ts', 'db/client.ts'],
  ['components/offer/offer-card.tsx', 'domain/offer/offer.ts'],
  ['domain/need/discard-need.ts', 'db/schema/offer.ts'],
  ['db/schema/offer.ts', 'domain/offer/offer.ts'],
  ['domain/offer/make-offer.test.ts', 'db/testing.ts'],
]

/** The rooms in their order, as the first of the rules that hold it names them. */
const order = config.forbidden.filter(({ name }) => name === 'rooms-stand-in-order')
const rooms =
  /[(](.+)[)]/.exec(String((order[0] as { to: { path: string } }).to.path))?.[1]?.split('|') ?? []
/** Each room calling the next one, which stands after it. */
const upward = rooms
  .slice(0, -1)
  .map((room, at) => [`domain/${room}/up.ts`, `domain/${rooms[at + 1]}/down.ts`] as const)
/** Each room calling the one before it, and the noun of the one after it. */
const downward = rooms.flatMap((room, at) => {
  const [before, after] = [rooms[at - 1], rooms[at + 1]]
  return [
    ...(before ? [[`domain/${room}/down.ts`, `domain/${before}/verb.ts`] as const] : []),
    ...(after ? [[`domain/${room}/down.ts`, `domain/${after}/${after}.ts`] as const] : []),
  ]
})

let root = ''
let violations: { rule: string; from: string; to: string }[] = []

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

function specifier(from: string, to: string): string {
  if (to.startsWith('node_modules/')) return to.split('/')[1] ?? ''
  return `${'../'.repeat(from.split('/').length - 1) || './'}${to.replace(/[.]tsx?$/, '')}`
}

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'kerong-imports-'))
  const imports = [...Object.values(offences), ...others, ...upward, ...downward]
  const texts = new Map<string, string>()
  for (const [from, to] of imports) {
    texts.set(from, `${texts.get(from) ?? ''}import '${specifier(from, to)}'\n`)
    if (!to.endsWith('nowhere.ts') && !texts.has(to)) texts.set(to, '')
  }
  for (const [path, text] of texts) write(path, `${text}export const here = true\n`)
  for (const name of ['next-auth', 'fast-check'])
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
  const packages = { dependencies: { 'next-auth': '1' }, devDependencies: { 'fast-check': '1' } }
  write('package.json', JSON.stringify(packages))
  cpSync('tsconfig.json', join(root, 'tsconfig.json'))
  const folders = ['app', 'components', 'db', 'domain', 'jobs', 'ports', 'scripts', 'server']
  const { output } = await cruise(folders, {
    ruleSet: { forbidden: config.forbidden },
    validate: true,
    baseDir: root,
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules'] },
  })
  violations = (output as ICruiseResult).summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
  }))
}, 30_000)

afterAll(() => rmSync(root, { recursive: true, force: true }))

const rules = new Map(config.forbidden.map((rule) => [rule.name ?? '', rule.comment ?? '']))

test.each([...rules])('an import against %s is found', (name, comment) => {
  expect(comment).toMatch(/^[A-Z].*[.]$/)
  const [from] = offences[name] ?? []
  expect(
    violations.filter((violation) => violation.rule === name).map((violation) => violation.from),
  ).toContain(from)
})

test('a room that calls the one after it is found, whichever it is', () => {
  const found = violations
    .filter(({ rule, from }) => rule === 'rooms-stand-in-order' && from.endsWith('/up.ts'))
    .map(({ from, to }) => [from, to])
  expect(found.toSorted()).toEqual([...upward].toSorted())
})

test('a room may call the one before it, and any noun', () => {
  expect(downward.length).toBeGreaterThan(30)
  expect(violations.filter(({ from }) => from.endsWith('/down.ts'))).toEqual([])
})

test('every room of domain/ that reads or writes rows stands in the order', () => {
  const isPure = (room: string) =>
    readdirSync(join('domain', room)).every(
      (file) => file === `${room}.ts` || file.includes('.test.'),
    )
  const standing = readdirSync('domain', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing' && !isPure(entry.name))
    .map(({ name }) => name)
  expect(standing.toSorted()).toEqual(rooms.toSorted())
})

test('docs/architecture.md draws the rooms in the same order', () => {
  const drawn = [
    ...readFileSync('docs/architecture.md', 'utf8').matchAll(/^ {4}((?:[a-z-]+ )+) {2,}\S/gm),
  ]
    .flatMap(([, names = '']) => names.trim().split(' '))
    .filter((name) => rooms.includes(name))
  expect(drawn).toEqual(rooms)
})

test('imports along the arrows are left alone', () => {
  const allowed = others.slice(2).map(([from]) => from)
  expect(violations.filter((violation) => allowed.includes(violation.from))).toEqual([])
})

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  'no-cycle': ['domain/need/publish-need.ts', 'domain/need/queries.ts'],
  'no-missing': ['domain/need/save-need.ts', 'domain/need/nowhere.ts'],
  'noun-is-pure': ['domain/need/need.ts', 'domain/need/save-need.ts'],
  'domain-stands-alone': ['domain/offer/make-offer.ts', 'components/ui/button.tsx'],
  'looks-know-nouns-only': ['components/need/need-card.tsx', 'domain/need/withdraw-need.ts'],
  'looks-reach-no-database': ['components/need/need-list.tsx', 'domain/product/product.ts'],
  'doors-ask-the-domain': ['app/[locale]/company/page.tsx', 'db/client.ts'],
  'jobs-ask-the-domain': ['jobs/jobs.ts', 'db/schema/offer.ts'],
  'doors-take-no-tools': ['app/[locale]/official/page.tsx', 'scripts/seed.ts'],
  'one-door-to-sign-in': ['app/[locale]/sign-in/page.tsx', 'node_modules/next-auth/index.js'],
  'tables-know-nouns-only': ['db/schema/need.ts', 'domain/need/withdraw-need.ts'],
  'ports-know-the-database-only': ['ports/mail.ts', 'domain/need/withdraw-need.ts'],
  'no-test-in-product': ['domain/offer/accept-offer.ts', 'db/testing.ts'],
  'no-tool-in-product': ['app/[locale]/page.tsx', 'node_modules/fast-check/index.js'],
}

/** What is there besides: the other half of the cycle, the detour to the database, imports that every rule allows. */
const others: [from: string, to: string][] = [
  ['domain/need/queries.ts', 'domain/need/publish-need.ts'],
  ['domain/product/product.ts', 'db/client.ts'],
  ['app/[locale]/financier/page.tsx', 'domain/need/withdraw-need.ts'],
  ['app/session.ts', 'node_modules/next-auth/index.js'],
  ['app/api/health/route.ts', 'db/client.ts'],
  ['jobs/worker.ts', 'db/client.ts'],
  ['components/offer/offer-card.tsx', 'domain/offer/offer.ts'],
  ['domain/need/withdraw-need.ts', 'db/schema/offer.ts'],
  ['db/schema/offer.ts', 'domain/offer/offer.ts'],
  ['domain/offer/make-offer.test.ts', 'db/testing.ts'],
]

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
  const imports = [...Object.values(offences), ...others]
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
  const folders = ['app', 'components', 'db', 'domain', 'jobs', 'ports', 'scripts']
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

test.each(config.forbidden.map((rule) => [rule.name ?? '', rule.comment ?? '']))(
  'an import against %s is found',
  (name, comment) => {
    expect(comment).toMatch(/^[A-Z].*[.]$/)
    const [from] = offences[name] ?? []
    expect(
      violations.filter((violation) => violation.rule === name).map((violation) => violation.from),
    ).toContain(from)
  },
)

test('imports along the arrows are left alone', () => {
  const allowed = others.slice(2).map(([from]) => from)
  expect(violations.filter((violation) => allowed.includes(violation.from))).toEqual([])
})

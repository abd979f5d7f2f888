import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './steps.mjs'

const read = (...path) => {
  try {
    return readFileSync(join(root, ...path), 'utf8')
  } catch {
    return undefined
  }
}

// ---- packages

const installStamp = join(root, 'node_modules', '.kerong-installed')
const lockHash = () =>
  createHash('sha256')
    .update(read('package-lock.json') ?? '')
    .update(process.platform + process.arch)
    .digest('hex')

/** True when node_modules holds what the lockfile says: by our stamp, or, after an npm ci by hand, by npm's own list. */
export function isInstalled() {
  if (read('node_modules', '.kerong-installed') === lockHash()) return true
  const wanted = read('package-lock.json')
  const found = read('node_modules', '.package-lock.json')
  if (wanted === undefined || found === undefined) return false
  const there = JSON.parse(found).packages
  const same = Object.entries(JSON.parse(wanted).packages).every(
    ([path, entry]) =>
      path === '' ||
      (there[path] === undefined ? entry.optional === true : there[path].version === entry.version),
  )
  if (same) markInstalled()
  return same
}

export const markInstalled = () => writeFileSync(installStamp, lockHash())

// ---- build

const buildStamp = join(root, '.next', 'kerong-sources')
const notBuilt =
  /^(node_modules|docs|e2e|bench|scripts|shots|test-results|playwright-report|coverage)$/
const sourceFile = /\.(tsx?|mjs|cjs|js|json|css|svg|png|ico|woff2?|txt|webmanifest)$/

function* filesUnder(folder, top) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || (top && notBuilt.test(entry.name))) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path, false)
    else if (
      sourceFile.test(entry.name) &&
      !/\.test\.tsx?$|^next-env\.d\.ts$|\.tsbuildinfo$/.test(entry.name)
    )
      yield path
  }
}

/** One hash over everything that the production build reads. */
export function sourcesHash() {
  const hash = createHash('sha256')
  for (const path of [...filesUnder(root, true)].sort())
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  return hash.digest('hex')
}

export const isBuilt = () =>
  existsSync(join(root, '.next', 'BUILD_ID')) && read('.next', 'kerong-sources') === sourcesHash()

export const markBuilt = (hash) => writeFileSync(buildStamp, hash)

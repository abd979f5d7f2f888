import { readFileSync, readdirSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const longest = 300
const generated = new Set([
  'node_modules',
  'migrations',
  'shots',
  'test-results',
  'playwright-report',
  'coverage',
])
const nothing = /(^|[-.])(data|infos?|managers?|helpers?|utils?|handlers?|common|misc)([-.]|$)/

export function faultsOf(path, text) {
  const name = basename(path)
  const faults = []
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
  if (lines > longest)
    faults.push(`has ${lines} lines: a file past ${longest} is a room asking to be split`)
  if (/\.tsx?$/.test(name)) {
    const isClient = /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*['"]use client['"]/.test(text)
    // What Next itself names and runs in the browser keeps its name.
    const isNamedByNext = /^(error|global-error)\.tsx$/.test(name)
    if (isClient && !/\.client\.tsx?$/.test(name) && !isNamedByNext)
      faults.push(`says 'use client' and is not named .client.tsx`)
    if (!isClient && /\.client\.tsx?$/.test(name))
      faults.push(`is named .client and does not say 'use client'`)
  }
  if (!/^[.a-z0-9[\]()_-]+$/.test(name)) faults.push('is not named in kebab-case')
  if (nothing.test(name.replace(/\.[a-z]+$/, ''))) faults.push('has a name that names nothing')
  return faults
}

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (generated.has(entry.name) || (entry.name.startsWith('.') && entry.isDirectory())) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* sourceFiles(path)
    else if (/\.(tsx?|mjs|cjs|css)$/.test(entry.name) && entry.name !== 'next-env.d.ts') yield path
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  let count = 0
  let bad = 0
  for (const path of sourceFiles(root)) {
    count += 1
    for (const fault of faultsOf(path, readFileSync(path, 'utf8'))) {
      bad += 1
      console.error(`${relative(root, path)} ${fault}`)
    }
  }
  console.log(`${count} files, ${bad} faults`)
  process.exitCode = bad === 0 ? 0 : 1
}

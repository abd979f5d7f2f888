import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Faults of a lockfile that fail on other machines only. */
export function faultsOf(lock) {
  const packages = lock.packages
  const faults = []
  const isThere = (path, name) => {
    for (let folder = path; ; folder = folder.slice(0, folder.lastIndexOf('/node_modules/'))) {
      if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true
      if (!folder.includes('/node_modules/')) return packages[`node_modules/${name}`] !== undefined
    }
  }
  for (const [path, entry] of Object.entries(packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {}))
      if (!isThere(path, name))
        faults.push(
          `${path || 'the project'} wants ${name} on some platform, and the lock has no entry for it`,
        )
    if (/^https?:/.test(entry.resolved ?? ''))
      faults.push(`${path} is bound to one registry: ${entry.resolved}`)
  }
  return faults
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))
  const faults = faultsOf(lock)
  for (const fault of faults) console.error(fault)
  console.log(`${Object.keys(lock.packages).length} packages, ${faults.length} faults`)
  process.exitCode = faults.length === 0 ? 0 : 1
}

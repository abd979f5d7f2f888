import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { exists, isRunning } from '../process.mjs'
import { Stop } from '../stop.mjs'
import { toolOf } from './binaries.mjs'

const user = 'kerong'
const isRoot = process.getuid?.() === 0

/** Whom the server runs as: PostgreSQL refuses root, so root lends it an account that owns nothing else. */
export function serverAccount(data) {
  if (!isRoot) return {}
  const owner = existsSync(data) ? statSync(data) : undefined
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of ['nobody', 'postgres']) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields !== undefined) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Stop(
    'PostgreSQL does not run as root and this machine has no account nobody or postgres: start as an ordinary user.',
  )
}

export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => found(port))
    })
  })
}

/** Makes the data folder beside its place and moves it there when whole, so that an interrupted start leaves nothing half made. */
export function createCluster({ binaries, data, password, as }) {
  const making = `${data}.new`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true, mode: 0o700 })
  const passwordFile = `${making}.password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (as.uid !== undefined) {
    chownSync(making, as.uid, as.gid)
    chownSync(passwordFile, as.uid, as.gid)
  }
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
      : ['--locale=C', ...(process.platform === 'linux' ? ['--lc-ctype=C.UTF-8'] : [])]
  try {
    const made = spawnSync(
      toolOf(binaries, 'initdb'),
      [
        '-D',
        making,
        '-U',
        user,
        '-E',
        'UTF8',
        ...locale,
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
      ],
      { encoding: 'utf8', cwd: '/', ...as },
    )
    if (made.status !== 0) throw refusal(`${made.stderr ?? ''}${made.error ?? ''}`, making)
    renameSync(making, data)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(making, { recursive: true, force: true })
  }
}

function refusal(words, data) {
  if (/No space left/i.test(words))
    return Object.assign(new Error(words), { code: 'ENOSPC', path: dirname(data) })
  if (/Permission denied/i.test(words))
    return new Stop(
      `The database may not use ${data}: start as the user who owns it, or move that folder away to begin anew.`,
    )
  return new Stop(
    `The database in ${data} does not start; it says: ${words.trim().split('\n').slice(-4).join(' ')}`,
  )
}

function postmasterLines(data) {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
}

/** A number in a stale file may belong to a stranger by now; only a postgres counts. */
function isPostgres(pid) {
  if (!isRunning(pid)) return false
  try {
    return /postgres/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return process.platform !== 'linux'
  }
}

/** Port and process of the server that holds this folder now, if one does. */
export function runningServer(data) {
  const lines = postmasterLines(data)
  const pid = Number(lines?.[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' }
}

/** Fast shutdown: sessions end, everything committed is on the disk, the next start needs no recovery. */
export async function stopServer({ binaries, data, pid, as = {} }) {
  if (process.platform === 'win32') {
    spawnSync(toolOf(binaries, 'pg_ctl'), ['stop', '-D', data, '-m', 'fast', '-w'], as)
    return
  }
  try {
    process.kill(pid, 'SIGINT')
  } catch (error) {
    if (error.code === 'EPERM')
      throw new Stop(
        `The database in ${data} runs as another user (process ${pid}): stop it as that user, then start again.`,
      )
  }
  const deadline = Date.now() + 20_000
  while (isRunning(pid) && Date.now() < deadline) await pause(25)
  if (isRunning(pid)) process.kill(pid, 'SIGQUIT')
}

/**
 * The server itself tells a stale lock file from a live one, except where the number in it is taken by something else: a
 * stranger, or its own remains in a container whose first process collects nobody.
 */
async function removeStaleLock(data) {
  const pid = Number(postmasterLines(data)?.[0])
  if (!(pid > 0) || !exists(pid) || isPostgres(pid)) return
  // Its sessions notice within a moment that it is gone, and let go of the files.
  await pause(1000)
  rmSync(join(data, 'postmaster.pid'), { force: true })
}

/** Starts a server on an existing folder, at a free port where none is wanted, and answers once it takes connections. */
export async function startServer({ binaries, data, log, settings = {}, as = {}, port: wanted }) {
  await removeStaleLock(data)
  for (let attempt = 1; ; attempt += 1) {
    const port = wanted ?? (await freePort())
    // No socket file: TCP alone works everywhere, and a socket's path has a length limit that clones exceed.
    const all = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', ...settings }
    const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
    const output = openSync(log, 'a', 0o600)
    const before = statSync(log).size
    // Its own process group: Ctrl-C reaches the start script alone, which stops things in their order.
    const child = spawn(toolOf(binaries, 'postgres'), ['-D', data, ...options], {
      stdio: ['ignore', output, output],
      detached: true,
      cwd: '/',
      ...as,
    })
    closeSync(output)
    const ended = new Promise((end) => {
      child.once('exit', end)
      child.once('error', end)
    })
    if (await becameReady(data, child)) {
      child.unref()
      return {
        port,
        pid: child.pid,
        ended,
        stop: () => stopServer({ binaries, data, pid: child.pid, as }),
      }
    }
    const words = readFileSync(log).subarray(before).toString()
    if (/Address already in use/.test(words) && attempt < 5) continue
    throw refusal(words, data)
  }
}

async function becameReady(data, child) {
  const deadline = Date.now() + 120_000
  while (
    Date.now() < deadline &&
    child.exitCode === null &&
    child.signalCode === null &&
    child.pid !== undefined
  ) {
    const lines = postmasterLines(data)
    if (Number(lines?.[0]) === child.pid && lines?.[7]?.trim() === 'ready') return true
    await pause(20)
  }
  return false
}

export const urlOf = ({ port, password, database }) =>
  `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

/** A folder that the server's account may enter but not list. */
export function openForServer(folder) {
  mkdirSync(folder, { recursive: true })
  if (isRoot) chmodSync(folder, 0o711)
}

import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beganAt, isRunning } from '../process.mjs'
import { findBinaries, probe } from './binaries.mjs'
import {
  createCluster,
  openForServer,
  runningServer,
  serverAccount,
  startServer,
  urlOf,
} from './cluster.mjs'
import { copyBinaries } from './embedded.mjs'

// root's own temporary folder may be closed to the account that the server runs as.
const temporary = process.getuid?.() === 0 ? '/tmp' : tmpdir()
const prefix = 'kerong-postgres-'

function endAtOnce(folder, pid) {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  } catch {
    // Already gone, or another user's.
  }
}

/** Ends what runs that were killed left behind: their server, and the folder. */
function sweep() {
  for (const name of readdirSync(temporary).filter((entry) => entry.startsWith(prefix))) {
    const folder = join(temporary, name)
    try {
      const { pid, began } = JSON.parse(readFileSync(join(folder, 'owner'), 'utf8'))
      if (isRunning(pid) && beganAt(pid) === began) continue
    } catch {
      continue
    }
    endAtOnce(folder, runningServer(join(folder, 'data'))?.pid)
  }
}

/** A cluster for tests: in the temporary folder, fast because nothing in it must survive, gone when stopped. */
export async function startThrowAway(root, given) {
  sweep()
  const folder = mkdtempSync(join(temporary, prefix))
  writeFileSync(
    join(folder, 'owner'),
    JSON.stringify({ pid: process.pid, began: beganAt(process.pid) }),
  )
  openForServer(folder)
  let binaries = given ?? findBinaries(root)
  const data = join(folder, 'data')
  const as = serverAccount(data)
  if (binaries.native !== undefined && probe(binaries.bin, as) === undefined)
    binaries = { ...binaries, bin: join(copyBinaries(binaries.native, folder), 'bin') }
  const password = randomBytes(16).toString('hex')
  createCluster({ binaries, data, password, as })
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: 200,
  }
  const server = await startServer({ binaries, data, log: join(folder, 'log'), as, settings })
  const atExit = () => endAtOnce(folder, server.pid)
  process.once('exit', atExit)
  return {
    major: binaries.major,
    url: urlOf({ port: server.port, password, database: 'postgres' }),
    stop: async () => {
      process.off('exit', atExit)
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

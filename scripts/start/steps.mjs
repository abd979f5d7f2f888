import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Stop } from '../stop.mjs'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const withParent = new URL('./with-parent.mjs', import.meta.url).href

const children = new Set()

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`

let isRefusing = false

/** After this no step begins any more: the script is about to leave. */
export function refuseSteps() {
  isRefusing = true
}

/** Does a part of the work under a visible name and with its time; quick ones leave one line. */
export async function step(name, work) {
  if (isRefusing) throw new Stop('Stopped.')
  const since = Date.now()
  const live = process.stdout.isTTY
  const show = () =>
    process.stdout.write(`\r  … ${name} (${Math.round((Date.now() - since) / 1000)} s) `)
  let timer
  if (live) {
    show()
    timer = setInterval(show, 1000)
  } else process.stdout.write(`  … ${name}\n`)
  const clear = () => {
    clearInterval(timer)
    if (live) process.stdout.write('\r\x1b[K')
  }
  try {
    const answer = await work({ pauseLine: clear })
    clear()
    process.stdout.write(`  ✓ ${name}, ${seconds(since)}\n`)
    return answer
  } catch (error) {
    clear()
    if (!isRefusing) process.stdout.write(`  ✗ ${name}, ${seconds(since)}\n`)
    throw error
  }
}

/** A Node script as a child in its own process group (Ctrl-C comes to the start script only), that dies with its parent. */
export function spawnNode(args, { env = {}, output = 'pipe' } = {}) {
  const child = spawn(process.execPath, ['--import', withParent, ...args], {
    cwd: root,
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: '1',
      KERONG_PARENT: String(process.pid),
      ...env,
    },
    stdio: ['ignore', output, output, 'ipc'],
    detached: process.platform !== 'win32',
  })
  children.add(child)
  child.ended = new Promise((end) => {
    child.once('exit', (code, signal) => end(code ?? signal))
    child.once('error', end)
  }).finally(() => children.delete(child))
  return child
}

/** Runs a Node script to its end; its output is shown as it comes (`show`), else kept and shown when it fails. `failure` may hang on the exit code. */
export async function runNode(args, { env, show = false, failure }) {
  const child = spawnNode(args, { env, output: show ? 'inherit' : 'pipe' })
  let kept = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (kept += text))
  const end = await child.ended
  if (end === 0) return
  if (isRefusing) throw new Stop('Stopped.')
  if (/ENOSPC|53100|No space left/i.test(kept))
    throw Object.assign(new Error(kept), { code: 'ENOSPC', path: root })
  if (kept) process.stderr.write(`\n${kept.trimEnd().split('\n').slice(-60).join('\n')}\n`)
  throw new Stop(typeof failure === 'function' ? failure(end) : failure)
}

/** npm's own script, so that npm too runs as a child that dies with its parent. */
export function npmScript() {
  const given = process.env.npm_execpath
  if (given?.endsWith('npm-cli.js')) return given
  const folder = dirname(process.execPath)
  const found = [
    join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
  ].find((path) => existsSync(path))
  if (found === undefined)
    throw new Stop(
      'npm is not where Node is: run `npm start` instead of the script itself, or install npm.',
    )
  return found
}

export const tsScript = (path) => [
  '--import',
  pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href,
  path,
]

/** Fills an empty database with the demonstration city. What it makes is soon gone: young room for it saves a fifteenth of the time. */
export const seedScript = ['--max-semi-space-size=128', ...tsScript('scripts/seed.ts')]

function signalGroup(child, signal) {
  try {
    if (process.platform === 'win32') child.kill(signal)
    else process.kill(-child.pid, signal)
  } catch {
    // Already gone.
  }
}

/** Asks every child to end, waits, and ends those that do not listen. */
export async function endChildren(patience = 15_000) {
  const all = [...children]
  for (const child of all) signalGroup(child, 'SIGTERM')
  const timer = setTimeout(() => {
    for (const child of all) signalGroup(child, 'SIGKILL')
  }, patience)
  await Promise.all(all.map((child) => child.ended))
  clearTimeout(timer)
}

import { createWriteStream } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { Stop } from '../stop.mjs'
import { root, spawnNode } from './steps.mjs'

/** Where to listen, from PORT and HOST. */
export function chosenPlace() {
  const host = process.env.HOST || '127.0.0.1'
  const port = Number(process.env.PORT || 3000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Stop(
      `PORT is ${process.env.PORT}, which is no port: choose a number from 1 to 65535, for example PORT=3001.`,
    )
  const shown =
    host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return { host, port, address: `http://${shown}:${port}` }
}

/** Refuses a place that is taken, before any work is done for it. */
export function checkPlace({ host, port }) {
  return new Promise((free, taken) => {
    const server = createServer()
    server.once('error', (error) => {
      const reasons = {
        EADDRINUSE: `Port ${port} on ${host} is taken: stop what uses it, or choose another, for example PORT=${port === 65_535 ? port - 1 : port + 1} npm start.`,
        EACCES: `This user may not open port ${port}: choose one above 1023, for example PORT=3000 npm start.`,
      }
      taken(
        new Stop(
          reasons[error.code] ??
            `HOST is ${host}, which is no address of this machine: correct it, or leave it out.`,
        ),
      )
    })
    server.listen({ host, port, exclusive: true }, () => server.close(free))
  })
}

/**
 * Starts the web process and answers when /api/health says that it serves; where it is started `again`, when it answers at all,
 * since the database may be away. Its log goes to ours, or to the file `log`.
 */
export async function serve({ host, port, address }, { env, dev, log, again = false }) {
  const args = dev
    ? [join(root, 'node_modules/next/dist/bin/next'), 'dev', '-H', host, '-p', String(port)]
    : [join(root, 'server/web.mjs'), '--host', host, '--port', String(port)]
  const child = spawnNode(args, { env: { ...env, NODE_ENV: dev ? 'development' : 'production' } })
  const file = log === undefined ? undefined : createWriteStream(log)
  // Next's own greeting says what we say better; after that every line of the log is passed on.
  let ready = false
  let kept = ''
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])
    from.on('data', (text) => {
      if (ready) (file ?? to).write(text)
      else kept += text
    })
  const ended = child.ended.then((code) => ({ code }))
  const state = await Promise.race([ended, isHealthy(address, again)])
  if (state !== 'healthy') {
    process.stderr.write(`\n${kept.trim()}\n`)
    child.kill('SIGKILL')
    throw new Stop(
      state.code === undefined
        ? `The server does not get ready (${state.why}): read its words above, mend it, and start again.`
        : `The server ended before it was ready (${state.code}): read its words above, mend it, and start again.`,
    )
  }
  ready = true
  return { ended, pid: child.pid }
}

async function isHealthy(address, again) {
  let why = 'no answer'
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline) {
    try {
      const answer = await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(20_000) })
      if (answer.status === 200 || again) return 'healthy'
      why = `/api/health answers ${answer.status}`
    } catch (error) {
      why = error.cause?.code ?? error.message
    }
    await pause(100)
  }
  return { why }
}

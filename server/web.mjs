// The web process: a socket, the gate, and Next behind it. scripts/start starts it, and starts it again when it dies.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'
import next from 'next'
import { addressOf, readTrusted } from './address.mjs'
import { followRequests } from './drain.mjs'
import { makeGate } from './gate.mjs'
import { whyNotStart } from './settings.mjs'

/** How long requests and jobs under way have to finish. */
const PATIENCE_MS = 10_000
/** A client that sends its headers or its form slower than this is let go. */
const SLOWEST_MS = 30_000

const root = new URL('..', import.meta.url)
const wordsOf = (language) =>
  JSON.parse(readFileSync(new URL(`messages/${language}/trouble.json`, root), 'utf8'))

const { values } = parseArgs({ options: { host: { type: 'string' }, port: { type: 'string' } } })
const place = { host: values.host ?? '127.0.0.1', port: Number(values.port ?? 3000) }

const why = whyNotStart(process.env)
if (why !== null) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
const trusted = readTrusted(process.env.TRUSTED_PROXIES)

const shown = place.host.includes(':') ? `[${place.host}]` : place.host
const inside = shown === '0.0.0.0' ? '127.0.0.1' : shown === '[::]' ? '[::1]' : shown
// Where Next asks itself for the page that an action leads to; without it, it would ask the host that a request names.
process.env.__NEXT_PRIVATE_ORIGIN = `http://${inside}:${place.port}`

const server = createServer({
  requestTimeout: SLOWEST_MS,
  headersTimeout: SLOWEST_MS,
  connectionsCheckingInterval: SLOWEST_MS / 6,
})
const drain = followRequests(server)
const app = next({
  dev: false,
  dir: decodeURIComponent(root.pathname).replace(/\/$/, ''),
  hostname: place.host,
  port: place.port,
  httpServer: server,
})
await app.prepare()
const handle = app.getRequestHandler()
const gate = makeGate({
  words: { zh: wordsOf('zh'), en: wordsOf('en') },
  // The application's own pool tells (db/client.ts): it runs in this process.
  lastAway: () => globalThis.kerongDatabaseAway ?? 0,
  addressOf: (socket, forwardedFor) => addressOf(socket, forwardedFor, trusted),
})
server.on('request', async (request, response) => {
  try {
    await gate(request, response, () => handle(request, response))
  } catch (error) {
    console.error(error)
    if (!response.headersSent) response.writeHead(500)
    response.end()
  }
})
server.on('error', (error) => {
  process.stderr.write(`The server cannot listen at ${shown}:${place.port} (${error.code}).\n`)
  process.exit(1)
})
server.listen(place.port, place.host)

let isLeaving = false
async function leave() {
  if (isLeaving) return
  isLeaving = true
  // jobs/in-process.ts says how the job in hand is finished.
  const [cut] = await Promise.all([drain(PATIENCE_MS), globalThis.kerongStopJobs?.()])
  if (cut > 0) console.error(`${cut} requests did not finish in ${PATIENCE_MS / 1000} s`)
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, leave)

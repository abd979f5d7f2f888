import { Agent, get } from 'node:http'

export interface Answer {
  status: number
  /** Where the answer leads on to. */
  location: string | undefined
  body: string
  /** From asking to the last byte. */
  ms: number
}

/** What asking over a kept connection fails with that the server had closed meanwhile. */
const CLOSED = new Set(['ECONNRESET', 'EPIPE'])

/**
 * A reader with a session who keeps `connections` open. A server closes those that idle, and may do so just as it is
 * asked: what got no byte of an answer over a kept connection is asked again, once, over a fresh one. It sends nothing but
 * GET, so that asking twice does nothing twice.
 */
export function reader(base: string, cookie: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'identity' }
  const ask = (path: string, isAgain = false) =>
    new Promise<Answer>((answered, failed) => {
      const since = performance.now()
      let bytesBefore = 0
      const how = { agent: isAgain ? false : agent, headers }
      const request = get(new URL(path, base), how, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          answered({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            body: Buffer.concat(parts).toString(),
            ms: performance.now() - since,
          }),
        )
        response.on('error', failed)
      })
      request.on('socket', (socket) => (bytesBefore = socket.bytesRead))
      request.on('error', (error: NodeJS.ErrnoException) => {
        const isSilent = request.reusedSocket && request.socket?.bytesRead === bytesBefore
        if (isSilent && CLOSED.has(error.code ?? '')) ask(path, true).then(answered, failed)
        else failed(error)
      })
    })
  /** The page that a person would end at. */
  const read = async (path: string): Promise<string> => {
    const { location, body } = await ask(path)
    return location === undefined ? body : read(location)
  }
  return { ask, read, close: () => agent.destroy() }
}

/** The value below which the share `q` of the times lies, by nearest rank. */
export function quantile(times: number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN
}

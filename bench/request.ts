import { Agent, get } from 'node:http'

export interface Answer {
  status: number
  /** Where the answer leads on to. */
  location: string | undefined
  body: string
  /** From asking to the last byte. */
  ms: number
}

/** A reader with a session who keeps `connections` open. */
export function reader(base: string, cookie: string, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'identity' }
  const ask = (path: string) =>
    new Promise<Answer>((answered, failed) => {
      const since = performance.now()
      const request = get(new URL(path, base), { agent, headers }, (response) => {
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
      request.on('error', failed)
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

import { createServer, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { quantile, reader } from './request'

const ending: (() => unknown)[] = []
afterEach(() => ending.splice(0).forEach((end) => end()))

/** A server on a port of its own, and a reader with one connection to it. `does` is told which request this is. */
async function serve(does: (request: number, socket: Socket) => string | Promise<string>) {
  let asked = 0
  const server: Server = createServer((request, response) => {
    void Promise.resolve(does((asked += 1), request.socket)).then((text) => response.end(text))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const { ask, close } = reader(`http://127.0.0.1:${port}`, '', 1)
  ending.push(
    close,
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return { server, ask, asked: () => asked }
}

test('a kept connection that the server closed as it was asked is asked again on a fresh one', async () => {
  const ports = new Set<number | undefined>()
  const { server, ask } = await serve((request, socket) => {
    ports.add(socket.remotePort)
    return `answer ${request}`
  })
  await ask('/')
  await ask('/')
  expect(ports.size).toBe(1)
  // Nothing is awaited in between: the reader still takes the connection for open.
  server.closeIdleConnections()
  expect(await ask('/')).toMatchObject({ status: 200, body: 'answer 3' })
  expect(ports.size).toBe(2)
})

test('the time is that of the ask that was answered', async () => {
  const { ask, asked } = await serve(async (request, socket) => {
    if (request === 2) {
      await pause(300)
      socket.resetAndDestroy()
    }
    return ''
  })
  await ask('/')
  const { ms } = await ask('/')
  expect(asked()).toBe(3)
  expect(ms).toBeLessThan(300)
})

test('a server that resets the fresh connection too fails', async () => {
  const { ask, asked } = await serve((request, socket) => {
    if (request > 1) socket.resetAndDestroy()
    return ''
  })
  await ask('/')
  await expect(ask('/')).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(asked()).toBe(3)
})

test('a server that resets the first connection fails, and is not asked again', async () => {
  const { ask, asked } = await serve((_, socket) => {
    socket.resetAndDestroy()
    return ''
  })
  await expect(ask('/')).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(asked()).toBe(1)
})

test('an answer that broke off after its first bytes fails, and is not asked for again', async () => {
  const { ask, asked } = await serve(async (request, socket) => {
    if (request === 2) {
      socket.write('HTTP/1.1 200 ')
      await pause(50)
      socket.resetAndDestroy()
    }
    return ''
  })
  await ask('/')
  await expect(ask('/')).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(asked()).toBe(2)
})

test('quantiles are values that were measured', () => {
  const times = Array.from({ length: 200 }, (_, place) => 200 - place)
  expect(quantile(times, 0.5)).toBe(100)
  expect(quantile(times, 0.95)).toBe(190)
  expect(quantile([7], 0.95)).toBe(7)
})

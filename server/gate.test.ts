import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { MOST_BODY_BYTES } from './body.mjs'
import { isReadable, makeGate } from './gate.mjs'

const say = (title: string) => ({ title, text: `${title}.` })
const language = {
  badAddress: say('bad address'),
  badForm: say('bad form'),
  tooLarge: say('too <large>'),
  away: say('away'),
}

let close = () => {}
afterEach(() => close())

type Does = (request: IncomingMessage, response: ServerResponse) => void

/** A server behind the gate, and how to ask it. */
async function behindGate(does: Does, lastAway = () => 0) {
  const gate = makeGate({
    words: { zh: language, en: language },
    lastAway,
    addressOf: () => '203.0.113.9',
  })
  const server = createServer(
    (request, response) => void gate(request, response, () => does(request, response)),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  close = () => void server.close()
  const { port } = server.address() as AddressInfo
  return (path: string, heads: Record<string, string> = {}, body: string[] = []) =>
    new Promise<{ status?: number; heads: IncomingMessage['headers']; text: string }>(
      (done, failed) => {
        const method = body.length > 0 ? 'POST' : 'GET'
        const asking = ask({ port, path, method, headers: heads }, (answer) => {
          let text = ''
          answer.on('data', (part) => (text += part))
          answer.on('end', () => done({ status: answer.statusCode, heads: answer.headers, text }))
        })
        asking.on('error', failed)
        for (const part of body) asking.write(part)
        asking.end()
      },
    )
}

const readAll: Does = (request, response) => {
  let bytes = 0
  request.on('data', (part) => (bytes += part.length))
  request.on('end', () => response.end(String(bytes)))
}

describe('an address', () => {
  test.each(['/', '/zh/products?search=%E8%8A%AF', '/zh/a%20b?x=%ff', '/zh?a=b?c'])(
    '%s is read',
    (url) => expect(isReadable(url)).toBe(true),
  )
  test.each(['/zh/%ff', '/zh/%', '/%00', '/zh?search=%00', '/zh?a=b?c=%00', '*', '/zh/%c0%80'])(
    '%s is not',
    (url) => expect(isReadable(url)).toBe(false),
  )

  test('that cannot be read is a page in both languages, for a program a sentence in each', async () => {
    const get = await behindGate(() => expect.fail('it passed'))
    const page = await get('/zh/%ff')
    expect(page).toMatchObject({ status: 400, text: expect.stringContaining('bad address · bad') })
    const answer = await get('/api/v1/totals?from=%00')
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.text)).toEqual({
      error: 'badAddress',
      zh: 'bad address.',
      en: 'bad address.',
    })
  })
})

describe('a body', () => {
  const half = 'x'.repeat(MOST_BODY_BYTES / 2)
  const chunked = { 'transfer-encoding': 'chunked' }

  test('that is as large as one may be is passed on, with and without its length', async () => {
    const post = await behindGate(readAll)
    const length = { 'content-length': String(MOST_BODY_BYTES) }
    for (const heads of [length, chunked])
      expect(await post('/zh', heads, [half, half])).toMatchObject({
        status: 200,
        text: String(MOST_BODY_BYTES),
      })
  })

  test('that is larger is refused, with and without its length', async () => {
    const post = await behindGate(readAll)
    const length = { 'content-length': String(MOST_BODY_BYTES + 1) }
    for (const heads of [length, chunked]) {
      const answer = await post('/zh', heads, [half, half, 'x'])
      expect(answer.status).toBe(413)
      expect(answer.text).toContain('too &#60;large&#62;')
    }
  })
})

describe('a form', () => {
  const end = '------kerong0123456789--\r\n'
  const multipart = { 'content-type': 'multipart/form-data; boundary=----kerong0123456789' }
  const part = (name: string, value: string) =>
    `------kerong0123456789\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const heads = { ...multipart, 'transfer-encoding': 'chunked' }

  test('that is whole is passed on byte by byte', async () => {
    const post = await behindGate(readAll)
    const whole = `${part('a', 'b')}${part('$ACTION_1:0', '{"id":"x","bound":"$@1"}')}${part('$ACTION_1:1', '[]')}${end}`
    const answer = await post('/zh', heads, [whole.slice(0, 20), whole.slice(20)])
    expect(answer).toMatchObject({ status: 200, text: String(whole.length) })
  })

  test.each([
    ['cut short', multipart, part('a', 'b')],
    ['without a boundary', { 'content-type': 'multipart/form-data' }, 'x'],
    ['with an action that is no JSON', multipart, `${part('$ACTION_1:0', 'x')}${end}`],
    [
      'with an action whose arguments are not there',
      multipart,
      `${part('$ACTION_1:0', '{"id":"x","bound":"$@1"}')}${end}`,
    ],
    ['with an action that is none', multipart, `${part('$ACTION_1:0', '-1')}${end}`],
  ])('%s is refused', async (_, own, body) => {
    const post = await behindGate(() => expect.fail('it passed'))
    const answer = await post('/zh', { ...own, 'transfer-encoding': 'chunked' }, [body])
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('bad form') })
  })
})

describe('a database that is away', () => {
  const fails: Does = (_, response) => {
    response.setHeader('content-encoding', 'gzip')
    response.statusCode = 500
    response.write('what Next says')
    response.end()
  }

  test('makes a 503 of a 500, with a page that can be read', async () => {
    const get = await behindGate(fails, () => Date.now())
    const page = await get('/zh/products')
    expect(page).toMatchObject({ status: 503, heads: { 'retry-after': '5' } })
    expect(page.heads).not.toHaveProperty('content-encoding')
    expect(page.text).toContain('away')
    expect(page.text).not.toContain('what Next says')
    expect(JSON.parse((await get('/api/bell')).text)).toMatchObject({ error: 'away' })
  })

  test('leaves what an open page reads to it', async () => {
    const get = await behindGate(fails, () => Date.now())
    const answer = await get('/zh/products', { rsc: '1' })
    expect(answer).toMatchObject({ status: 503, text: 'what Next says' })
  })

  test('in the past is no excuse for a 500', async () => {
    const get = await behindGate(fails, () => Date.now() - 1000)
    expect(await get('/zh/products')).toMatchObject({ status: 500, text: 'what Next says' })
  })
})

test('neither our own header nor the host of a stranger comes through', async () => {
  const get = await behindGate((request, response) => response.end(JSON.stringify(request.headers)))
  const { text } = await get('/zh', {
    'x-kerong-address': '127.0.0.1',
    'x-forwarded-host': 'other.example',
    'x-forwarded-port': '1',
  })
  const came = JSON.parse(text)
  expect(came['x-kerong-address']).toBe('203.0.113.9')
  expect(came).not.toHaveProperty('x-forwarded-host')
  expect(came).not.toHaveProperty('x-forwarded-port')
})

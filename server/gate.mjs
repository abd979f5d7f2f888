import { holdBody, isReadableForm, MOST_BODY_BYTES, mostBytesOf } from './body.mjs'
import { plainAnswer, plainHeads, plainPage } from './plain-page.mjs'

const AWAY_SECONDS = 5

/** Whether an address can be read at all: its path is percent-encoded UTF-8, and nothing in it is NUL. */
export function isReadable(url) {
  const [path, ...query] = url.split('?')
  try {
    return (
      path.startsWith('/') &&
      !decodeURIComponent(path).includes('\0') &&
      !/%00|\0/.test(query.join('?'))
    )
  } catch {
    return false
  }
}

/**
 * What stands before Next: addresses and forms that cannot be read, bodies that are too large and a database that is away are
 * answered here in words. `words` are the messages of trouble by language; `lastAway` is when the database last did not answer;
 * `addressOf` tells who asks.
 */
export function makeGate({ words, lastAway, addressOf }) {
  function answerTo(request, kind) {
    const say = { zh: words.zh[kind], en: words.en[kind] }
    const isPage = !request.url.startsWith('/api/')
    return { heads: plainHeads(isPage), body: isPage ? plainPage(say) : plainAnswer(kind, say) }
  }

  function refuse(request, response, status, kind) {
    const { heads, body } = answerTo(request, kind)
    // What still comes of the body is not read: the connection ends with the answer.
    response.writeHead(status, { ...heads, connection: 'close' })
    response.end(body, () => request.socket.destroySoon())
  }

  /** A 500 that comes of a database that is away becomes a 503 that says when to ask again, with a page. */
  function sayWhenAway(request, response) {
    const since = Date.now()
    const { writeHead, write, end } = response
    let isAnswered = false
    response.writeHead = (status, ...rest) => {
      if (isAnswered) return response
      if (status !== 500 || lastAway() < since) return writeHead.call(response, status, ...rest)
      response.setHeader('retry-after', String(AWAY_SECONDS))
      // A page that is open reads the answer itself, and shows its own words.
      if (request.headers.rsc || request.headers['next-action'])
        return writeHead.call(response, 503, ...rest)
      isAnswered = true
      for (const name of [
        'content-encoding',
        'content-length',
        'transfer-encoding',
        'etag',
        'vary',
      ])
        response.removeHeader(name)
      const { heads, body } = answerTo(request, 'away')
      writeHead.call(response, 503, heads)
      end.call(response, body)
      return response
    }
    // Node writes the head with the first of the body: it is decided before.
    const decide = () => {
      if (!response.headersSent && response.statusCode === 500) response.writeHead(500)
    }
    response.write = (...rest) => {
      decide()
      return isAnswered ? true : write.apply(response, rest)
    }
    response.end = (...rest) => {
      decide()
      return isAnswered ? response : end.apply(response, rest)
    }
  }

  return async (request, response, pass) => {
    // Who asks does not say from where, nor under which name we are reached: the socket and NEXTAUTH_URL do.
    const address = addressOf(request.socket.remoteAddress, request.headers['x-forwarded-for'])
    for (const name of ['x-kerong-address', 'x-forwarded-host', 'x-forwarded-port'])
      delete request.headers[name]
    if (address !== null) request.headers['x-kerong-address'] = address
    if (!isReadable(request.url)) return refuse(request, response, 400, 'badAddress')
    const length = Number(request.headers['content-length'] ?? 0)
    const most = mostBytesOf(request)
    const tooLarge = most === MOST_BODY_BYTES ? 'tooLarge' : 'fileTooLarge'
    if (length > most) return refuse(request, response, 413, tooLarge)
    if (length > 0 || request.headers['transfer-encoding'] !== undefined) {
      const held = await holdBody(request, most)
      if (held === null) return refuse(request, response, 413, tooLarge)
      if (!(await isReadableForm(held.body, request.headers['content-type'])))
        return refuse(request, response, 400, 'badForm')
      held.release()
    }
    sayWhenAway(request, response)
    await pass()
  }
}

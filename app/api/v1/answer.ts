import { createHash } from 'node:crypto'

/** What anyone may read from any site, and keep as long as it is asked for again. */
const open = {
  'cache-control': 'no-cache',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, retry-after',
}

/** The tags of a condition, weak ones as strong: what is compared is the whole body. */
const tagsIn = (condition: string) =>
  condition.split(',').map((tag) => tag.trim().replace(/^W\//, ''))

/** An answer with the digest of its bytes as its tag, or that nothing changed to whoever names the tag. */
export function answer(
  request: Request,
  body: string | Uint8Array<ArrayBuffer>,
  heads: Record<string, string>,
): Response {
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const headers = { ...heads, ...open, etag: tag }
  const tags = tagsIn(request.headers.get('if-none-match') ?? '')
  if (tags.includes(tag) || tags.includes('*')) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}

export function answerJson(request: Request, value: unknown): Response {
  return answer(request, JSON.stringify(value), {
    'content-type': 'application/json; charset=utf-8',
  })
}

import { expect, test } from 'vitest'
import { answer, answerJson } from './answer'

const asked = (tag?: string) =>
  new Request('https://kerong.example/api/v1/totals', {
    headers: tag === undefined ? {} : { 'if-none-match': tag },
  })

test('whoever names the tag of what it has is told that nothing changed, and sent nothing', async () => {
  const first = answerJson(asked(), { companies: 320 })
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"[\w-]{27}"$/)
  expect(await first.json()).toEqual({ companies: 320 })
  for (const named of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = answerJson(asked(named), { companies: 320 })
    expect([named, again.status, await again.text()]).toEqual([named, 304, ''])
    expect(again.headers.get('etag')).toBe(tag)
  }
  for (const other of ['"other"', tag.replaceAll('"', ''), ''])
    expect(answerJson(asked(other), { companies: 320 }).status).toBe(200)
})

test('another figure, and another form of it, has another tag', () => {
  const tag = (body: string) => answer(asked(), body, {}).headers.get('etag')
  expect(new Set([tag('{"companies":320}'), tag('{"companies":321}'), tag('320')]).size).toBe(3)
})

test('any site may read it, and it is asked for again each time', () => {
  const { headers } = answer(asked(), 'a', { 'content-type': 'text/csv' })
  expect(headers.get('access-control-allow-origin')).toBe('*')
  expect(headers.get('cache-control')).toBe('no-cache')
  expect(headers.get('content-type')).toBe('text/csv')
})

import { expect, test } from '../fixtures'

test('the health door says that database, tables and jobs are there', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toEqual({ ready: true, jobs: 'running' })
})

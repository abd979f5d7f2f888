import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('every act of somebody signed in gives its form, so that one sent twice is one act', () => {
  const doors = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('actions.ts'))
    .map((path) => join('app', path))
  expect(doors.length).toBeGreaterThan(10)
  const without = doors.filter((door) =>
    /contextFor(Member\(\)|\('\w+'\))/.test(readFileSync(door, 'utf8')),
  )
  expect(without).toEqual([])
})

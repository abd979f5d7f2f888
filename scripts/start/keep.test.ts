import { expect, test } from 'vitest'
import { keepRunning } from './keep.mjs'

/** Runs that last so many ms each, the last of them for ever; answers the pauses before the starts after the first. */
async function pausesOf(lasting: number[], failing: number[] = []) {
  let time = 0
  let begun = 0
  const pauses: number[] = []
  const run = () => {
    const ms = lasting[begun++] ?? 0
    return {
      // Time goes by from when it is awaited.
      get ended() {
        time += ms
        return Promise.resolve({ code: 0 })
      },
    }
  }
  await keepRunning(run(), {
    begin: async () => {
      if (failing.includes(begun)) {
        begun++
        throw new Error('not ready')
      }
      return run()
    },
    tell: () => {},
    isOver: () => begun > lasting.length,
    wait: (ms: number) => Promise.resolve(void pauses.push(ms)),
    now: () => time,
  })
  return pauses
}

test('what dies at once is begun again at once, then after longer and longer pauses', async () => {
  expect(await pausesOf([10, 10, 10, 10, 10, 10, 10, 10])).toEqual([
    0, 1000, 2000, 5000, 10_000, 30_000, 30_000, 30_000,
  ])
})

test('what ran well for a while is begun again at once', async () => {
  expect(await pausesOf([10, 10, 90_000, 10])).toEqual([0, 1000, 0, 1000])
})

test('a start that fails is tried again', async () => {
  expect(await pausesOf([10, 10, 10], [1])).toEqual([0, 1000, 2000])
})

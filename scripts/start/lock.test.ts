import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beganAt } from '../process.mjs'
import { findHolder, takeLock } from './lock.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kerong-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const mine = { address: 'http://127.0.0.1:3000', name: undefined }
const writeLock = (holder: object) =>
  writeFileSync(join(folder, 'start.lock'), JSON.stringify(holder))

async function withSleeper(work: (pid: number) => void) {
  const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'])
  await once(sleeper, 'spawn')
  work(sleeper.pid ?? 0)
  sleeper.kill('SIGKILL')
  await once(sleeper, 'exit')
  return sleeper.pid ?? 0
}

test('a free folder is taken and let go', () => {
  const release = takeLock(folder, mine)
  expect(existsSync(join(folder, 'start.lock'))).toBe(true)
  release()
  expect(existsSync(join(folder, 'start.lock'))).toBe(false)
})

test('a folder that a living process holds is refused, with its address', async () => {
  await withSleeper((pid) => {
    writeLock({ pid, began: beganAt(pid), address: 'http://127.0.0.1:3210' })
    expect(findHolder(folder)?.pid).toBe(pid)
    expect(() => takeLock(folder, mine)).toThrow('http://127.0.0.1:3210')
  })
})

test('a script that holds the folder is named', async () => {
  await withSleeper((pid) => {
    writeLock({ pid, began: beganAt(pid), name: 'npm run import' })
    expect(() => takeLock(folder, mine)).toThrow(/^npm run import uses/)
  })
})

test('what an ended process, a later one of the same number, or a torn file left behind is taken over', async () => {
  const ended = await withSleeper(() => {})
  const take = () => {
    const release = takeLock(folder, mine)
    expect(JSON.parse(readFileSync(join(folder, 'start.lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
      address: mine.address,
    })
    release()
  }
  for (const left of [
    { pid: ended, began: '1' },
    { pid: process.ppid, began: 'another time' },
    {},
  ]) {
    writeLock(left)
    take()
  }
  writeFileSync(join(folder, 'start.lock'), '{"pid":')
  take()
})

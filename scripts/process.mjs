import { readFileSync } from 'node:fs'

/** State and start time of a process, from Linux's /proc; undefined elsewhere. */
function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return { state: fields[0], began: fields[19] }
  } catch {
    return undefined
  }
}

/** When a process began: with its number this tells it from a later one that got the same number. */
export const beganAt = (pid) => statOf(pid)?.began

export function exists(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Whether a process runs. One that has ended and that nobody has collected (a container without init) does not. */
export const isRunning = (pid) => exists(pid) && statOf(pid)?.state !== 'Z'

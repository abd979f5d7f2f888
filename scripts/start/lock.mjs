import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beganAt, isRunning } from '../process.mjs'
import { Stop } from '../stop.mjs'

function isHeld(holder) {
  if (!Number.isInteger(holder.pid) || holder.pid === process.pid) return false
  return isRunning(holder.pid) && holder.began === beganAt(holder.pid)
}

function holderOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return {}
  }
}

/** The start script that runs on this folder now, if one does. */
export function findHolder(folder) {
  const holder = holderOf(join(folder, 'start.lock'))
  return isHeld(holder) ? holder : undefined
}

const whyHeld = ({ address, name, pid }) =>
  address === undefined
    ? `${name} uses this folder's database at this moment (process ${pid}): wait until it has ended, then start again.`
    : `Kerong already runs from this folder at ${address} (process ${pid}): use it there, or stop it first with Ctrl-C or kill ${pid}.`

/** One script at a time keeps the embedded database of a data folder: the server at `address`, or the script `name`. A lock whose process is gone (kill -9, power cut) is taken over. */
export function takeLock(folder, { address, name }) {
  const file = join(folder, 'start.lock')
  const mine = `${file}.${process.pid}`
  writeFileSync(
    mine,
    JSON.stringify({ pid: process.pid, began: beganAt(process.pid), address, name }),
  )
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        linkSync(mine, file)
        return () => rmSync(file, { force: true })
      } catch (error) {
        if (error.code !== 'EEXIST') throw error
      }
      const holder = findHolder(folder)
      if (holder !== undefined) throw new Stop(whyHeld(holder))
      rmSync(file, { force: true })
    }
    throw new Stop(`Somebody else starts Kerong in this folder at this moment: try again.`)
  } finally {
    rmSync(mine, { force: true })
  }
}

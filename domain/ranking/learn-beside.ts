import { join } from 'node:path'
import type { Worker } from 'node:worker_threads'
import { learnCity, type CityLedger } from './learn-city'
import type { KeptRanking } from './ranking'
import { finishBeside } from './steps'

/**
 * From the folder that the process was started in: one way for pages, scripts and tests. Asked of the process and not
 * imported, or Next would build the thread's file, and tsx with it.
 */
function startThread(ledger: CityLedger): Worker {
  const { Worker: Thread } = process.getBuiltinModule('node:worker_threads')
  const file = join(process.cwd(), 'domain/ranking/learn-thread.mjs')
  return new Thread(file, { workerData: ledger, execArgv: [] })
}

function answerOf(thread: Worker): Promise<KeptRanking> {
  return new Promise((answer, fail) => {
    thread.once('message', answer)
    thread.once('error', fail)
    thread.once('exit', () => fail(new Error('the thread ended without an answer')))
  })
}

let hasSaidWhy = false

/** Learns in a thread, beside the pages. Where none can start the night is not lost: then in steps, in this one. */
export async function learnBeside(
  ledger: CityLedger,
  start: (ledger: CityLedger) => Worker = startThread,
): Promise<KeptRanking> {
  try {
    return await answerOf(start(ledger))
  } catch (error) {
    if (!hasSaidWhy) console.error('the ranking is learned without a thread:', error)
    hasSaidWhy = true
    return finishBeside(learnCity(ledger))
  }
}

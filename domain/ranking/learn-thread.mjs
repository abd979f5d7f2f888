/** Runs in a thread: learns from the ledger that it is started with, answers what was learned, and ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// A thread does not inherit how its process reads TypeScript.
register()
const { learnCity } = await import('./learn-city.ts')
const { finish } = await import('./steps.ts')
parentPort.postMessage(finish(learnCity(workerData)))

import { setWorkerState } from '@/ports/worker-state'
import { startWorker, stopWorker } from './worker'

const AGAIN_MS = 10_000
const shared = globalThis as { kerongStopJobs?: () => Promise<void> }

/** Jobs run in the web process by default; KERONG_JOBS=off leaves them to a worker process of their own. */
export async function beginJobs(): Promise<void> {
  const url = process.env.DATABASE_URL
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  if (!url || process.env.KERONG_JOBS === 'off') return
  // Called by server/web.mjs when the process is told to end.
  shared.kerongStopJobs = () => stopWorker().catch(() => undefined)
  try {
    await startWorker(url)
    setWorkerState('running')
  } catch (error) {
    // A throw here would make every page answer 500; /api/health shows it until the database is back.
    setWorkerState('failed')
    console.error('jobs did not start:', error instanceof Error ? error.message : error)
    setTimeout(() => void beginJobs(), AGAIN_MS).unref()
  }
}

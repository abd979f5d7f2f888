import { setWorkerState } from '@/ports/worker-state'
import { startWorker, stopWorker } from './worker'

/** Jobs run in the web process by default; KERONG_JOBS=off leaves them to a worker process of their own. */
export async function beginJobs(): Promise<void> {
  const url = process.env.DATABASE_URL
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  if (!url || process.env.KERONG_JOBS === 'off') return
  try {
    await startWorker(url)
    setWorkerState('running')
  } catch (error) {
    // A throw here would make every page answer 500; /api/health shows it.
    setWorkerState('failed')
    console.error('jobs did not start:', error instanceof Error ? error.message : error)
  }
  if (process.env.NEXT_MANUAL_SIG_HANDLE) {
    const leave = () => void stopWorker().finally(() => process.exit(0))
    process.once('SIGTERM', leave)
    process.once('SIGINT', leave)
  }
}

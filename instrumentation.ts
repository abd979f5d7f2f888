/** Jobs run in the web process by default; KERONG_JOBS=off leaves them to a worker process of their own. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build')
    return
  const url = process.env.DATABASE_URL
  if (!url || process.env.KERONG_JOBS === 'off') return
  const { startWorker, stopWorker } = await import('./jobs/worker')
  const { setWorkerState } = await import('./ports/worker-state')
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

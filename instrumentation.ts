/** Next calls this once when the server starts. The rest is for Node alone, so it is loaded only there. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { beginJobs } = await import('./jobs/in-process')
    await beginJobs()
  }
}

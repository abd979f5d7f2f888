import PgBoss from 'pg-boss'
import { queueNames, type Jobs, type QueueName } from '@/ports/queue'
import { handlers } from './jobs'

const POLL_SECONDS = 1
const STOP_MS = 10_000
const shared = globalThis as { kerongWorker?: Promise<PgBoss> }

async function work<Name extends QueueName>(boss: PgBoss, name: Name): Promise<void> {
  await boss.work<Jobs[Name]>(name, { pollingIntervalSeconds: POLL_SECONDS }, async (batch) => {
    for (const job of batch) await handlers[name](job.data)
  })
}

async function begin(url: string): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: url, migrate: false, schedule: true, max: 3 })
  boss.on('error', (error) => console.error('jobs:', error.message))
  await boss.start()
  for (const name of queueNames) await work(boss, name)
  return boss
}

/** Takes jobs in this process until it is stopped; once, however often the module is loaded. */
export async function startWorker(url: string): Promise<void> {
  shared.kerongWorker ??= begin(url)
  try {
    await shared.kerongWorker
  } catch (error) {
    delete shared.kerongWorker
    throw error
  }
}

/** Finishes the job in hand, for ten seconds at most. */
export async function stopWorker(): Promise<void> {
  const boss = await shared.kerongWorker
  await boss?.stop({ graceful: true, timeout: STOP_MS })
}

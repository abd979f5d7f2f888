import { sql } from 'drizzle-orm'
import { database } from '@/db/client'
import journal from '@/db/migrations/meta/_journal.json'
import { sqlState } from '@/domain/context'
import { workerState } from '@/ports/worker-state'

export const dynamic = 'force-dynamic'

const newest = Math.max(...journal.entries.map((entry) => entry.when))

async function whyNotReady(): Promise<'database-unreachable' | 'migrations-missing' | null> {
  try {
    const { rows } = await database().execute<{ newest: string | null }>(
      sql`select max(created_at) as newest from drizzle.__drizzle_migrations`,
    )
    return Number(rows[0]?.newest ?? 0) >= newest ? null : 'migrations-missing'
  } catch (error) {
    return sqlState(error) === '42P01' ? 'migrations-missing' : 'database-unreachable'
  }
}

/** 200 once the database answers and has every table; 503 and when to ask again until then. */
export async function GET(): Promise<Response> {
  const reason = await whyNotReady()
  if (reason === null)
    return Response.json(
      { ready: true, jobs: workerState() },
      { headers: { 'cache-control': 'no-store' } },
    )
  return Response.json(
    { ready: false, reason },
    { status: 503, headers: { 'cache-control': 'no-store', 'retry-after': '2' } },
  )
}

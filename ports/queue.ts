/** What runs after the commit: a job is put in the same transaction as the change that needs it. */
import { sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'
import type { Database } from '@/db/client'

/** Every queue there is, with what a job of it carries. The migration step makes them. */
export interface Jobs {
  'judge-need': { needId: string }
  'judge-product': { productId: string }
  'judge-needs': { needIds: string[] }
  'judge-due': object
  'rank-anew': object
  'run-clocks': object
  'clear-old': object
  'check-totals': object
  'find-doubts': object
  'write-digests': object
  'send-mails': object
  'check-import': { importId: string }
  'run-import': { importId: string }
}
export type QueueName = keyof Jobs
export const queueNames: readonly QueueName[] = [
  'judge-need',
  'judge-product',
  'judge-needs',
  'judge-due',
  'rank-anew',
  'run-clocks',
  'clear-old',
  'check-totals',
  'find-doubts',
  'write-digests',
  'send-mails',
  'check-import',
  'run-import',
]

/** What comes round by the clock of Xi'an. Often, and cheap when nothing is due: what an outage missed is made up for. */
export const rounds: readonly { name: QueueName; cron: string }[] = [
  { name: 'write-digests', cron: '*/10 * * * *' },
  { name: 'send-mails', cron: '*/5 * * * *' },
  { name: 'run-clocks', cron: '*/10 * * * *' },
  { name: 'find-doubts', cron: '*/10 * * * *' },
  // The night's work at ten past midnight; each hour asks whether it was done.
  { name: 'judge-due', cron: '10 * * * *' },
  { name: 'rank-anew', cron: '25 * * * *' },
  { name: 'clear-old', cron: '40 * * * *' },
  { name: 'check-totals', cron: '50 * * * *' },
]
export const ROUNDS_ZONE = 'Asia/Shanghai'
/** pg-boss passes its rounds on by a queue of its own. */
export const ROUNDS_QUEUE = '__pgboss__send-it'

/** pg-boss speaks in `$n`; the transaction binds the same values. */
function statements(db: Database) {
  return {
    async executeSql(text: string, values: unknown[] = []) {
      const parts = text.split(/\$(\d+)/)
      const query = sql.join(
        parts.map((part, index) =>
          index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
        ),
      )
      const { rows } = await db.execute(query)
      return { rows }
    },
  }
}

let sender: PgBoss | undefined

/** Puts a job into the transaction: a rollback leaves none. */
export async function enqueue<Name extends QueueName>(
  tx: Database,
  name: Name,
  data: Jobs[Name],
): Promise<void> {
  sender ??= new PgBoss({
    db: { executeSql: () => Promise.reject(new Error('jobs are sent inside a transaction')) },
  })
  const id = await sender.send(name, data, {
    db: statements(tx),
    retryLimit: 5,
    retryBackoff: true,
  })
  // pg-boss inserts nothing, silently, where the queue was never made.
  if (id === null) throw new Error(`there is no queue ${name}: migrate the database`)
}

const subjectOf = { 'judge-need': 'needId', 'judge-product': 'productId' } as const

/** Of these needs, or products, those whose last judgement that was asked for has not been made. */
export async function listBeingJudged(
  db: Database,
  name: keyof typeof subjectOf,
  ids: readonly string[],
): Promise<Set<string>> {
  const id = sql`data->>${sql.raw(`'${subjectOf[name]}'`)}`
  const { rows } = await db.execute<{ id: string }>(sql`
    select last.id from (
      select distinct on (${id}) ${id} as id, state
      from pgboss.job
      where name = ${name} and ${id} = any(${sql.param(ids)}::text[])
      order by ${id}, created_on desc, state
    ) as last
    where last.state not in ('completed', 'cancelled')`)
  return new Set(rows.map((row) => row.id))
}

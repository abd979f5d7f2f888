import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { introduction, need, offer, product, request } from '@/db/schema'
import { newCode } from './id'

const tables = { need, product, introduction, offer, request }

/** A code that nothing of its noun has yet: of six digits, two of a thousand are alike as often as not. */
export async function freshCode(
  tx: Database,
  noun: keyof typeof tables,
  now: Date,
): Promise<string> {
  const table = tables[noun]
  for (;;) {
    const code = newCode(noun, now)
    if ((await tx.$count(table, eq(table.code, code))) === 0) return code
  }
}

import { and, eq, like } from 'drizzle-orm'
import type { Context } from '../context'
import { organisation } from '@/db/schema'

/** The demonstration city's authorities have codes of a region that is given to nobody. */
const ITS_CODES = '11619999%'

/** Whether this is the demonstration city, where no mail is sent: a one-time link is shown on the page that asked for it. */
export async function isDemonstration({ db }: Context): Promise<boolean> {
  const [found] = await db
    .select({ id: organisation.id })
    .from(organisation)
    .where(and(eq(organisation.kind, 'authority'), like(organisation.uscc, ITS_CODES)))
    .limit(1)
  return found !== undefined
}

import { eq } from 'drizzle-orm'
import { introduction, service } from '@/db/schema'
import { WAN } from './rows'
import type { Scene } from './tale'

/** A drawing as its financier reports it. */
export const drawing = (more = {}) => ({
  amountFen: 100 * WAN,
  drawnOn: '2024-05-15',
  contractNo: 'HT-2024-1',
  secures: null,
  ...more,
})

export const drawingsOf = ({ db }: Scene, introductionId: string) =>
  db.select().from(service).where(eq(service.introductionId, introductionId)).orderBy(service.id)

export const readState = async ({ db }: Scene, id: string) =>
  (await db.select().from(introduction).where(eq(introduction.id, id)))[0]?.state

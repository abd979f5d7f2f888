import { cache } from 'react'
import { contextFor } from '@/app/session'
import { listOwnTasks, type OwnTasks } from '@/domain/need/tasks'

/** Read once a request: the bar counts what the home lists. */
export const ownTasks = cache(async () => listOwnTasks(await contextFor('company')))

/** What has a clock or waits for the company alone. A draft does not: nobody else is held up by it. */
export function countTasks({ requests, offers, drawings, returned }: OwnTasks): number {
  return requests.length + offers.length + drawings.length + returned.length
}

import { getLocale } from 'next-intl/server'
import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { pathFor } from '@/messages/navigation'

/**
 * Ends an act that was done: on to a page. The browser drops the pages it kept, so that its Back shows what is so now,
 * not what was so before. `replace` leaves a form behind that Back would show empty.
 */
export async function go(path: string, how?: 'push' | 'replace'): Promise<never> {
  refresh()
  redirect(pathFor(await getLocale(), path), how)
}

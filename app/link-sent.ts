import { getLocale } from 'next-intl/server'
import type { FormState } from '@/components/ui/form-state'
import type { Context } from '@/domain/context'
import { isDemonstration } from '@/domain/organisation/demonstration'
import { pathFor } from '@/messages/navigation'

/** What every asking for a one-time link is answered: the same words, whoever's the address is. */
export async function linkSent(context: Context, email: string, path: string): Promise<FormState> {
  const values: FormState['values'] = { sentTo: email }
  if (await isDemonstration(context)) values.link = pathFor(await getLocale(), path)
  return { status: 'done', values }
}

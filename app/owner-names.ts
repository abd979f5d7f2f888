import { getLocale } from 'next-intl/server'
import { listed } from '@/components/format/lists'
import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { listColleagues } from '@/domain/member/queries'

/** Who may make a colleague of its organisation more than a reader. */
export async function ownerNames(context: Context<MemberActor>): Promise<string> {
  const [locale, colleagues] = await Promise.all([getLocale(), listColleagues(context)])
  const owners = colleagues.filter(({ role, state }) => role === 'owner' && state === 'active')
  return listed(
    owners.map(({ name }) => name),
    locale,
  )
}

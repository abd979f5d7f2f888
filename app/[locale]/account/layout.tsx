import { contextForMember } from '@/app/session'
import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { CompanyBar } from '../company/bar'
import { FinancierBar } from '../financier/bar'
import { OfficialBar } from '../official/bar'

/** One's own bar: settings are no other place, and the way on is where it always is. */
function Bar({ context }: { context: Context<MemberActor> }) {
  const { actor, ...rest } = context
  switch (actor.audience) {
    case 'company':
      return <CompanyBar context={{ ...rest, actor }} />
    case 'financier':
      return <FinancierBar context={{ ...rest, actor }} />
    case 'official':
      return <OfficialBar context={{ ...rest, actor }} />
  }
}

export default async function Layout({ children }: LayoutProps<'/[locale]/account'>) {
  return (
    <>
      <Bar context={await contextForMember()} />
      {children}
    </>
  )
}

import { getTranslations } from 'next-intl/server'
import { changeColleagueRole, invite, removeColleague } from '@/app/team-actions'
import { colleagueOf } from '@/components/team/colleague'
import { Team } from '@/components/team/team'
import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { listColleagues } from '@/domain/member/queries'
import { findOwnOrganisation } from '@/domain/organisation/queries'

/** The team page of all three audiences; each page asks for its own context. */
export async function teamPage(context: Context<MemberActor>, done: string | string[] | undefined) {
  const [colleagues, own, domain] = await Promise.all([
    listColleagues(context),
    findOwnOrganisation(context),
    getTranslations('domain'),
  ])
  const place = [
    own.district && domain(`district.${own.district}`),
    own.zone && domain(`zone.${own.zone}`),
  ]
  return (
    <Team
      actor={context.actor}
      organisation={{
        name: own.name,
        uscc: own.uscc,
        state: own.state,
        place: place.filter(Boolean).join(' · ') || null,
      }}
      colleagues={colleagues.map((colleague) => colleagueOf(colleague, context.now))}
      actions={{ invite, changeRole: changeColleagueRole, remove: removeColleague }}
      done={done === 'role' || done === 'removed' ? done : null}
    />
  )
}

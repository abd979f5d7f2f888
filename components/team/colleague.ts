import { dayOf } from '@/domain/calendar/calendar'
import type { Duty, MemberRole, MemberState } from '@/domain/member/member'
import type { FormAction } from '../ui/form-state'

export interface Colleague {
  id: string
  name: string
  email: string
  role: MemberRole
  state: MemberState
  duties: Duty[]
  /** Since when it belongs to the team, or was invited: a day in Asia/Shanghai. */
  since: string
  /** The last day of an invitation that was not accepted, and whether that has passed. */
  invited: { until: string; isOver: boolean } | null
}

export interface TeamActions {
  invite: FormAction
  changeRole: FormAction
  remove: FormAction
}

/** A member as the team reads of it; the moment until which an invitation is good is the end of a day. */
export function colleagueOf(
  member: Omit<Colleague, 'since' | 'invited'> & { createdAt: Date; invitedUntil: Date | null },
  now: Date,
): Colleague {
  const { id, name, email, role, state, duties, createdAt, invitedUntil } = member
  return {
    ...{ id, name, email, role, state, duties },
    since: dayOf(createdAt),
    invited:
      state === 'invited' && invitedUntil
        ? { until: dayOf(new Date(invitedUntil.getTime() - 1)), isOver: invitedUntil <= now }
        : null,
  }
}

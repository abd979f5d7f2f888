import type { Duty, MemberRole, MemberState } from '@/domain/member/member'
import type { FormAction } from '../ui/form-state'

export interface Colleague {
  id: string
  name: string
  email: string
  role: MemberRole
  state: MemberState
  duties: Duty[]
  /** A day in Asia/Shanghai. */
  since: string
}

export interface TeamActions {
  invite: FormAction
  changeRole: FormAction
  remove: FormAction
}

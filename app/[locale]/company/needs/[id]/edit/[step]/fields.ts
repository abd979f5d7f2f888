import type { Locale } from 'next-intl'
import type { Day } from '@/domain/calendar/calendar'
import type { NeedTerms } from '@/domain/need/need'
import type { Facts } from '@/domain/profile/profile'

/** What the fields of every step begin with. */
export interface StepFields {
  terms: NeedTerms
  facts: Facts
  /** The step was saved before, so its own answers win over what the profile would suggest. */
  visited: boolean
  today: Day
  /** Its words must not hold it. */
  companyName: string
  locale: Locale
}

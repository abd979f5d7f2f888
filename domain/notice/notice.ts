/** A notification as its reader may read it at the moment. */
import type { Day } from '../calendar/calendar'
import type { Teaser } from '../need/teaser'
import type { NotificationKind, NotificationSubject } from '../notification/notification'
import type { FinancingClass } from '../product/classes'

export interface SubjectFacts {
  /** The other side, where the reader may know it; of a product its own name. */
  name: string | null
  code: string | null
  amountFen: number | null
  class: FinancingClass | null
  on: Day | null
  /** Leads only. */
  teaser: Teaser | null
  state: string
  /** Whether an answer to part of it is awaited: a drawing's, or new words'. */
  awaits: boolean
}

export interface Notice {
  id: string
  kind: NotificationKind
  subject: NotificationSubject
  subjectId: string
  /** How many leads it tells of; 1 for all else. */
  many: number
  at: Date
  readAt: Date | null
  /** The view whose alert it is, while the reader sees it. */
  view: { id: string; name: string } | null
  /** What the reader may read of the subject now; null once it is closed to it. */
  facts: SubjectFacts | null
  /** Whether there is still to do what it asks for. */
  asks: boolean
}

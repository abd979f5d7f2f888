import type { Day } from '@/domain/calendar/calendar'
import type { FieldGroup, Purpose } from '@/domain/consent/consent'
import type { ContactKind, DeclineCode, Origin } from '@/domain/introduction/introduction'
import type { NeedStep, NeedTerms } from '@/domain/need/need'
import type { OfferTerms } from '@/domain/offer/offer'
import type { ServiceFate } from './services'
import type { Company, Financier, Member, Product } from './world'

/** What would happen to an introduction if nothing cut it short. Moments in order; what lies ahead of now has not happened. */
export interface IntroductionPlan {
  product: Product
  financier: Financier
  manager: Member
  origin: Origin
  startedAt: Date
  asked: { groups: FieldGroup[]; purpose: Purpose; until: Day }
  /** Yes to an invitation or an assignment. */
  answeredAt?: Date
  /** When the company may be known: its consent, or the yes to its invitation. */
  openedAt?: Date
  contacts: { at: Date; kind: ContactKind; note: string | null }[]
  indicative?: { at: Date; terms: OfferTerms; askedAt?: Date }
  fileCompleteAt?: Date
  approved?: { at: Date; terms: OfferTerms }
  acceptedAt?: Date
  drawings: { at: Date; on: Day; amountFen: number; contractNo: string; fate?: ServiceFate }[]
  end?: IntroductionEnd
  looks: { at: Date; groups: FieldGroup[] }[]
}

export type IntroductionEnd =
  | { at: Date; ending: 'declined-by-financier'; code: DeclineCode; words: string | null }
  | { at: Date; ending: 'ended-by-company'; words: string }
  | { at: Date; ending: 'refused-by-company' | 'need-ended' }

export interface NeedPlan {
  company: Company
  terms: NeedTerms
  createdAt: Date
  submittedAt?: Date
  returned?: { at: Date; reason: string; submittedAgainAt?: Date }
  publishedAt?: Date
  ended?: { at: Date; state: 'withdrawn' | 'closed' | 'expired' }
  introductions: IntroductionPlan[]
  /** Where a draft got to; all steps where it is left out. */
  stepsDone?: NeedStep[]
}

/** The last moment at which a plan holds one of the three seats. */
export function freesSeatAt(plan: IntroductionPlan): Date | null {
  return plan.end?.at ?? plan.drawings[0]?.at ?? null
}

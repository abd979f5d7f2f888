import type { MemberActor } from '@/domain/actor'
import type { NotificationKind, NotificationSubject } from '@/domain/notification/notification'

interface About {
  kind: NotificationKind
  subject: NotificationSubject
  subjectId: string
  many: number
  view: { id: string } | null
}

/** Where the thing stands that a member is told of, in its own part of the application; without the language. */
export function noticeAddress(
  audience: MemberActor['audience'],
  { kind, subject, subjectId, many, view }: About,
): string {
  // What a company answers of a drawing stands among its services.
  if (kind === 'drawing-reported') return '/company/services'
  if (kind === 'product-paused') return `/financier/products/${subjectId}`
  switch (subject) {
    case 'match':
      return `/financier/leads/${subjectId}`
    case 'product':
      return view ? `/financier?view=${view.id}` : `/financier?product=${subjectId}`
    case 'introduction':
      return `/${audience}/introductions/${subjectId}`
    case 'need':
      return `/${audience}/needs/${subjectId}`
    case 'service':
      if (audience === 'company') return '/company/services'
      return audience === 'official'
        ? `/official/ledger/${subjectId}`
        : many > 1
          ? '/financier/record'
          : `/financier/record/${subjectId}`
    case 'organisation':
      return audience === 'official' ? `/official/organisations/${subjectId}` : `/${audience}`
    case 'totals':
      return '/official'
  }
}

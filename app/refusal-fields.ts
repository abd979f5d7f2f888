import type { Messages } from '@/messages/messages'

type Refusal = keyof Messages['refusals']

/** Refusals that are about one answer, and the fields that may hold it: the sentence stands at the one that was sent. */
const fieldsOf: Partial<Record<Refusal, readonly string[]>> = {
  'amount-over-open': ['amountFen'],
  'before-approval': ['drawnOn'],
  'before-introduction': ['contactedOn'],
  'class-of-kind': ['class'],
  'day-in-future': ['happenedOn', 'drawnOn', 'contactedOn'],
  'founded-in-future': ['foundedOn'],
  'name-of-another': ['companyName'],
  'not-a-company': ['uscc'],
  'over-granted': ['amountFen'],
  'printed-in-future': ['on'],
  'question-name-taken': ['name'],
  'until-far': ['until'],
  'until-past': ['until'],
  'uscc-invalid': ['uscc'],
  'valid-until-past': ['validUntil'],
  'wanted-by-past': ['wantedBy'],
  'words-tell-who': ['words'],
  'year-in-future': ['debtRatioYear'],
}

/** The field at which a refusal is said, among those that were sent; none for what concerns the whole. */
export function fieldOfRefusal(refusal: Refusal, sent: object): string | undefined {
  return fieldsOf[refusal]?.find((field) => Object.hasOwn(sent, field))
}

import type { Asked, PublicQuestion } from '@/domain/totals/public-question'
import { defaultDefinition, monthText } from '@/domain/totals/totals'

const names = ['from', 'to', 'asOf', 'definition'] as const

/** The words of a question in an address; an empty one was not asked. */
export function askedOf(
  query: URLSearchParams | Record<string, string | string[] | undefined>,
): Asked {
  const asked: Asked = {}
  for (const name of names) {
    const word = query instanceof URLSearchParams ? query.get(name) : [query[name]].flat().at(-1)
    if (word) asked[name] = word
  }
  return asked
}

/** The address of a question, so that it can be opened, sent on, and asked again. */
export function queryOf(
  { period, definition, asOf }: PublicQuestion,
  more: Record<string, string> = {},
): string {
  return new URLSearchParams({
    from: monthText(period.from),
    to: monthText(period.to),
    ...(definition.code === defaultDefinition.code ? {} : { definition: definition.code }),
    ...(asOf ? { asOf: asOf.toISOString() } : {}),
    ...more,
  }).toString()
}

/** The words of an address, and the address of a question: what a page links to, sends on, and is asked with again. */
import {
  parameterNames,
  readPublicQuestion,
  readQuestion,
  type Parameters,
} from '@/domain/totals/read-question'

export type SearchParams = Record<string, string | string[] | undefined>

/** The first word of a name without the spaces round it; an empty one was not said. */
export function textOf(params: SearchParams, name: string): string | undefined {
  const text = [params[name]].flat()[0]?.trim()
  return text === '' ? undefined : text
}

function wordsOf(pick: (name: string) => string | null | undefined): Parameters {
  const words: Parameters = {}
  for (const name of parameterNames) words[name] = pick(name) || undefined
  return words
}

/** What an official's page or file is asked. */
export function askedOf(params: SearchParams, now: Date) {
  return readQuestion(
    wordsOf((name) => textOf(params, name)),
    now,
  )
}

/** What a page that anyone may read is asked: of a word said twice the last. */
export function publicPageAsked(params: SearchParams, now: Date) {
  return readPublicQuestion(
    wordsOf((name) => [params[name]].flat().at(-1)),
    now,
  )
}

/** What the interface is asked: of a word said twice the first. */
export function interfaceAsked(query: URLSearchParams, now: Date) {
  return readPublicQuestion(
    wordsOf((name) => query.get(name)),
    now,
  )
}

/** The address of a page or a file for a question: what it asks, changed where something is to change. */
export function addressOf(
  path: string,
  parameters: Parameters,
  change: Record<string, string | undefined> = {},
): string {
  const all: Record<string, string | undefined> = { ...parameters, ...change }
  const query = new URLSearchParams(
    Object.entries(all).filter((pair): pair is [string, string] => Boolean(pair[1])),
  )
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

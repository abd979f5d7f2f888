/** The words of an address, and the address of a question: what a page links to, sends on, and is asked with again. */
import type { OfficialActor, PublicActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { readPublic } from '@/domain/publication/read-public'
import { placeQuestion } from '@/domain/totals/place-question'
import {
  parameterNames,
  publicParameterNames,
  readQuestion,
  type Parameters,
  type QuestionTrouble,
} from '@/domain/totals/read-question'

export type SearchParams = Record<string, string | string[] | undefined>

/** Next gives the methods of every object where a name is one of theirs: what is no text was not said. */
const textsOf = (value: unknown): string[] =>
  [value].flat().flatMap((text) => (typeof text === 'string' && text.trim()) || [])

/** The first word of a name without the spaces round it; an empty one was not said. */
export function textOf(params: SearchParams, name: string): string | undefined {
  const [first] = [params[name]].flat()
  return textsOf(first)[0]
}

/** What a door is asked beside the question, each with what it may be. */
export type Also = Record<string, readonly string[] | ((text: string) => boolean)>

interface Words {
  words: Parameters
  trouble: QuestionTrouble | null
}

function wrongWord(
  name: string,
  said: readonly string[],
  names: readonly string[],
  also: Also,
): QuestionTrouble['code'] | null {
  const allowed = Object.hasOwn(also, name) ? also[name] : undefined
  if (!allowed && !names.includes(name)) return 'unknown'
  if (said.length > 1) return 'twice'
  const [text = ''] = said
  if (!allowed) return null
  return (typeof allowed === 'function' ? allowed(text) : allowed.includes(text)) ? null : 'value'
}

/** Each word once, without the spaces round it; the first that is none of the door's is its trouble. */
function wordsOf(params: SearchParams, names: readonly string[], also: Also): Words {
  const words: Parameters = {}
  let trouble: QuestionTrouble | null = null
  for (const [parameter, value] of Object.entries(params)) {
    const said = textsOf(value)
    if (said.length === 0) continue
    const code = wrongWord(parameter, said, names, also)
    if (code) trouble ??= { code, parameter }
    else if (names.includes(parameter)) words[parameter as keyof Parameters] = said[0]
  }
  return { words, trouble }
}

/** The words of a file's address; of a name said twice both. */
export function paramsOf(query: URLSearchParams): SearchParams {
  return Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)]))
}

/** What an official's page or file is asked. Where there is a trouble it answers with that and no figure. */
export function officialAsked(
  context: Context<OfficialActor>,
  params: SearchParams,
  also: Also = {},
) {
  const { words, trouble } = wordsOf(params, parameterNames, also)
  const read = readQuestion(words, context.now)
  return placeQuestion(context, { ...read, trouble: trouble ?? read.trouble })
}

/** What anyone asks, of a page, a file or the interface. */
export function publicAsked(
  { db, now }: Context<PublicActor>,
  params: SearchParams,
  also: Also = {},
) {
  const { words, trouble } = wordsOf(params, publicParameterNames, also)
  return readPublic(db, words, now, trouble)
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

/** An address that can be printed: with the site that it is of. */
export function wholeAddress(path: string): string {
  return new URL(path, process.env.NEXTAUTH_URL ?? 'http://localhost').href
}

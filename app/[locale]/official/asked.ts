/** What a page of figures is asked, from its address. */
import { getLocale } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { addressOf, officialAsked, textOf, type Also, type SearchParams } from '@/app/address'
import type { OfficialActor } from '@/domain/actor'
import { isDay } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import { isId } from '@/domain/id'
import { pathFor } from '@/messages/navigation'

/** Where a list goes on. */
export const cursorWords = { after: isDay, id: isId } satisfies Also

/** Reads the question; where a moment stands for its position, the page goes on to the address that names the position. */
export async function askedOf(
  context: Context<OfficialActor>,
  path: string,
  params: SearchParams,
  also: Also,
) {
  const asked = await officialAsked(context, params, also)
  if (!asked.trouble && asked.isFixed && textOf(params, 'asOf') !== asked.parameters.asOf) {
    const kept = Object.fromEntries(Object.keys(also).map((name) => [name, textOf(params, name)]))
    redirect(pathFor(await getLocale(), addressOf(path, asked.parameters, kept)))
  }
  return asked
}

import type { Also, SearchParams } from '@/app/address'
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { notOfNeeds } from '@/domain/totals/needs-asked'
import type { Asked } from '@/domain/totals/place-question'
import { askedOf } from '../asked'

/** What a page of needs is asked: what is no condition of a need cannot be read, so that no figure claims it. */
export async function askedOfNeeds(
  context: Context<OfficialActor>,
  path: string,
  params: SearchParams,
  also: Also,
): Promise<Asked> {
  const asked = await askedOf(context, path, params, also)
  const wrong = notOfNeeds.find((name) => asked.parameters[name] !== undefined)
  if (asked.trouble || !wrong) return asked
  return { ...asked, trouble: { code: 'not-of-needs', parameter: wrong } }
}

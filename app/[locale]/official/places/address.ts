import { addressOf } from '@/app/address'
import type { Chain } from '@/domain/chain/chain'
import type { Day } from '@/domain/calendar/calendar'
import type { RegisteredFilter } from '@/domain/organisation/registered'

/** Where a figure of registered companies opens: its companies, as of the same day. */
export function registeredAddress(
  on: Day,
  { district, zone, park, chains }: RegisteredFilter,
): string {
  return addressOf(
    '/official/registered',
    {},
    {
      on,
      district,
      zone,
      park,
      chains: chains && (chains.length === 0 ? 'none' : chains.join('.')),
    },
  )
}

const isChain = (text: string, chains: readonly Chain[]): text is Chain =>
  (chains as readonly string[]).includes(text)

/** The chains that such an address names; undefined where it names none of them. */
export function chainsIn(text: string | undefined, chains: readonly Chain[]): Chain[] | undefined {
  if (!text) return undefined
  return text === 'none' ? [] : text.split('.').filter((one) => isChain(one, chains))
}

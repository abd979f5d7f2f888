import { addressOf } from '@/app/address'
import type { Chain } from '@/domain/chain/chain'
import type { Parameters } from '@/domain/totals/read-question'
import type { ListStanding } from '@/domain/white-list/white-list'

export interface ListFilter {
  on?: Chain
  is?: ListStanding
}

/** Where a figure of the white list opens: its companies, on the same page. */
export function listAddress(parameters: Parameters, { on, is }: ListFilter): string {
  const { from, to, definition } = parameters
  return `${addressOf('/official/white-list', { from, to, definition }, { on, is })}#companies`
}

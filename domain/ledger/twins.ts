/** Rows of the ledger that are alike but for their vouchers: which are there already, and how those that are not are numbered. */

export interface Twin {
  voucher: string | null
}

/**
 * The rows of a group that are not there yet. One with a voucher is the one with that voucher, else one without; one without a
 * voucher is any: they are compared as multisets.
 */
export function notThere<Row extends Twin>(rows: readonly Row[], there: readonly Twin[]): Row[] {
  const left = [...there]
  const take = (fits: (one: Twin) => boolean): boolean => {
    const at = left.findIndex(fits)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  const exact = rows.filter(
    ({ voucher }) => voucher === null || !take((one) => one.voucher === voucher),
  )
  const named = exact.filter(
    ({ voucher }) => voucher === null || !take((one) => one.voucher === null),
  )
  return named.filter(({ voucher }) => voucher !== null || !take(() => true))
}

/** The lowest numbers that no row of the group has. */
export function freeTwins(taken: readonly number[], count: number): number[] {
  const free: number[] = []
  for (let twin = 1; free.length < count; twin++) if (!taken.includes(twin)) free.push(twin)
  return free
}

interface Keyed extends Twin {
  financierId: string
  contractKey: string
  rung: number
  happenedOn: string
  amountFen: number
}

/** What makes rows alike. */
export function keyOf({ financierId, contractKey, rung, happenedOn, amountFen }: Keyed): string {
  return JSON.stringify([financierId, contractKey, rung, happenedOn, amountFen])
}

export function grouped<Row extends Keyed>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

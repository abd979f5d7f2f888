import type { ReactNode } from 'react'
import { Dated } from './dated'

/**
 * Tags for t.rich, the same on every page: `<b>` a figure or a name, `<d>` a date, `<n>` a clause that never breaks.
 * `t.rich('asOf', { ...tags, when })` with "按 <d>{when}</d> 的条件计算".
 */
export const tags = {
  b: (words: ReactNode) => (
    <b>
      <Dated>{words}</Dated>
    </b>
  ),
  d: (words: ReactNode) => <span className="date">{words}</span>,
  n: (words: ReactNode) => <span className="whitespace-nowrap">{words}</span>,
}

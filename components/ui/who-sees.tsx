import type { ReactNode } from 'react'
import { Dated } from './dated'
import { Locked } from './locked'

/** Who reads what stands above. */
export function WhoSees({ children }: { children: ReactNode }) {
  return (
    <Locked>
      <Dated>{children}</Dated>
    </Locked>
  )
}

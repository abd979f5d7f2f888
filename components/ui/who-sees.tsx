import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dated } from './dated'

/** A lock and one line, under whatever is confidential. */
export function WhoSees({ children }: { children: ReactNode }) {
  return (
    <p className="mt-2 flex items-start gap-1.5 text-lock text-ink-3">
      <Lock aria-hidden size={14} className="mt-[0.25em] shrink-0" />
      <span>
        <Dated>{children}</Dated>
      </span>
    </p>
  )
}

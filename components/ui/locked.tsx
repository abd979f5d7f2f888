import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'

/** A lock and one line, under whatever is confidential. */
export function Locked({ children }: { children: ReactNode }) {
  return (
    <p className="mt-2 flex items-start gap-1.5 text-lock text-ink-3">
      <Lock aria-hidden size={14} className="mt-[0.25em] shrink-0" />
      <span>{children}</span>
    </p>
  )
}

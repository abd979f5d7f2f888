'use client'

import type { ReactNode } from 'react'
import { forgetTyping } from '@/components/ui/kept-typing'

/** What was typed and not sent goes with whoever typed it. */
export function SignOutButton({ children }: { children: ReactNode }) {
  return (
    <button onClick={forgetTyping} className="button button-plain button-small w-full">
      {children}
    </button>
  )
}

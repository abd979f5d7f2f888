'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import NextLink from 'next/link'
import type { ReactNode } from 'react'
import { buttonLook } from '@/components/ui/button-look'

/** Tries a change in the panel only: it stands in the address, and the form stays as it was typed. */
export function TryLink({
  change,
  label,
  children,
}: {
  /** Null leaves off trying. */
  change: string | null
  label?: string
  children: ReactNode
}) {
  const path = usePathname()
  const query = new URLSearchParams(useSearchParams())
  if (change === null) query.delete('try')
  else query.set('try', change)
  const asked = query.toString()
  return (
    <NextLink
      href={asked === '' ? path : `${path}?${asked}`}
      scroll={false}
      replace
      prefetch={false}
      aria-label={label}
      className={buttonLook('plain', 'small', false)}
    >
      {children}
    </NextLink>
  )
}

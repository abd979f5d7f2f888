'use client'

import { useEffect } from 'react'

/** The title of what stands in place of a page: Next keeps the title of the page itself. */
export function DocumentTitle({ title }: { title: string }) {
  useEffect(() => {
    document.title = title
  }, [title])
  return null
}

'use client'

import NextLink from 'next/link'
import { useParams } from 'next/navigation'
import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<typeof NextLink>, 'href'> & {
  /** A path of the application without its language, with query and hash: '/company/needs?state=draft'. */
  href: string
}

/** Stays in the reader's language. Pages are dynamic, so nothing is fetched ahead unless asked for. */
export function Link({ href, prefetch = false, ...rest }: Props) {
  const { locale } = useParams<{ locale?: string }>()
  const own = href.startsWith('/') ? `/${locale ?? 'zh'}${href === '/' ? '' : href}` : href
  return <NextLink href={own} prefetch={prefetch} {...rest} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trouble')
  return { title: t('notFound.title') }
}

/** Any address that no page answers, so that its *not found* is in the reader's language. */
export default function Nowhere() {
  notFound()
}

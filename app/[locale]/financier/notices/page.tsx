import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { noticesPage } from '@/app/notices-page'
import { contextFor } from '@/app/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('title') }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/financier/notices'>) {
  const context = await contextFor('financier')
  return noticesPage(context, await searchParams)
}

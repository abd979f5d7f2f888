import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { importListPage } from '@/app/imports/list-page'
import { contextFor } from '@/app/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title') }
}

export default async function Page() {
  return importListPage(await contextFor('official'))
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { importNewPage } from '@/app/imports/new-page'
import { contextFor } from '@/app/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('new.title') }
}

export default async function Page() {
  return importNewPage(await contextFor('financier'))
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { idFrom } from '@/app/imports/id-from'
import { importPage } from '@/app/imports/run-page'
import { contextFor } from '@/app/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title') }
}

export default async function Page({ params }: PageProps<'/[locale]/financier/imports/[id]'>) {
  const context = await contextFor('financier')
  return importPage(context, idFrom((await params).id))
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { idFrom } from '@/app/imports/id-from'
import { importColumnsPage } from '@/app/imports/columns-page'
import { contextFor } from '@/app/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('step.columns') }
}

export default async function Page({
  params,
}: PageProps<'/[locale]/official/imports/[id]/columns'>) {
  const context = await contextFor('official')
  return importColumnsPage(context, idFrom((await params).id))
}

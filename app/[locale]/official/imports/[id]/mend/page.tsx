import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { idFrom } from '@/app/imports/id-from'
import { importMendPage } from '@/app/imports/mend-page'
import { contextFor } from '@/app/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('step.mend') }
}

export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/imports/[id]/mend'>) {
  const context = await contextFor('official')
  return importMendPage(context, idFrom((await params).id), await searchParams)
}

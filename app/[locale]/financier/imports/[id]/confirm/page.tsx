import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { idFrom } from '@/app/imports/id-from'
import { importConfirmPage } from '@/app/imports/confirm-page'
import { contextFor } from '@/app/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('step.confirm') }
}

export default async function Page({
  params,
}: PageProps<'/[locale]/financier/imports/[id]/confirm'>) {
  const context = await contextFor('financier')
  return importConfirmPage(context, idFrom((await params).id))
}

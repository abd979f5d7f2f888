import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { teamPage } from '@/app/team-page'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('team.title') }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/official/team'>) {
  const context = await contextFor('official')
  return teamPage(context, (await searchParams).done)
}

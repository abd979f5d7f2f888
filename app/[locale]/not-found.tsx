import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlainBar } from '@/components/shell/plain-bar'
import { Trouble } from '@/components/shell/trouble'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('trouble')
  return { title: t('notFound.title') }
}

export default function NotFound() {
  return (
    <>
      <PlainBar />
      <Trouble kind="notFound" />
    </>
  )
}

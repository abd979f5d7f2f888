import { getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'

export default async function EmptyPage() {
  const { actor } = await contextFor('company')
  const t = await getTranslations('company')
  return (
    <main id="main" className="page py-16">
      <h1>{actor.personName}</h1>
      <p>{t('destinations.needs')}</p>
    </main>
  )
}

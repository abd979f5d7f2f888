import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { contextFor } from '@/app/session'

/** What `npm run bench -- web` holds every page against: signed in, in two languages, in the same shell. Else it is not there. */
export default async function HelloPage() {
  if (process.env.KERONG_BENCH !== 'web') notFound()
  const { actor } = await contextFor('company')
  const t = await getTranslations('hello')
  return (
    <main id="main" className="page py-16">
      <h1>{t('greeting', { name: actor.personName })}</h1>
    </main>
  )
}

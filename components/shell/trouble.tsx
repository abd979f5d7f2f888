import { useTranslations } from 'next-intl'
import { DocumentTitle } from './document-title.client'
import { LinkButton } from '@/components/ui/button'

/** A page that is not there, or not this account's: what it means, and the way on. */
export function Trouble({
  kind,
  homeHref = '/',
}: {
  kind: 'notFound' | 'forbidden'
  homeHref?: string
}) {
  const [t, shell] = [useTranslations('trouble'), useTranslations('shell')]
  return (
    <main id="main" className="page py-16">
      <DocumentTitle title={`${t(`${kind}.title`)} · ${shell('name')}`} />
      <h1 className="text-h1">{t(`${kind}.title`)}</h1>
      <p className="mt-3 text-ink-2">{t(`${kind}.text`)}</p>
      <div className="mt-6">
        <LinkButton href={homeHref} tone="primary">
          {t(`${kind}.act`)}
        </LinkButton>
      </div>
    </main>
  )
}

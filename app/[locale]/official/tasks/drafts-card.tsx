import { getLocale, getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Task } from '@/components/ui/task'
import { Written } from '@/components/ui/written'
import type { listDraftsToPublish } from '@/domain/register/queries'
import { entryTitle } from '../entries/entry-words'

/** Drafts of other publishers that wait to be read and published. */
export async function DraftsCard({
  drafts,
}: {
  drafts: Awaited<ReturnType<typeof listDraftsToPublish>>
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('official.tasks'),
    getTranslations('domain'),
    getLocale(),
  ])
  return (
    <Card labelledBy="drafts">
      <CardHead id="drafts" title={t('drafts', { count: drafts.length })} note={t('draftsNote')} />
      {drafts.map((one) => (
        <CardBody key={one.id} line>
          <Task
            title={t('publishDraft', { register: domain(`register.${one.register}`) })}
            act={
              <LinkButton href={`/official/entries/${one.id}`} wide>
                {t('openDraft')}
                <span className="sr-only"> {entryTitle(one, locale)}</span>
              </LinkButton>
            }
          >
            <p>
              <Written>{entryTitle(one, locale)}</Written>
            </p>
          </Task>
        </CardBody>
      ))}
    </Card>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { LinkButton } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { TextLink } from '@/components/ui/text-links'
import { whyNotOfCity } from '@/domain/actor'
import { listEntries } from '@/domain/register/queries'
import { DoneToast } from '../done-toast'
import { EntryList } from '../entries/entry-list'
import { RegisterTabs } from '../register-tabs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('tabs.news') }
}

/** News and policies as their publishers keep them. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/news'>) {
  const context = await contextFor('official')
  const [t, query, rows] = await Promise.all([
    getTranslations('registers'),
    searchParams,
    listEntries(context, ['news', 'policy']),
  ])
  const drafts = rows.filter(({ entry }) => entry.state === 'draft').length
  return (
    <main id="main" className="page py-6 sm:py-8">
      <RegisterTabs page="news" />
      <PageHead
        title={t('news.finding', {
          published: rows.filter(({ entry }) => entry.state === 'published').length,
          drafts,
        })}
        act={
          whyNotOfCity(context.actor, 'publisher') === null && (
            <>
              <LinkButton href="/official/entries/new?register=news" tone="primary">
                {t('news.writeNews')}
              </LinkButton>
              <LinkButton href="/official/entries/new?register=policy">
                {t('news.writePolicy')}
              </LinkButton>
            </>
          )
        }
      >
        {t('entry.byTwo')} <TextLink href="/news">{t('news.toPublic')}</TextLink>
      </PageHead>
      <Card as="div">
        <EntryList rows={rows} />
      </Card>
      {textOf(query, 'done') === 'discarded' && <DoneToast>{t('entry.done.discarded')}</DoneToast>}
    </main>
  )
}

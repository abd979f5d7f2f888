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
  return { title: (await getTranslations('registers'))('tabs.indicators') }
}

/** Printed figures from outside, as their publishers keep them. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/indicators'>) {
  const context = await contextFor('official')
  const [t, query, rows] = await Promise.all([
    getTranslations('registers'),
    searchParams,
    listEntries(context, ['indicator']),
  ])
  return (
    <main id="main" className="page py-6 sm:py-8">
      <RegisterTabs page="indicators" />
      <PageHead
        title={t('indicators.finding', {
          figures: rows.length,
          series: new Set(rows.map(({ entry }) => entry.series)).size,
        })}
        act={
          whyNotOfCity(context.actor, 'publisher') === null && (
            <LinkButton href="/official/entries/new?register=indicator" tone="primary">
              {t('indicators.write')}
            </LinkButton>
          )
        }
      >
        {t('indicators.asPrinted')} {t('entry.byTwo')}{' '}
        <TextLink href="/indicators">{t('indicators.toPublic')}</TextLink>
      </PageHead>
      <Card as="div">
        <EntryList rows={rows} />
      </Card>
      {textOf(query, 'done') === 'discarded' && <DoneToast>{t('entry.done.discarded')}</DoneToast>}
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { fileHrefs } from '@/app/file-hrefs'
import { periodTitle } from '@/app/period-title'
import { contextFor } from '@/app/session'
import { count } from '@/components/format/figures'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { readsDoubts } from '@/domain/doubt/queries'
import { SERVICES_A_PAGE } from '@/domain/ledger/queries'
import { countRowsBehind, listServicesInScope } from '@/domain/totals/rows-behind'
import { rowSets } from '@/domain/totals/totals'
import { askedOf, cursorWords } from '../asked'
import { Filters } from '../filters'
import { setWords } from '../ledger-words'
import { questionWords } from '../question-words'
import { ScopeNote } from '../scope-note'
import { ofSet, rowSetIn, rowsAddress } from '../set-address'
import { Standing } from '../standing'
import { Unreadable } from '../unreadable'
import { ServiceRows } from './service-rows'

const path = '/official/ledger'
/** Sets that one goes to and fro between; the others are opened from a sentence of the monitor. */
const tabs = ['counted', 'drawn', 'granted', 'disputed', 'all'] as const

export async function generateMetadata({
  searchParams,
}: PageProps<'/[locale]/official/ledger'>): Promise<Metadata> {
  const t = await getTranslations('ledger')
  return { title: await periodTitle(t('title'), await searchParams) }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/official/ledger'>) {
  const own = await contextFor('official')
  const params = await searchParams
  const asked = await askedOf(own, path, params, { of: rowSets, ...cursorWords })
  if (asked.trouble) return <Unreadable path={path} asked={asked} />
  const { context, question, parameters } = asked
  const set = rowSetIn(params)
  const [day, id] = [textOf(params, 'after'), textOf(params, 'id')]
  const cursor = day && id ? { happenedOn: day, id } : null
  const [t, imports, doubts, locale, words, counts, rows] = await Promise.all([
    getTranslations('ledger'),
    getTranslations('imports'),
    getTranslations('doubts'),
    getLocale(),
    questionWords(asked),
    countRowsBehind(context, question, set),
    listServicesInScope(context, question, set, cursor),
  ])
  const of = ofSet(set)
  const shown = rows.slice(0, SERVICES_A_PAGE)
  const last = rows.length > SERVICES_A_PAGE ? shown.at(-1) : undefined
  const setTabs = tabs.some((one) => one === set) ? tabs : [...tabs, set]
  return (
    <main id="main" className="print-wide page-wide py-6 sm:py-8">
      <Filters
        path={path}
        asked={asked}
        words={words}
        now={context.now}
        kept={{ of }}
        exports={fileHrefs('/api/export/ledger', asked.lasting, locale, { of })}
      />
      <PageHead
        back={<BackLink href={addressOf('/official', parameters)}>{t('toMonitor')}</BackLink>}
        title={await setWords(set, words, counts)}
        act={
          <span className="flex flex-wrap gap-2">
            {readsDoubts(own.actor) && (
              <LinkButton href="/official/doubts">{doubts('title')}</LinkButton>
            )}
            <LinkButton href="/official/imports">{imports('title')}</LinkButton>
          </span>
        }
      >
        <ScopeNote scope={asked.ownScope}>
          <p>
            {t('method', { definition: words.definition, code: words.definitionCode })}{' '}
            <Standing path={path} asked={asked} words={words} kept={{ of }} />
          </p>
        </ScopeNote>
      </PageHead>
      <Card as="div">
        <Tabs
          inCard
          label={t('sets')}
          tabs={setTabs.map((one) => ({
            href: rowsAddress(parameters, one),
            label: t(`tab.${one}`),
            current: one === set,
          }))}
        />
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState
              kind="no-hits"
              title={t('noHits')}
              act={<TextLink href={path}>{t('showAll')}</TextLink>}
            >
              {t('noHitsNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <ServiceRows rows={shown} caption={t('title')} showRung={set === 'all'} />
        )}
        <CardFoot>
          <Pagination
            summary={t('pageOf', { shown: count(shown.length), total: count(counts.rows) })}
            size={SERVICES_A_PAGE}
            startHref={cursor ? rowsAddress(parameters, set) : undefined}
            nextHref={last && rowsAddress(parameters, set, { after: last.happenedOn, id: last.id })}
          />
        </CardFoot>
      </Card>
    </main>
  )
}

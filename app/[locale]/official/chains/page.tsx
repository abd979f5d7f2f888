import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { LinkButton } from '@/components/ui/button'
import { Card, CardFoot, CardHead } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { whyNotOfCity } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { chains, type Chain } from '@/domain/chain/chain'
import { countRegistered } from '@/domain/organisation/registered'
import { findChainGroups, listEntries } from '@/domain/register/queries'
import { DoneToast } from '../done-toast'
import { EntryList } from '../entries/entry-list'
import { registeredAddress } from '../places/address'
import { RegisterTabs } from '../register-tabs'
import { ScopeNote } from '../scope-note'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('tabs.chains') }
}

/** The chains of 2023–2024, the groups into which they are gathered by the map in force, and every map that was decided. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/chains'>) {
  const context = await contextFor('official')
  const today = dayOf(context.now)
  const [t, domain, locale, query, map, maps] = await Promise.all([
    getTranslations('registers'),
    getTranslations('domain'),
    getLocale(),
    searchParams,
    findChainGroups(context.db, today),
    listEntries(context, ['chain-groups']),
  ])
  const gathered = map?.body.groups ?? []
  const lines: { name: string; chains: readonly Chain[]; isGroup: boolean }[] = [
    ...gathered.map((one) => ({
      name: locale === 'zh' ? one.nameZh : one.nameEn,
      chains: one.chains,
      isGroup: true,
    })),
    ...chains
      .filter((chain) => !gathered.some((one) => one.chains.includes(chain)))
      .map((chain) => ({ name: domain(`chain.${chain}`), chains: [chain], isGroup: false })),
  ]
  const figures = await countRegistered(
    context,
    today,
    [{}],
    lines.map((one) => one.chains),
  )
  const parts = await countRegistered(
    context,
    today,
    [{}],
    chains.map((chain) => [chain]),
  )
  const inChain = new Map(chains.map((chain, at) => [chain, parts[at]?.[0] ?? 0]))
  return (
    <main id="main" className="page py-6 sm:py-8">
      <RegisterTabs page="chains" />
      <PageHead
        title={
          map
            ? t('chains.finding', {
                chains: chains.length,
                groups: gathered.length,
                day: fullDay(map.on, locale),
              })
            : t('chains.noMap', { chains: chains.length })
        }
        act={
          whyNotOfCity(context.actor, 'publisher') === null && (
            <LinkButton href="/official/entries/new?register=chain-groups" tone="primary">
              {t('chains.write')}
            </LinkButton>
          )
        }
      >
        <ScopeNote scope={context.actor.scope}>
          <p>{t('chains.method')}</p>
        </ScopeNote>
      </PageHead>
      <div className="space-y-5">
        <Card labelledBy="groups">
          <CardHead id="groups" title={t('chains.table')} />
          <Table
            caption={t('chains.table')}
            head={
              <>
                <Head>{t('chains.group')}</Head>
                <Head>{t('chains.chains')}</Head>
                <Head num>{t('chains.registered')}</Head>
              </>
            }
          >
            {lines.map((line, at) => {
              const value = figures[at]?.[0] ?? 0
              return (
                <Row key={line.name}>
                  <Cell head note={line.isGroup ? undefined : t('chains.inNoGroup')}>
                    {line.name}
                  </Cell>
                  <Cell label={t('chains.chains')}>
                    {listed(
                      line.chains.map((chain) =>
                        t('chains.chainWith', {
                          chain: domain(`chain.${chain}`),
                          count: inChain.get(chain) ?? 0,
                        }),
                      ),
                      locale,
                    )}
                  </Cell>
                  <Cell num label={t('chains.registered')}>
                    {value > 0 ? (
                      <QuietLink href={registeredAddress(today, { chains: line.chains })}>
                        {count(value)}
                      </QuietLink>
                    ) : (
                      t('places.nobody')
                    )}
                  </Cell>
                </Row>
              )
            })}
          </Table>
          <CardFoot>
            <p>{t('chains.doNotAdd')}</p>
          </CardFoot>
        </Card>
        <Card labelledBy="maps">
          <CardHead id="maps" title={t('chains.maps')} note={t('entry.byTwo')} />
          <EntryList rows={maps} />
        </Card>
      </div>
      {textOf(query, 'done') === 'discarded' && <DoneToast>{t('entry.done.discarded')}</DoneToast>}
    </main>
  )
}

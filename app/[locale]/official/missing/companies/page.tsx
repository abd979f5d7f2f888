import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { count } from '@/components/format/figures'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { gapGroups, isInGroup } from '@/domain/gap/gap'
import { listGap, noteGap } from '@/domain/gap/never-served'
import { zones } from '@/domain/place/place'
import { DoneToast } from '../../done-toast'
import { ScopeNote } from '../../scope-note'
import { companiesOf } from '../address'
import { GapRow } from './gap-row'

const A_PAGE = 50
const path = '/official/missing/companies'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gap'))('companies.title') }
}

/** The companies behind a figure of the map, each with one step to act. */
export default async function Page({
  searchParams,
}: PageProps<'/[locale]/official/missing/companies'>) {
  const context = await contextFor('official')
  const params = await searchParams
  const of = gapGroups.find((one) => one === textOf(params, 'of'))
  const zone = [...zones, 'none' as const].find((one) => one === textOf(params, 'zone'))
  const [t, domain, all] = await Promise.all([
    getTranslations('gap'),
    getTranslations('domain'),
    listGap(context),
  ])
  const inZone = all.filter((one) => !zone || (one.zone ?? 'none') === zone)
  // Without a group: whoever was never served, once each; the unregistered stand apart.
  const found = inZone.filter((one) => (of ? isInGroup(one, of) : one.isRegistered))
  const at = found.findIndex(({ id }) => id === textOf(params, 'from'))
  const start = Math.max(0, at)
  const shown = found.slice(start, start + A_PAGE)
  const next = found[start + A_PAGE]
  await noteGap(context, shown)
  const zoneName = zone && (zone === 'none' ? t('noZone') : domain(`zone.${zone}`))
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/missing">{t('title')}</BackLink>}
        title={t('companies.finding', {
          count: found.length,
          of: [of ? t(`group.${of}`) : t('companies.all'), zoneName].filter(Boolean).join(' · '),
        })}
      >
        <ScopeNote scope={context.actor.scope}>
          <p>{t('method')}</p>
        </ScopeNote>
      </PageHead>
      <Card as="div">
        <Tabs
          inCard
          label={t('companies.groups')}
          tabs={[undefined, ...gapGroups].map((one) => ({
            href: companiesOf({ of: one, zone }),
            label: one ? t(`group.${one}`) : t('companies.all'),
            count: count(
              inZone.filter((each) => (one ? isInGroup(each, one) : each.isRegistered)).length,
            ),
            current: one === of,
          }))}
        />
        {shown.length === 0 && (
          <CardBody>
            <EmptyState
              kind="no-hits"
              title={t('companies.nobody')}
              act={<TextLink href={path}>{t('companies.showAll')}</TextLink>}
            >
              {t('companies.nobodyNote')}
            </EmptyState>
          </CardBody>
        )}
        {shown.map((one) => (
          <GapRow key={one.id} company={one} />
        ))}
        <CardFoot>
          <Pagination
            summary={t('companies.pageOf', {
              shown: count(shown.length),
              total: count(found.length),
            })}
            size={A_PAGE}
            startHref={start > 0 ? companiesOf({ of, zone }) : undefined}
            nextHref={next && addressOf(path, {}, { of, zone, from: next.id })}
          />
        </CardFoot>
      </Card>
      {textOf(params, 'done') === 'invited' && <DoneToast>{t('companies.invited')}</DoneToast>}
    </main>
  )
}

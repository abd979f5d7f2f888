import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { nearDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Select, TextField } from '@/components/ui/fields.client'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { QuietLink, TextLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { isId } from '@/domain/id'
import { heldStates, isApplication, organisationStates } from '@/domain/organisation/organisation'
import {
  countOrganisationsInScope,
  listOrganisationsInScope,
  ORGANISATIONS_A_PAGE,
} from '@/domain/organisation/queries'
import { placeWords } from '../place-words'
import { ScopeNote } from '../scope-note'
import { OrganisationStateTag } from '../state-tags'

const path = '/official/organisations'
const kinds = ['company', 'financier'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('official')
  return { title: t('organisations.title') }
}

export default async function Page({
  searchParams,
}: PageProps<'/[locale]/official/organisations'>) {
  const context = await contextFor('official')
  const params = await searchParams
  const search = textOf(params, 'search')?.slice(0, 60)
  const kind = kinds.find((one) => one === textOf(params, 'kind'))
  const state = organisationStates.find((one) => one === textOf(params, 'state'))
  const name = textOf(params, 'after')
  const id = textOf(params, 'id')
  const cursor = name && id && isId(id) ? { name, id } : null
  const [t, domain, locale, placed, counts, rows] = await Promise.all([
    getTranslations('official'),
    getTranslations('domain'),
    getLocale(),
    placeWords(),
    countOrganisationsInScope(context, { kind, search }),
    listOrganisationsInScope(
      context,
      { states: state ? [state] : heldStates, kind, search },
      cursor,
    ),
  ])
  const all = heldStates.reduce((sum, one) => sum + (counts.get(one) ?? 0), 0)
  const total = state ? (counts.get(state) ?? 0) : all
  const shown = rows.slice(0, ORGANISATIONS_A_PAGE)
  const last = rows.length > ORGANISATIONS_A_PAGE ? shown.at(-1) : undefined
  const filter = { search, kind }
  const today = dayOf(context.now)
  return (
    <main id="main" className="print-wide page py-8">
      <PageHead title={t('organisations.finding', { count: total })}>
        <ScopeNote scope={context.actor.scope}>{t('organisations.method')}</ScopeNote>
      </PageHead>
      <form
        method="get"
        role="search"
        aria-label={t('organisations.search')}
        className="mb-4 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_200px_max-content]"
      >
        {state && <input type="hidden" name="state" value={state} />}
        <TextField
          name="search"
          label={t('organisations.searchLabel')}
          start={search}
          maxLength={60}
          spellCheck={false}
        />
        <Select
          name="kind"
          label={t('organisations.kind')}
          none={t('organisations.anyKind')}
          start={kind}
          choices={kinds.map((value) => ({ value, label: domain(`organisationKind.${value}`) }))}
        />
        <Button type="submit">{t('organisations.find')}</Button>
      </form>
      <Card as="div">
        <Tabs
          inCard
          label={t('organisations.byState')}
          tabs={[
            {
              href: addressOf(path, {}, filter),
              label: t('organisations.anyState'),
              count: all,
              current: !state,
            },
            ...organisationStates.map((one) => ({
              href: addressOf(path, {}, { ...filter, state: one }),
              label: domain(`organisationState.${one}`),
              count: counts.get(one) ?? 0,
              current: one === state,
            })),
          ]}
        />
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState
              kind="no-hits"
              title={t('organisations.noHits')}
              act={<TextLink href={path}>{t('organisations.showAll')}</TextLink>}
            >
              {t('organisations.noHitsNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('organisations.title')}
            head={
              <>
                <Head>
                  {t(
                    state && isApplication(state)
                      ? 'organisations.claimedName'
                      : 'organisations.name',
                  )}
                </Head>
                <Head>{t('organisations.uscc')}</Head>
                <Head>{t('organisations.kind')}</Head>
                <Head>{t('organisations.place')}</Head>
                <Head>{t('organisations.since')}</Head>
                <Head>{t('organisations.state')}</Head>
              </>
            }
          >
            {shown.map((one) => {
              const since = one.admittedAt ?? one.appliedAt
              return (
                <Row key={one.id}>
                  <Cell head>
                    <QuietLink href={`${path}/${one.id}`}>
                      <span lang="zh">{one.name}</span>
                    </QuietLink>
                  </Cell>
                  <Cell label={t('organisations.uscc')}>
                    <span className="code">{one.uscc}</span>
                  </Cell>
                  <Cell label={t('organisations.kind')}>
                    {one.financierKind
                      ? domain(`financierKind.${one.financierKind}`)
                      : domain(`organisationKind.${one.kind}`)}
                  </Cell>
                  <Cell label={t('organisations.place')}>
                    {one.kind === 'company' || one.district ? placed(one) : t('none')}
                  </Cell>
                  <Cell label={t('organisations.since')}>
                    {since ? nearDay(dayOf(since), today, locale) : t('none')}
                  </Cell>
                  <Cell label={t('organisations.state')}>
                    <OrganisationStateTag state={one.state} />
                  </Cell>
                </Row>
              )
            })}
          </Table>
        )}
        <CardFoot>
          <Pagination
            summary={t('pageOf', { shown: count(shown.length), total: count(total) })}
            size={ORGANISATIONS_A_PAGE}
            startHref={cursor ? addressOf(path, {}, { ...filter, state }) : undefined}
            nextHref={
              last && addressOf(path, {}, { ...filter, state, after: last.name, id: last.id })
            }
          />
        </CardFoot>
      </Card>
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { DateField } from '@/components/ui/figure-fields.client'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Cuts } from '@/components/ui/tabs'
import { HeadlineFigure, QuietLink } from '@/components/ui/text-links'
import { dayOf, isDay } from '@/domain/calendar/calendar'
import { chains, type Chain } from '@/domain/chain/chain'
import { countRegistered, placesOf, type RegisteredFilter } from '@/domain/organisation/registered'
import { parkCodes, parks } from '@/domain/place/place'
import { findChainGroups } from '@/domain/register/queries'
import { RegisterTabs } from '../register-tabs'
import { ScopeNote } from '../scope-note'
import { registeredAddress } from './address'
import { PlaceHistory } from './place-history'
import { shadeOf } from './shade'

const path = '/official/places'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('tabs.places') }
}

/** Registered companies by zone or district, park and chain: a table whose every figure opens its companies. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/places'>) {
  const context = await contextFor('official')
  const params = await searchParams
  const today = dayOf(context.now)
  const typed = textOf(params, 'on')
  const on = typed && isDay(typed) && typed < today ? typed : today
  const by = textOf(params, 'by') === 'district' ? 'district' : 'zone'
  const inGroups = textOf(params, 'chains') === 'groups'
  const [t, domain, locale, map] = await Promise.all([
    getTranslations('registers.places'),
    getTranslations('domain'),
    getLocale(),
    findChainGroups(context.db, on),
  ])
  const columns: { filter: RegisteredFilter; name: string }[] = [
    ...(by === 'zone'
      ? parkCodes.map((park) => ({ filter: { park }, name: domain(`park.${park}`) }))
      : []),
    ...(by === 'zone'
      ? placesOf.zone.map((filter) => ({
          filter,
          name: filter.zone === 'none' ? t('noZone') : domain(`zone.${filter.zone}`),
        }))
      : placesOf.district.map((filter) => ({
          filter,
          name: domain(`district.${filter.district}`),
        }))),
  ]
  const groups = inGroups && map ? map.body.groups : null
  const lines: { chains: readonly Chain[]; name: string }[] = [
    ...(groups
      ? groups.map((one) => ({
          chains: one.chains,
          name: locale === 'zh' ? one.nameZh : one.nameEn,
        }))
      : []),
    ...chains
      .filter((chain) => !groups?.some((one) => one.chains.includes(chain)))
      .map((chain) => ({ chains: [chain], name: domain(`chain.${chain}`) })),
    { chains: [], name: t('noChain') },
  ]
  const places = [{}, ...columns.map(({ filter }) => filter)]
  const [whole = [], ...figures] = await countRegistered(context, on, places, [
    null,
    ...lines.map((one) => one.chains),
  ])
  const most = Math.max(1, ...figures.flatMap((row) => row.slice(1)))
  const top = lines
    .flatMap((line, at) =>
      columns.map((column, index) => ({ line, column, count: figures[at]?.[index + 1] ?? 0 })),
    )
    .filter(({ column, line }) => 'park' in column.filter && line.chains.length > 0)
    .toSorted((a, b) => b.count - a.count)[0]
  const linkTo = (value: number, filter: RegisteredFilter) =>
    value > 0 ? (
      <QuietLink href={registeredAddress(on, filter)}>{count(value)}</QuietLink>
    ) : (
      t('nobody')
    )
  const cutAddress = (change: Record<string, string | undefined>) =>
    addressOf(
      path,
      {},
      {
        on: on === today ? undefined : on,
        by: by === 'zone' ? undefined : by,
        chains: inGroups ? 'groups' : undefined,
        ...change,
      },
    )
  return (
    <main id="main" className="page py-6 sm:py-8">
      <RegisterTabs page="places" />
      <PageHead
        size="headline"
        title={
          top && top.count > 0
            ? t.rich('headline', {
                park: top.column.name,
                chain: top.line.name,
                count: top.count,
                f: (inside) => (
                  <HeadlineFigure
                    href={registeredAddress(on, { ...top.column.filter, chains: top.line.chains })}
                  >
                    {inside}
                  </HeadlineFigure>
                ),
              })
            : t('title', { count: whole[0] ?? 0 })
        }
      >
        <ScopeNote scope={context.actor.scope}>
          <p>{t('method', { day: fullDay(on, locale), count: whole[0] ?? 0 })}</p>
        </ScopeNote>
      </PageHead>
      <form method="get" data-print="never" className="mb-5 flex flex-wrap items-end gap-3">
        {by === 'district' && <input type="hidden" name="by" value={by} />}
        {inGroups && <input type="hidden" name="chains" value="groups" />}
        <DateField name="on" label={t('asOf')} locale={locale} start={on} max={today} />
        <Button type="submit">{t('show')}</Button>
      </form>
      <div className="space-y-5">
        <Card labelledBy="table">
          <CardHead
            id="table"
            title={t('tableTitle', { day: fullDay(on, locale) })}
            act={
              <>
                <Cuts
                  label={t('byPlace')}
                  cuts={(['zone', 'district'] as const).map((one) => ({
                    href: cutAddress({ by: one === 'zone' ? undefined : one }),
                    label: t(`by.${one}`),
                    current: one === by,
                  }))}
                />
                {map && (
                  <Cuts
                    label={t('byChain')}
                    cuts={[
                      {
                        href: cutAddress({ chains: undefined }),
                        label: t('chains'),
                        current: !inGroups,
                      },
                      {
                        href: cutAddress({ chains: 'groups' }),
                        label: t('groups'),
                        current: inGroups,
                      },
                    ]}
                  />
                )}
              </>
            }
          />
          <Table
            caption={t('caption')}
            phone="scroll"
            head={
              <>
                <Head>{t('chain')}</Head>
                <Head num>{t('all')}</Head>
                {columns.map(({ name }) => (
                  <Head key={name} num>
                    {name}
                  </Head>
                ))}
              </>
            }
          >
            {lines.map((line, at) => (
              <Row key={line.name}>
                <Cell head>{line.name}</Cell>
                <Cell num>{linkTo(figures[at]?.[0] ?? 0, { chains: line.chains })}</Cell>
                {columns.map(({ filter, name }, index) => {
                  const value = figures[at]?.[index + 1] ?? 0
                  return (
                    <Cell key={name} num>
                      <span className={shadeOf(value, most)}>
                        {linkTo(value, { ...filter, chains: line.chains })}
                      </span>
                    </Cell>
                  )
                })}
              </Row>
            ))}
            <Row>
              <Cell head>
                <b>{t('each')}</b>
              </Cell>
              {places.map((filter, index) => (
                <Cell key={index} num>
                  {linkTo(whole[index] ?? 0, filter)}
                </Cell>
              ))}
            </Row>
          </Table>
          <CardFoot>
            <p>{t('doNotAdd')}</p>
          </CardFoot>
        </Card>
        <PlaceHistory context={context} today={today} />
        <Card labelledBy="parks">
          <CardHead
            id="parks"
            title={t('parks', { count: parkCodes.length })}
            note={t('parksNote')}
          />
          <CardBody>
            <ul>
              {parkCodes.map((park) => (
                <li key={park}>
                  {t('parkIn', {
                    park: domain(`park.${park}`),
                    zone: domain(`zone.${parks[park]}`),
                  })}
                </li>
              ))}
            </ul>
          </CardBody>
        </Card>
      </div>
    </main>
  )
}

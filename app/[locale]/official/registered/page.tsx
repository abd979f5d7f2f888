import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link.client'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { dayOf, isDay } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { isId } from '@/domain/id'
import {
  countRegistered,
  listRegistered,
  REGISTERED_A_PAGE,
  type RegisteredFilter,
} from '@/domain/organisation/registered'
import { districts, parkCodes, zones } from '@/domain/place/place'
import { placeWords } from '../place-words'
import { chainsIn } from '../places/address'
import { ScopeNote } from '../scope-note'

const path = '/official/registered'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('registered.title') }
}

/** The companies behind a figure of places and chains, as of its day. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/registered'>) {
  const context = await contextFor('official')
  const params = await searchParams
  const today = dayOf(context.now)
  const typed = textOf(params, 'on')
  const on = typed && isDay(typed) && typed < today ? typed : today
  const filter: RegisteredFilter = {
    district: districts.find((one) => one === textOf(params, 'district')),
    zone: [...zones, 'none' as const].find((one) => one === textOf(params, 'zone')),
    park: parkCodes.find((one) => one === textOf(params, 'park')),
    chains: chainsIn(textOf(params, 'chains'), chains),
  }
  const [name, id] = [textOf(params, 'after'), textOf(params, 'id')]
  const after = name && id && isId(id) ? { name, id } : null
  const [t, places, domain, locale, placed, [[total = 0] = []], rows] = await Promise.all([
    getTranslations('registers.registered'),
    getTranslations('registers.places'),
    getTranslations('domain'),
    getLocale(),
    placeWords(),
    countRegistered(context, on, [filter], [null]),
    listRegistered(context, on, filter, after),
  ])
  const chainNames = filter.chains?.map((chain) => domain(`chain.${chain}`))
  const words = [
    filter.park && domain(`park.${filter.park}`),
    filter.zone && (filter.zone === 'none' ? places('noZone') : domain(`zone.${filter.zone}`)),
    filter.district && domain(`district.${filter.district}`),
    chainNames && (chainNames.length > 0 ? listed(chainNames, locale) : places('noChain')),
  ].filter(Boolean)
  const asked = {
    on,
    district: filter.district,
    zone: filter.zone,
    park: filter.park,
    chains: textOf(params, 'chains'),
  }
  const shown = rows.slice(0, REGISTERED_A_PAGE)
  const last = rows.length > REGISTERED_A_PAGE ? shown.at(-1) : undefined
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={
          <BackLink href={addressOf('/official/places', {}, { on: on === today ? undefined : on })}>
            {places('back')}
          </BackLink>
        }
        title={t('finding', {
          count: total,
          of: words.length > 0 ? words.join(' · ') : places('whole'),
        })}
      >
        <ScopeNote scope={context.actor.scope}>
          <p>{t('method', { day: fullDay(on, locale) })}</p>
        </ScopeNote>
      </PageHead>
      <Card as="div">
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState
              kind="no-hits"
              title={t('none')}
              act={<TextLink href="/official/places">{places('back')}</TextLink>}
            >
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('title')}
            head={
              <>
                <Head>{t('company')}</Head>
                <Head>{t('place')}</Head>
                <Head>{t('chains')}</Head>
              </>
            }
          >
            {shown.map((one) => (
              <Row key={one.id}>
                <Cell head note={<span className="code">{one.uscc}</span>}>
                  <Link
                    href={`/official/organisations/${one.id}`}
                    prefetch={false}
                    className="quiet-link"
                  >
                    <span lang="zh">{one.name}</span>
                  </Link>
                </Cell>
                <Cell label={t('place')} note={one.park && domain(`park.${one.park}`)}>
                  {placed(one)}
                </Cell>
                <Cell label={t('chains')}>
                  {one.chains.length > 0
                    ? listed(
                        one.chains.map((chain) => domain(`chain.${chain}`)),
                        locale,
                      )
                    : places('noChain')}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
        <CardFoot>
          <Pagination
            summary={t('pageOf', { shown: count(shown.length), total: count(total) })}
            size={REGISTERED_A_PAGE}
            startHref={after ? addressOf(path, {}, asked) : undefined}
            nextHref={last && addressOf(path, {}, { ...asked, after: last.name, id: last.id })}
          />
        </CardFoot>
      </Card>
    </main>
  )
}

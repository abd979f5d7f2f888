import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { nearDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { BackLink, QuietLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { isAskedIn, isUnmetIn, supplyCuts, supplyKeys } from '@/domain/gap/supply'
import { ASKED_A_PAGE, listAskedNeeds, noteAsked } from '@/domain/gap/supply-queries'
import { ScopeNote } from '../../scope-note'
import { lineName } from '../supply-words'

const path = '/official/supply/needs'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supply'))('needs.title') }
}

/** The needs behind a figure of supply and demand: as many. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/supply/needs'>) {
  const context = await contextFor('official')
  const params = await searchParams
  const by = supplyCuts.find((one) => one === textOf(params, 'by'))
  const key = by && supplyKeys[by].find((one) => one === textOf(params, 'key'))
  const isUnmet = textOf(params, 'of') === 'unmet'
  const [t, domain, locale, all] = await Promise.all([
    getTranslations('supply'),
    getTranslations('domain'),
    getLocale(),
    listAskedNeeds(context),
  ])
  const rows = all.filter((need) => {
    if (!by || !key) return !isUnmet || need.offered.length === 0
    return isUnmet ? isUnmetIn(need, by, key) : isAskedIn(need, by, key)
  })
  const after = textOf(params, 'after')
  const start = after ? rows.findIndex(({ id }) => id === after) + 1 : 0
  const shown = rows.slice(start, start + ASKED_A_PAGE)
  await noteAsked(context, shown)
  const kept = { by, key, of: isUnmet ? 'unmet' : undefined }
  const last = rows.length > start + ASKED_A_PAGE ? shown.at(-1) : undefined
  const name = by && key ? lineName(by, key, t, domain, locale, true) : ''
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/supply">{t('title')}</BackLink>}
        title={t('needs.finding', {
          count: rows.length,
          cut: by && key ? by : 'all',
          name,
          of: isUnmet ? 'unmet' : 'asked',
        })}
      >
        <ScopeNote scope={context.actor.scope}>
          <p>{t('needs.method')}</p>
        </ScopeNote>
      </PageHead>
      <Card as="div">
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState kind="no-hits" title={t('needs.none')}>
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('needs.title')}
            head={
              <>
                <Head>{t('needs.need')}</Head>
                <Head>{t('needs.company')}</Head>
                <Head>{t('needs.classes')}</Head>
                <Head num>{t('fen')}</Head>
                <Head>{t('needs.published')}</Head>
                <Head>{t('needs.offered')}</Head>
              </>
            }
          >
            {shown.map((row) => (
              <Row key={row.id}>
                <Cell head>
                  <QuietLink href={`/official/needs/${row.id}`}>
                    <span className="code">{row.code}</span>
                  </QuietLink>
                </Cell>
                <Cell
                  label={t('needs.company')}
                  note={row.chain ? domain(`chain.${row.chain}`) : t('noChain')}
                >
                  <span lang="zh">{row.companyName}</span>
                </Cell>
                <Cell label={t('needs.classes')}>
                  {listed(
                    row.classes.map((one) => domain(`class.${one}`)),
                    locale,
                  )}
                </Cell>
                <Cell num label={t('fen')}>
                  {money(row.openFen, locale)}
                </Cell>
                <Cell label={t('needs.published')}>
                  {row.publishedAt && nearDay(dayOf(row.publishedAt), dayOf(context.now), locale)}
                </Cell>
                <Cell label={t('needs.offered')}>
                  {row.offered.length > 0
                    ? listed(
                        row.offered.map((one) => domain(`class.${one}`)),
                        locale,
                      )
                    : t('needs.nothing')}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
        <CardFoot>
          <Pagination
            summary={t('needs.pageOf', { shown: count(shown.length), total: count(rows.length) })}
            size={ASKED_A_PAGE}
            startHref={start > 0 ? addressOf(path, {}, kept) : undefined}
            nextHref={last && addressOf(path, {}, { ...kept, after: last.id })}
          />
        </CardFoot>
      </Card>
    </main>
  )
}

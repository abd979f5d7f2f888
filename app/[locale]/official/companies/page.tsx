import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { fileHrefs } from '@/app/file-hrefs'
import { periodTitle } from '@/app/period-title'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link.client'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { BackLink, QuietLink, TextLink } from '@/components/ui/text-links'
import {
  COMPANIES_A_PAGE,
  countCompaniesServed,
  listCompaniesServed,
} from '@/domain/totals/rows-behind'
import { companySets } from '@/domain/totals/totals'
import { askedOf, cursorWords } from '../asked'
import { Filters } from '../filters'
import { companiesWords } from '../ledger-words'
import { placeWords } from '../place-words'
import { questionWords } from '../question-words'
import { ScopeNote } from '../scope-note'
import { companiesAddress, companySetIn, figureAddress, ofSet, rowsAddress } from '../set-address'
import { Standing } from '../standing'
import { Unreadable } from '../unreadable'

const path = '/official/companies'

export async function generateMetadata({
  searchParams,
}: PageProps<'/[locale]/official/companies'>): Promise<Metadata> {
  const t = await getTranslations('ledger')
  return { title: await periodTitle(t('companies.title'), await searchParams) }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/official/companies'>) {
  const own = await contextFor('official')
  const params = await searchParams
  const asked = await askedOf(own, path, params, { of: companySets, ...cursorWords })
  if (asked.trouble) return <Unreadable path={path} asked={asked} />
  const { context, question, parameters } = asked
  const set = companySetIn(params)
  const [day, id] = [textOf(params, 'after'), textOf(params, 'id')]
  const cursor = day && id ? { lastOn: day, id } : null
  const [t, locale, placed, words, total, rows] = await Promise.all([
    getTranslations('ledger'),
    getLocale(),
    placeWords(),
    questionWords(asked),
    countCompaniesServed(context, question, set),
    listCompaniesServed(context, question, set, cursor),
  ])
  const of = ofSet(set)
  const shown = rows.slice(0, COMPANIES_A_PAGE)
  const last = rows.length > COMPANIES_A_PAGE ? shown.at(-1) : undefined
  return (
    <main id="main" className="page py-6 sm:py-8">
      <Filters
        path={path}
        asked={asked}
        words={words}
        now={context.now}
        kept={{ of }}
        exports={fileHrefs('/api/export/companies', asked.lasting, locale, { of })}
      />
      <PageHead
        back={<BackLink href={addressOf('/official', parameters)}>{t('toMonitor')}</BackLink>}
        title={await companiesWords(set, words, total)}
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
          label={t('companies.sets')}
          tabs={companySets.map((one) => ({
            href: companiesAddress(parameters, one),
            label: t(`companies.tab.${one}`),
            current: one === set,
          }))}
        />
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState
              kind="no-hits"
              title={t('companies.noHits')}
              act={<TextLink href={path}>{t('showAll')}</TextLink>}
            >
              {t('noHitsNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('companies.title')}
            head={
              <>
                <Head>{t('column.company')}</Head>
                <Head>{t('column.place')}</Head>
                <Head num>{t('column.times')}</Head>
                <Head num>{t('column.financiers')}</Head>
                <Head num>{moneyHead(t('column.drawn'), locale)}</Head>
                <Head>{t('column.lastOn')}</Head>
              </>
            }
          >
            {shown.map((row) => {
              const own = { company: row.id }
              const counted = set === 'first-loans' ? set : 'counted'
              return (
                <Row key={row.id}>
                  <Cell head note={<span className="code">{row.uscc}</span>}>
                    <Link
                      href={`/official/organisations/${row.id}`}
                      prefetch={false}
                      className="quiet-link"
                    >
                      <span lang="zh">{row.name}</span>
                    </Link>
                  </Cell>
                  <Cell label={t('column.place')}>{placed(row)}</Cell>
                  <Cell num label={t('column.times')}>
                    <QuietLink href={rowsAddress(parameters, counted, own)}>
                      {count(row.companyTimes)}
                    </QuietLink>
                  </Cell>
                  <Cell num label={t('column.financiers')}>
                    {count(row.financiers)}
                  </Cell>
                  <Cell num label={moneyHead(t('column.drawn'), locale)}>
                    {row.drawnFen > 0 ? (
                      <QuietLink href={figureAddress(parameters, 'drawnFen', own)}>
                        {moneyFigure(row.drawnFen, locale)}
                      </QuietLink>
                    ) : (
                      t('none')
                    )}
                  </Cell>
                  <Cell label={t('column.lastOn')}>
                    <span className="date">{fullDay(row.lastOn, locale)}</span>
                  </Cell>
                </Row>
              )
            })}
          </Table>
        )}
        <CardFoot>
          <Pagination
            summary={t('companies.pageOf', { shown: count(shown.length), total: count(total) })}
            size={COMPANIES_A_PAGE}
            startHref={cursor ? companiesAddress(parameters, set) : undefined}
            nextHref={
              last && companiesAddress(parameters, set, { after: last.lastOn, id: last.id })
            }
          />
        </CardFoot>
      </Card>
    </main>
  )
}

import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { nearDay, period as periodWords } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { money, moneyParts } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { FiguresStrip } from '@/components/ui/figures-strip'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { isId } from '@/domain/id'
import { listReportedServices, SERVICES_A_PAGE } from '@/domain/ledger/queries'
import { countTotals } from '@/domain/totals/count'
import { defaultDefinition, monthText, yearToDate } from '@/domain/totals/totals'
import { deedOf } from '@/domain/product/classes'
import { ServiceStateTag } from '../service-state-tag'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('nav.record') }
}

const doneActs = ['reported', 'voided', 'corrected'] as const

function cursorOf(text: string | string[] | undefined) {
  const [happenedOn, id] = typeof text === 'string' ? text.split('.') : []
  return happenedOn && /^\d{4}-\d{2}-\d{2}$/.test(happenedOn) && id && isId(id)
    ? { happenedOn, id }
    : null
}

export default async function Page({ searchParams }: PageProps<'/[locale]/financier/record'>) {
  const context = await contextFor('financier')
  const query = await searchParams
  const cursor = cursorOf(query.after)
  const today = dayOf(context.now)
  const period = yearToDate(today)
  const [t, imports, domain, locale, found, totals] = await Promise.all([
    getTranslations('financier'),
    getTranslations('imports'),
    getTranslations('domain'),
    getLocale(),
    listReportedServices(context, cursor),
    countTotals(context, { period, definition: defaultDefinition, asOf: null }),
  ])
  const rows = found.slice(0, SERVICES_A_PAGE)
  const last = rows.at(-1)
  const drawn = moneyParts(totals.drawnFen, locale)
  const granted = moneyParts(totals.grantedFen, locale)
  const done = doneActs.find((act) => act === query.done)
  const base = periodWords(monthText(period.from), monthText(period.to), locale)
  const add = whyNotActAs(context.actor, 'financier') ? undefined : (
    <LinkButton href="/financier/record/new" icon={<Plus aria-hidden size={16} />}>
      {t('record.add')}
    </LinkButton>
  )
  return (
    <main id="main" className="page py-6">
      <PageHead
        title={t('nav.record')}
        act={
          <>
            {add}
            <LinkButton href="/financier/imports">{imports('title')}</LinkButton>
          </>
        }
      >
        {t('record.note')}
      </PageHead>
      {done && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t(`record.done.${done}`)}
          </Notice>
        </div>
      )}
      <FiguresStrip
        label={t('record.totals')}
        figures={[
          {
            label: t('record.companies'),
            figure: count(totals.companies),
            unit: t('record.companiesUnit'),
            base: t('record.evidenced', {
              evidenced: count(totals.evidenced),
              declared: count(totals.declared),
            }),
          },
          {
            label: t('record.times'),
            figure: count(totals.companyTimes),
            unit: t('record.timesUnit'),
            base,
          },
          { label: t('record.drawn'), figure: drawn.figure, unit: drawn.unit, base },
          { label: t('record.granted'), figure: granted.figure, unit: granted.unit, base },
        ]}
      />
      <p className="mt-2 mb-5 text-small text-ink-2">
        {domain(`definition.${defaultDefinition.code as '2024-03'}`)}
      </p>
      <Card labelledBy="rows">
        <CardHead id="rows" title={t('record.rows')} note={t('record.rowsNote')} />
        {rows.length === 0 ? (
          <CardBody>
            <EmptyState kind="nothing" title={t('record.empty')} act={add}>
              {t('record.emptyText')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('record.rows')}
            head={
              <>
                <Head>{t('record.on')}</Head>
                <Head>{t('record.company')}</Head>
                <Head>{t('record.service')}</Head>
                <Head num>{t('record.amount')}</Head>
                <Head>{t('record.state')}</Head>
              </>
            }
          >
            {rows.map((row) => (
              <Row key={row.id}>
                <Cell head>
                  <QuietLink href={`/financier/record/${row.id}`}>
                    <span className="date">{nearDay(row.happenedOn, today, locale)}</span>
                  </QuietLink>
                </Cell>
                <Cell label={t('record.company')} note={domain(`serviceSource.${row.source}`)}>
                  {row.companyName ?? t('record.noName')}
                </Cell>
                <Cell label={t('record.service')} note={domain(`class.${row.class}`)}>
                  {domain(`rung.${row.rung}` as 'rung.6', { deed: deedOf(row.class) })}
                </Cell>
                <Cell num label={t('record.amount')} note={row.contractNo ?? undefined}>
                  {row.rung === 4 ? t('record.noMoney') : money(row.amountFen, locale)}
                </Cell>
                <Cell label={t('record.state')}>
                  <ServiceStateTag state={row.state} />
                </Cell>
              </Row>
            ))}
          </Table>
        )}
        {rows.length > 0 && (
          <CardFoot>
            <Pagination
              summary={t('record.shown', { rows: count(rows.length) })}
              startHref={cursor ? '/financier/record' : undefined}
              nextHref={
                found.length > SERVICES_A_PAGE && last
                  ? `/financier/record?after=${last.happenedOn}.${last.id}`
                  : undefined
              }
              size={SERVICES_A_PAGE}
            />
          </CardFoot>
        )}
      </Card>
    </main>
  )
}

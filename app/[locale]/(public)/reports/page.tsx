import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { publicContext } from '@/app/session'
import { clock, month as monthWords } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link.client'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { listSealed } from '@/domain/report/queries'
import { reportKey } from '@/domain/report/report'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('title') }
}

/** Every sealed report, the latest month first, each in its last edition. */
export default async function Page() {
  const [t, locale, reports] = await Promise.all([
    getTranslations('report'),
    getLocale(),
    listSealed(publicContext().db),
  ])
  const notShown = t('paper.figures.notShown')
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('finding', { count: reports.length })}>{t('about')}</PageHead>
      <Card as="div">
        {reports.length === 0 ? (
          <CardBody>
            <EmptyState kind="nothing" title={t('public.none')}>
              {t('public.noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('title')}
            head={
              <>
                <Head>{t('public.month')}</Head>
                <Head num>{t('public.companies')}</Head>
                <Head>{t('public.sealedAt')}</Head>
              </>
            }
          >
            {reports.map(({ id, month, edition, data, sealedAt }) => (
              <Row key={id}>
                <Cell head note={t('public.row', { report: data.report, edition })}>
                  <Link
                    href={`/reports/${reportKey(month, edition)}`}
                    prefetch={false}
                    className="quiet-link"
                  >
                    {monthWords(data.month, locale)}
                  </Link>
                </Cell>
                <Cell num label={t('public.companies')}>
                  {data.totals ? count(data.totals.companies) : notShown}
                </Cell>
                <Cell label={t('public.sealedAt')}>{clock(sealedAt, locale)}</Cell>
              </Row>
            ))}
          </Table>
        )}
      </Card>
    </main>
  )
}

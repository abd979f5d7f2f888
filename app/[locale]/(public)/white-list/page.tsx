import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { publicContext } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { dayOf } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { listPublicWhiteList } from '@/domain/white-list/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('registers')
  return { title: t('public.title') }
}

/** What anyone reads of the white list: names, chains and batch. */
export default async function Page() {
  const { db, now } = publicContext()
  const [t, domain, locale, rows] = await Promise.all([
    getTranslations('registers.public'),
    getTranslations('domain'),
    getLocale(),
    listPublicWhiteList(db, dayOf(now)),
  ])
  const names = new Set(rows.map(({ name }) => name))
  const byChain = chains.flatMap((chain) => {
    const own = rows.filter((one) => one.chain === chain)
    return own.length > 0 ? [{ chain, own }] : []
  })
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('finding', { companies: names.size, chains: byChain.length })}>
        {t('about')}
      </PageHead>
      <Card as="div">
        {byChain.length === 0 ? (
          <CardBody>
            <EmptyState kind="nothing" title={t('none')}>
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('title')}
            head={
              <>
                <Head>{t('chain')}</Head>
                <Head>{t('companies')}</Head>
                <Head>{t('batch')}</Head>
              </>
            }
          >
            {byChain.map(({ chain, own }) => (
              <Row key={chain}>
                <Cell head note={t('count', { count: own.length })}>
                  {domain(`chain.${chain}`)}
                </Cell>
                <Cell label={t('companies')}>
                  <ul>
                    {own.map(({ name }) => (
                      <li key={name} lang="zh">
                        {name}
                      </li>
                    ))}
                  </ul>
                </Cell>
                <Cell label={t('batch')}>
                  {[...new Set(own.map(({ batchOn }) => batchOn))].map((day) => (
                    <div key={day}>{fullDay(day, locale)}</div>
                  ))}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </Card>
    </main>
  )
}

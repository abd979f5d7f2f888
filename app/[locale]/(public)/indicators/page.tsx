import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { publicContext } from '@/app/session'
import { fullDay, period } from '@/components/format/dates'
import { growthWords, indicatorPeriod, valueWords } from '@/components/indicator-words'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-links'
import { listIndicators } from '@/domain/register/queries'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('series.title') }
}

/** The latest printed figure of each series. */
export default async function Page() {
  const [t, domain, locale, rows] = await Promise.all([
    getTranslations('registers.series'),
    getTranslations('domain'),
    getLocale(),
    listIndicators(publicContext().db),
  ])
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('finding', { count: rows.length })}>{t('about')}</PageHead>
      <Card as="div">
        {rows.length === 0 ? (
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
                <Head>{t('series')}</Head>
                <Head>{t('period')}</Head>
                <Head num>{t('value')}</Head>
                <Head num>{t('growth')}</Head>
                <Head>{t('publisher')}</Head>
              </>
            }
          >
            {rows.map(({ id, series, body, on }) => (
              <Row key={id}>
                <Cell head>
                  <TextLink href={`/indicators/${series ?? ''}`}>
                    {locale === 'zh' ? body.nameZh : body.nameEn}
                  </TextLink>
                </Cell>
                <Cell label={t('period')}>{period(...indicatorPeriod(body), locale)}</Cell>
                <Cell num label={t('value')}>
                  {valueWords(body, domain, locale)}
                </Cell>
                <Cell num label={t('growth')}>
                  {growthWords(body.growthBp) ?? t('noGrowth')}
                </Cell>
                <Cell label={t('publisher')} note={fullDay(on, locale)}>
                  {locale === 'zh' ? body.publisherZh : body.publisherEn}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </Card>
    </main>
  )
}

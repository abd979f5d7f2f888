import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { publicContext } from '@/app/session'
import { PrintedSeries } from '@/components/charts/printed-series'
import { fullDay, period } from '@/components/format/dates'
import { growthWords, indicatorPeriod, valueWords } from '@/components/indicator-words'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { BackLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { listSeries } from '@/domain/register/queries'

const find = cache((series: string) => listSeries(publicContext().db, series.slice(0, 60)))

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/indicators/[series]'>): Promise<Metadata> {
  const { locale, series } = await params
  const [first] = await find(series)
  return first ? { title: locale === 'zh' ? first.body.nameZh : first.body.nameEn } : {}
}

/** A printed series: its latest figure and growth as printed, its drawing, and where each figure was printed. */
export default async function Page({ params }: PageProps<'/[locale]/indicators/[series]'>) {
  const rows = await find((await params).series)
  const standing = rows.filter(({ state }) => state === 'published')
  const latest = standing[0] ?? rows[0]
  if (!latest) notFound()
  const [t, domain, locale] = await Promise.all([
    getTranslations('registers.series'),
    getTranslations('domain'),
    getLocale(),
  ])
  const zh = locale === 'zh'
  const name = zh ? latest.body.nameZh : latest.body.nameEn
  const growth = growthWords(latest.body.growthBp)
  const words = {
    name,
    period: period(...indicatorPeriod(latest.body), locale),
    value: valueWords(latest.body, domain, locale),
    growth: growth ?? '',
  }
  return (
    <main id="main" className="page py-8">
      <PageHead
        size="headline"
        back={<BackLink href="/indicators">{t('title')}</BackLink>}
        title={t(growth === null ? 'headlineBare' : 'headline', words)}
      >
        {t('provenance', {
          publisher: zh ? latest.body.publisherZh : latest.body.publisherEn,
          day: fullDay(latest.on, locale),
        })}{' '}
        <a href={latest.body.address} className="link break-all" rel="noreferrer">
          {latest.body.address}
        </a>
      </PageHead>
      <div className="space-y-5">
        {standing.length > 0 && (
          <Card as="div">
            <CardBody>
              <PrintedSeries
                points={standing.map(({ id, body }) => ({ id, ...body }))}
                locale={locale}
                words={{
                  title: t('chart', words),
                  subtitle: t('chartNote', { unit: domain(`indicatorUnit.${latest.body.unit}`) }),
                  description: t('chartDescription', words),
                }}
                heads={[t('period'), t('value'), t('growth')]}
                format={(value) => valueWords({ value, unit: latest.body.unit }, domain, locale)}
                noGrowth={t('noGrowth')}
              />
            </CardBody>
          </Card>
        )}
        <Card labelledBy="history">
          <CardHead
            id="history"
            title={t('history', { count: rows.length })}
            note={t('historyNote')}
          />
          <Table
            caption={t('historyCaption')}
            head={
              <>
                <Head>{t('period')}</Head>
                <Head num>{t('value')}</Head>
                <Head num>{t('growth')}</Head>
                <Head>{t('publisher')}</Head>
                <Head>{t('source')}</Head>
              </>
            }
          >
            {rows.map(({ id, body, on, state, reason }) => (
              <Row key={id}>
                <Cell head note={state === 'withdrawn' && reason && <Written>{reason}</Written>}>
                  {period(...indicatorPeriod(body), locale)}{' '}
                  {state === 'withdrawn' && <Tag tone="warn">{domain('entryState.withdrawn')}</Tag>}
                </Cell>
                <Cell num label={t('value')}>
                  {valueWords(body, domain, locale)}
                </Cell>
                <Cell num label={t('growth')}>
                  {growthWords(body.growthBp) ?? t('noGrowth')}
                </Cell>
                <Cell label={t('publisher')} note={fullDay(on, locale)}>
                  {zh ? body.publisherZh : body.publisherEn}
                </Cell>
                <Cell label={t('source')}>
                  <a href={body.address} className="link break-all" rel="noreferrer">
                    {body.address}
                  </a>
                </Cell>
              </Row>
            ))}
          </Table>
        </Card>
      </div>
    </main>
  )
}

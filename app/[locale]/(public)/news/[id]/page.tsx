import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { publicContext } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { Card, CardBody } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { BackLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import { isId } from '@/domain/id'
import { findArticle } from '@/domain/register/queries'

const find = cache(async (id: string) => (isId(id) ? findArticle(publicContext().db, id) : null))

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/news/[id]'>): Promise<Metadata> {
  const { locale, id } = await params
  const found = await find(id)
  return found ? { title: locale === 'zh' ? found.body.titleZh : found.body.titleEn } : {}
}

/** One piece of news or a policy, under an address that lasts; one that was withdrawn says so first. */
export default async function Page({ params }: PageProps<'/[locale]/news/[id]'>) {
  const found = await find((await params).id)
  if (!found) notFound()
  const [t, domain, locale] = await Promise.all([
    getTranslations('news'),
    getTranslations('domain'),
    getLocale(),
  ])
  const { body, register, on, publishedAt, withdrawnAt, reason } = found
  const own = locale === 'zh'
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/news">{t('title')}</BackLink>}
        above={domain(`register.${register}`)}
        title={own ? body.titleZh : body.titleEn}
      />
      {withdrawnAt && (
        <div className="mb-5">
          <Notice tone="warn" title={t('withdrawn', { day: fullDay(dayOf(withdrawnAt), locale) })}>
            <Written>{reason ?? ''}</Written>
          </Notice>
        </div>
      )}
      <Card as="article">
        <CardBody>
          <p className="max-w-[40em] whitespace-pre-line">{own ? body.textZh : body.textEn}</p>
        </CardBody>
        <CardBody line>
          <SummaryList
            rows={[
              { term: t('publisher'), value: own ? body.publisherZh : body.publisherEn },
              { term: t('on'), value: fullDay(on, locale) },
              {
                term: t('source'),
                value: (
                  <a href={body.address} className="link break-all" rel="noreferrer">
                    {body.address}
                  </a>
                ),
              },
              ...(publishedAt
                ? [{ term: t('here'), value: fullDay(dayOf(publishedAt), locale) }]
                : []),
            ]}
          />
        </CardBody>
      </Card>
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { publicContext } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Button } from '@/components/ui/button'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Select, TextField } from '@/components/ui/fields.client'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { isDay } from '@/domain/calendar/calendar'
import { isId } from '@/domain/id'
import { ARTICLES_A_PAGE, countArticles, listArticles } from '@/domain/register/queries'
import { pathFor } from '@/messages/navigation'

const kinds = ['news', 'policy'] as const

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations('news'), getLocale()])
  const feed = pathFor(locale, '/news/feed.xml')
  return { title: t('title'), alternates: { types: { 'application/rss+xml': feed } } }
}

/** News and policies with publisher, date and source, searchable in both languages. */
export default async function Page({ searchParams }: PageProps<'/[locale]/news'>) {
  const { db } = publicContext()
  const params = await searchParams
  const search = textOf(params, 'q')?.slice(0, 60)
  const register = kinds.find((one) => one === textOf(params, 'kind'))
  const [on, id] = [textOf(params, 'after'), textOf(params, 'id')]
  const after = on && id && isDay(on) && isId(id) ? { on, id } : null
  const filter = { register, search }
  const [t, domain, locale, rows, total] = await Promise.all([
    getTranslations('news'),
    getTranslations('domain'),
    getLocale(),
    listArticles(db, filter, after),
    countArticles(db, filter),
  ])
  const asked = { q: search, kind: register }
  const shown = rows.slice(0, ARTICLES_A_PAGE)
  const last = rows.length > ARTICLES_A_PAGE ? shown.at(-1) : undefined
  return (
    <main id="main" className="page py-8">
      <PageHead
        title={search ? t('found', { count: total, search }) : t('finding', { count: total })}
      >
        {t('about')}{' '}
        <a href={pathFor(locale, '/news/feed.xml')} className="link">
          {t('feed')}
        </a>
      </PageHead>
      <form
        method="get"
        role="search"
        aria-label={t('search')}
        data-print="never"
        className="mb-5 grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_200px_max-content]"
      >
        <TextField name="q" label={t('words')} start={search} maxLength={60} />
        <Select
          name="kind"
          label={t('kind')}
          none={t('all')}
          start={register}
          choices={kinds.map((value) => ({ value, label: domain(`register.${value}`) }))}
        />
        <Button type="submit">{t('find')}</Button>
      </form>
      <Card as="div">
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState
              kind={search || register ? 'no-hits' : 'nothing'}
              title={t('none')}
              act={
                search || register ? <TextLink href="/news">{t('showAll')}</TextLink> : undefined
              }
            >
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <ul>
            {shown.map(({ id: entryId, on: day, register: kind, body }) => (
              <li key={entryId} className="border-t border-line px-4 py-4 first:border-t-0 sm:px-5">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
                  <time dateTime={day} className="date">
                    {fullDay(day, locale)}
                  </time>
                  <Tag tone={kind === 'policy' ? 'calm' : 'neutral'}>
                    {domain(`register.${kind}`)}
                  </Tag>
                  <Written>{locale === 'zh' ? body.publisherZh : body.publisherEn}</Written>
                </p>
                <h2 className="mt-1 text-h2">
                  <TextLink href={`/news/${entryId}`}>
                    {locale === 'zh' ? body.titleZh : body.titleEn}
                  </TextLink>
                </h2>
              </li>
            ))}
          </ul>
        )}
        <CardFoot>
          <Pagination
            summary={t('pageOf', { shown: count(shown.length), total: count(total) })}
            size={ARTICLES_A_PAGE}
            startHref={after ? addressOf('/news', {}, asked) : undefined}
            nextHref={last && addressOf('/news', {}, { ...asked, after: last.on, id: last.id })}
          />
        </CardFoot>
      </Card>
    </main>
  )
}

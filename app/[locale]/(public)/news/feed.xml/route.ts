import { hasLocale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { wholeAddress } from '@/app/address'
import { rssFeed } from '@/app/rss'
import { publicContext } from '@/app/session'
import { startOf } from '@/domain/calendar/calendar'
import { listArticles } from '@/domain/register/queries'
import { pathFor } from '@/messages/navigation'
import { htmlLang, routing } from '@/messages/routing'

const MOST = 50

/** The latest news and policies as RSS 2.0, in the language of the address. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/news/feed.xml'>) {
  const { db } = publicContext()
  const asked = (await params).locale
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale
  const [t, domain, rows] = await Promise.all([
    getTranslations({ locale, namespace: 'news' }),
    getTranslations({ locale, namespace: 'domain' }),
    listArticles(db, {}, null, MOST),
  ])
  const zh = locale === 'zh'
  const feed = rssFeed({
    title: t('feedTitle'),
    description: t('about'),
    language: htmlLang[locale],
    home: wholeAddress(pathFor(locale, '/news')),
    self: wholeAddress(pathFor(locale, '/news/feed.xml')),
    items: rows.slice(0, MOST).map(({ id, on, register, body }) => ({
      title: zh ? body.titleZh : body.titleEn,
      text: zh ? body.textZh : body.textEn,
      address: wholeAddress(pathFor(locale, `/news/${id}`)),
      at: startOf(on),
      category: domain(`register.${register}`),
      source: { name: zh ? body.publisherZh : body.publisherEn, address: body.address },
    })),
  })
  return new Response(feed, {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8', 'cache-control': 'no-cache' },
  })
}

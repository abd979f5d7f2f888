import { getTranslations } from 'next-intl/server'
import { UNREAD_SHOWN } from '@/app/bell'
import { readAllNotices, readOneNotice } from '@/app/notices-actions'
import { count } from '@/components/format/figures'
import { NoticeList } from '@/components/notices/notice-list'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-links'
import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { isId } from '@/domain/id'
import { countUnread, listOwnNotifications, NOTIFICATIONS_A_PAGE } from '@/domain/notice/queries'

/** The notices of all three audiences; each page asks for its own context. */
export async function noticesPage(
  context: Context<MemberActor>,
  query: Record<string, string | string[] | undefined>,
) {
  const after = typeof query.after === 'string' && isId(query.after) ? query.after : null
  const unreadOnly = query.show === 'unread'
  const [t, unread, found] = await Promise.all([
    getTranslations('notices'),
    countUnread(context),
    listOwnNotifications(context, after, unreadOnly),
  ])
  const { audience } = context.actor
  const unreadShown = unread > UNREAD_SHOWN ? t('moreThan') : count(unread)
  const shown = found.slice(0, NOTIFICATIONS_A_PAGE)
  const last = found.length > shown.length ? shown.at(-1) : undefined
  const all = `/${audience}/notices`
  const here = unreadOnly ? `${all}?show=unread` : all
  return (
    <main id="main" className="page max-w-[860px]! py-8">
      <PageHead
        title={unread > 0 ? t('heading', { count: unreadShown }) : t('headingNone')}
        act={
          unread > 0 && (
            <form action={readAllNotices}>
              <button className="button button-plain button-normal">{t('readAll')}</button>
            </form>
          )
        }
      >
        {t('about')} <TextLink href="/account/notices">{t('settings.title')}</TextLink>
      </PageHead>
      <Card as="div">
        <Tabs
          label={t('tabs.label')}
          inCard
          tabs={[
            { href: all, label: t('tabs.all'), current: !unreadOnly },
            {
              href: `${all}?show=unread`,
              label: t('tabs.unread'),
              count: unreadShown,
              current: unreadOnly,
            },
          ]}
        />
        {shown.length === 0 ? (
          <CardBody>
            {unreadOnly ? (
              <EmptyState
                kind="no-hits"
                title={t('noneUnread')}
                act={<TextLink href={all}>{t('toAll')}</TextLink>}
              >
                {t('noneUnreadText')}
              </EmptyState>
            ) : (
              <EmptyState kind="nothing" title={t('none')}>
                {t('noneText')}
              </EmptyState>
            )}
          </CardBody>
        ) : (
          <NoticeList
            audience={audience}
            notices={shown}
            now={context.now}
            readOne={readOneNotice}
          />
        )}
        {(after ?? last) && (
          <CardFoot>
            <Pagination
              summary={t('more', { shown: count(shown.length) })}
              startHref={after ? here : undefined}
              nextHref={last && `${here}${unreadOnly ? '&' : '?'}after=${last.id}`}
              size={NOTIFICATIONS_A_PAGE}
            />
          </CardFoot>
        )}
      </Card>
    </main>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { idIn, MailsPage } from '@/app/mails-page'
import { contextForMember } from '@/app/session'
import { PageHead } from '@/components/ui/page-head'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { KEPT_DAYS } from '@/domain/clock/clock'
import { findOwnMail, listOwnMails } from '@/domain/mail/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('outbox.title') }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/account/mails'>) {
  const context = await contextForMember()
  const query = await searchParams
  const mail = idIn(query, 'mail')
  const [t, found, open] = await Promise.all([
    getTranslations('notices'),
    listOwnMails(context, idIn(query, 'after')),
    mail ? findOwnMail(context, mail) : null,
  ])
  return (
    <MailsPage
      head={
        <PageHead
          back={
            <BackLink href={`/${context.actor.audience}/notices`}>
              {t('settings.toNotices')}
            </BackLink>
          }
          title={t('outbox.title')}
        >
          {t('outbox.about', { sent: KEPT_DAYS.sentMail, unsent: KEPT_DAYS.unsentMail })}{' '}
          <TextLink href="/account/notices">{t('settings.title')}</TextLink>
        </PageHead>
      }
      here="/account/mails"
      query={query}
      found={found}
      open={open}
      now={context.now}
    />
  )
}

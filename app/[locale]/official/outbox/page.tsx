import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { idIn, MailsPage } from '@/app/mails-page'
import { contextFor } from '@/app/session'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { isOutboxReader } from '@/domain/actor'
import { findMailInScope, listOutboxInScope } from '@/domain/mail/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('notices')
  return { title: t('outbox.outbox') }
}

const addressed = <
  Row extends { email: string; personName: string | null; organisationName: string | null },
>(
  row: Row,
) => ({
  ...row,
  to: { organisation: row.organisationName, person: row.personName, email: row.email },
})

export default async function Page({ searchParams }: PageProps<'/[locale]/official/outbox'>) {
  const context = await contextFor('official')
  const query = await searchParams
  const mail = idIn(query, 'mail')
  const [t, found, open] = await Promise.all([
    getTranslations('notices'),
    listOutboxInScope(context, idIn(query, 'after')),
    mail ? findMailInScope(context, mail) : null,
  ])
  const head = <PageHead title={t('outbox.outbox')}>{t('outbox.outboxAbout')}</PageHead>
  if (!isOutboxReader(context.actor))
    return (
      <main id="main" className="page max-w-[860px]! py-8">
        {head}
        <Card as="div">
          <CardBody>
            <EmptyState kind="no-right" title={t('outbox.noRight')}>
              {t('outbox.noRightText')}
            </EmptyState>
          </CardBody>
        </Card>
      </main>
    )
  return (
    <MailsPage
      head={head}
      here="/official/outbox"
      query={query}
      found={found.map(addressed)}
      open={open && addressed({ ...open, text: open.text || t('outbox.linkSent') })}
      now={context.now}
    />
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { contextFor } from '@/app/session'
import { clock, timeLeft } from '@/components/format/dates'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Dated } from '@/components/ui/dated'
import { PageHead } from '@/components/ui/page-head'
import { listFitting } from '@/domain/match/preview'
import { termsOf } from '@/domain/need/need'
import { findOwnNeed } from '@/domain/need/queries'
import { pathFor } from '@/messages/navigation'
import { needTitle } from '../../../need-words'
import { NextSteps } from '../check/next-steps'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('need'))('sent.title') }
}

/** What was sent, its number, and by when somebody answers. */
export default async function Page({
  params,
}: PageProps<'/[locale]/company/needs/[id]/published'>) {
  const { id } = await params
  const context = await contextFor('company')
  const own = await findOwnNeed(context, id)
  if (!own) notFound()
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const preview = await listFitting(context, termsOf(own))
  const financiers = new Set(preview.map(({ product }) => product.financierId)).size
  if (own.state !== 'in-review') redirect(pathFor(locale, `/company/needs/${id}`))
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('sent.title')} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_420px]">
        <Card as="div">
          <CardBody>
            <p className="text-small text-ink-2">{t('sent.number')}</p>
            <p className="text-figure">
              <Code>{own.code}</Code>
            </p>
            <p className="mt-3">{needTitle(termsOf(own), { domain, need: t, locale })}</p>
            {own.reviewDueAt && (
              <p className="mt-3">
                <Dated>
                  {own.reviewDueAt <= context.now
                    ? t('sent.reviewLate', {
                        over: timeLeft(own.reviewDueAt, context.now, locale),
                      })
                    : t('sent.review', { when: clock(own.reviewDueAt, locale) })}
                </Dated>
              </p>
            )}
            <p className="mt-3 text-ink-2">{t('sent.told')}</p>
            <div className="mt-5 flex flex-wrap gap-2">
              <LinkButton href="/company" tone="primary">
                {t('sent.home')}
              </LinkButton>
              <LinkButton href={`/company/needs/${id}`}>{t('sent.see')}</LinkButton>
            </div>
          </CardBody>
        </Card>
        <NextSteps now={context.now} review={own.reviewDueAt} financiers={financiers} />
      </div>
    </main>
  )
}

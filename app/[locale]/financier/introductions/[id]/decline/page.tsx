import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { contextFor } from '@/app/session'
import { TeaserWho } from '@/components/teaser'
import { LinkButton } from '@/components/ui/button'
import { Select, TextArea } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { isId } from '@/domain/id'
import { declineCodeList, declineCodes, isLive } from '@/domain/introduction/introduction'
import { findFinancierIntroduction } from '@/domain/introduction/queries'
import { pathFor } from '@/messages/navigation'
import { decline } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('decline.page') }
}

const mendable = ['by-you', 'by-time', 'not-here'] as const

export default async function Page({
  params,
}: PageProps<'/[locale]/financier/introductions/[id]/decline'>) {
  const context = await contextFor('financier')
  const { id } = await params
  const met = isId(id) ? await findFinancierIntroduction(context, id) : null
  if (!met) notFound()
  // Its own page says who may do this.
  if (whyNotActAs(context.actor, 'financier'))
    redirect(pathFor(await getLocale(), `/financier/introductions/${met.id}`))
  const [t, domain] = await Promise.all([getTranslations('financier'), getTranslations('domain')])
  const home = `/financier/introductions/${met.id}`
  return (
    <main id="main" className="page max-w-[720px]! py-6">
      <PageHead
        back={<BackLink href={home}>{met.code}</BackLink>}
        above={<TeaserWho teaser={met.need.teaser} />}
        title={t('decline.title', { need: met.need.code })}
      />
      {isLive(met.state) ? (
        <>
          <div className="mb-6">
            <Notice tone="warn" title={t('decline.final')}>
              {t('decline.then')}
            </Notice>
          </div>
          <Form action={decline.bind(null, met.id)} keep="decline" className="space-y-6">
            <Select
              name="code"
              label={t('decline.code')}
              hint={t('decline.codeHint')}
              none={t('decline.choose')}
              choices={mendable.map((kind) => ({
                group: t(`decline.mendable.${kind}`),
                choices: declineCodeList
                  .filter((code) => declineCodes[code] === kind)
                  .map((value) => ({ value, label: domain(`declineCode.${value}`) })),
              }))}
            />
            <TextArea
              name="words"
              label={t('decline.words')}
              hint={t('decline.wordsHint')}
              optional
              rows={3}
              maxLength={500}
              whoSees={t('decline.whoSees')}
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton tone="danger-strong">{t('decline.act')}</SubmitButton>
              <LinkButton href={home}>{t('decline.cancel')}</LinkButton>
            </div>
          </Form>
        </>
      ) : (
        <Notice tone="calm">{t('decline.over')}</Notice>
      )}
    </main>
  )
}

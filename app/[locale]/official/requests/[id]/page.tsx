import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Code } from '@/components/ui/code'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { whyNotOfCity } from '@/domain/actor'
import { findRequestInScope } from '@/domain/request/queries'
import { DoneToast } from '../../done-toast'
import { History } from '../../history'
import { idFrom } from '../../id-from'
import { ReasonForm } from '../../reason-form'
import { decline, grant } from './actions'

const done = ['given', 'refused'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('registers')
  return { title: t('requests.request') }
}

/** One request beyond finance: what is asked, of whom, until when, and the answer. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/requests/[id]'>) {
  const context = await contextFor('official')
  const id = idFrom((await params).id)
  const [t, domain, refusals, locale, query, found] = await Promise.all([
    getTranslations('registers.requests'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
    searchParams,
    findRequestInScope(context, id),
  ])
  if (!found) notFound()
  const { request, companyId, companyName, contactName, authorityName, events } = found
  const { actor, now } = context
  const mayAnswer =
    request.contactMemberId === actor.memberId || whyNotOfCity(actor, 'publisher') === null
  const said = done.find((one) => one === textOf(query, 'done'))
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/white-list#requests">{t('back')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <Code>{request.code}</Code>
            {request.state === 'asked' ? (
              <ClockChip due={request.dueAt} now={now} exact />
            ) : (
              <Tag tone={request.state === 'given' ? 'pass' : 'neutral'}>
                {domain(`requestState.${request.state}`)}
              </Tag>
            )}
          </span>
        }
        title={<Written>{request.title}</Written>}
      >
        <TextLink href={`/official/organisations/${companyId}`}>
          <span lang="zh">{companyName}</span>
        </TextLink>
      </PageHead>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="space-y-5">
          <Card labelledBy="words">
            <CardHead id="words" title={t('words')} />
            <CardBody>
              <p className="whitespace-pre-line">
                <Written>{request.words}</Written>
              </p>
            </CardBody>
            <CardBody line>
              <SummaryList
                rows={[
                  { term: t('kind'), value: domain(`requestKind.${request.kind}`) },
                  { term: t('asked'), value: clock(request.askedAt, locale) },
                  {
                    term: t('with'),
                    value: <span lang="zh">{contactName}</span>,
                    note: <span lang="zh">{authorityName}</span>,
                  },
                  ...(request.answer && request.answeredAt
                    ? [
                        {
                          term: t('outcome'),
                          value: <Written>{request.answer}</Written>,
                          note: clock(request.answeredAt, locale),
                        },
                      ]
                    : []),
                ]}
              />
            </CardBody>
          </Card>
          <Card labelledBy="history">
            <CardHead id="history" title={t('history')} />
            <CardBody>
              <History events={events} />
            </CardBody>
          </Card>
        </div>
        {request.state === 'asked' && (
          <Card labelledBy="acts">
            <CardHead id="acts" title={t('answer')} note={t('answerNote')} />
            {mayAnswer ? (
              <>
                <CardBody>
                  <ReasonForm
                    action={grant.bind(null, id)}
                    name="words"
                    keep="grant"
                    tone="primary"
                    formLabel={t('grant')}
                    label={t('grantWhat')}
                    hint={t('readBy', { company: companyName })}
                  >
                    {t('grant')}
                  </ReasonForm>
                </CardBody>
                <CardBody line>
                  <ReasonForm
                    action={decline.bind(null, id)}
                    name="words"
                    keep="decline"
                    formLabel={t('decline')}
                    label={t('declineWhy')}
                    hint={t('readBy', { company: companyName })}
                  >
                    {t('decline')}
                  </ReasonForm>
                </CardBody>
              </>
            ) : (
              <CardBody>
                <DisabledButton id="answer" reason={refusals('contact-only')}>
                  {t('grant')}
                </DisabledButton>
              </CardBody>
            )}
          </Card>
        )}
      </div>
      {said && <DoneToast>{t(`done.${said}`)}</DoneToast>}
    </main>
  )
}

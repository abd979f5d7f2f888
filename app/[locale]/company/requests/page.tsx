import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Select, TextArea, TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { BackLink } from '@/components/ui/text-links'
import { WhoSees } from '@/components/ui/who-sees'
import { Written } from '@/components/ui/written'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { findContact } from '@/domain/request/contact'
import { listOwnRequests } from '@/domain/request/queries'
import { requestKinds } from '@/domain/request/request'
import { ask } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('own.title') }
}

/** What the company asks of its contact at the authority beyond finance, and the answers. */
export default async function Page({ searchParams }: PageProps<'/[locale]/company/requests'>) {
  const context = await contextFor('company')
  const { now, actor } = context
  const [t, words, domain, refusals, locale, query, contact, requests] = await Promise.all([
    getTranslations('registers.own'),
    getTranslations('registers.requests'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
    searchParams,
    findContact(context),
    listOwnRequests(context),
  ])
  const no = whyNotActAs(actor, 'company') ?? (contact ? null : 'not-white-listed')
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/company">{t('back')}</BackLink>}
        title={t('finding', {
          count: requests.length,
          waiting: requests.filter(({ request }) => request.state === 'asked').length,
        })}
      >
        {contact
          ? t('about', {
              chain: domain(`chain.${contact.chain}`),
              name: contact.name,
              authority: contact.authority,
              days: WORKING_DAYS.request,
            })
          : t('notListed')}
      </PageHead>
      {textOf(query, 'done') === 'asked' && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t('done', { days: WORKING_DAYS.request })}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <Card labelledBy="requests">
          <CardHead id="requests" title={t('list')} />
          {requests.length === 0 && (
            <CardBody>
              <EmptyState kind="nothing" level={3} title={t('none')}>
                {t('noneNote')}
              </EmptyState>
            </CardBody>
          )}
          {requests.map(({ request, contactName, authorityName }) => (
            <CardBody key={request.id} line>
              <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
                <div className="min-w-0 flex-1 basis-64">
                  <h3 className="font-semibold">
                    <Written>{request.title}</Written>
                  </h3>
                  <p className="text-small text-ink-2">
                    {domain(`requestKind.${request.kind}`)} ·{' '}
                    {t('askedOn', { day: fullDay(dayOf(request.askedAt), locale) })} ·{' '}
                    <span lang="zh">
                      {authorityName} {contactName}
                    </span>{' '}
                    · <span className="code">{request.code}</span>
                  </p>
                  <p className="mt-2 whitespace-pre-line">
                    <Written>{request.words}</Written>
                  </p>
                  {request.answer && (
                    <p className="mt-2">
                      <b>{domain(`requestState.${request.state}`)}</b>
                      {t('colon')}
                      <Written>{request.answer}</Written>
                    </p>
                  )}
                </div>
                {request.state === 'asked' ? (
                  <ClockChip due={request.dueAt} now={now} />
                ) : (
                  <Tag tone={request.state === 'given' ? 'pass' : 'neutral'}>
                    {domain(`requestState.${request.state}`)}
                  </Tag>
                )}
              </div>
            </CardBody>
          ))}
        </Card>
        <Card labelledBy="ask">
          <CardHead id="ask" title={t('ask')} note={t('askNote')} />
          <CardBody>
            {no ? (
              <DisabledButton id="asking" reason={refusals(no)}>
                {t('send')}
              </DisabledButton>
            ) : (
              <Form action={ask} keep="request" label={t('ask')} className="space-y-4">
                <Select
                  name="kind"
                  label={words('kind')}
                  none={t('choose')}
                  choices={requestKinds.map((value) => ({
                    value,
                    label: domain(`requestKind.${value}`),
                  }))}
                />
                <TextField
                  name="title"
                  label={t('titleField')}
                  hint={t('titleHint')}
                  maxLength={60}
                />
                <TextArea
                  name="words"
                  label={t('wordsField')}
                  hint={t('wordsHint')}
                  rows={5}
                  maxLength={1000}
                />
                <WhoSees>{t('whoSees')}</WhoSees>
                <SubmitButton wide>{t('send')}</SubmitButton>
              </Form>
            )}
          </CardBody>
        </Card>
      </div>
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { nearDay } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { Task } from '@/components/ui/task'
import { TextLink } from '@/components/ui/text-links'
import { listWaitingCodes } from '@/domain/bank-file/queries'
import { dayOf } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { noteLooks, noteOrganisations } from '@/domain/consent/note-looks'
import { countDoubts } from '@/domain/doubt/queries'
import { listDisputedInScope } from '@/domain/ledger/queries'
import { listNeedsToReview } from '@/domain/need/official-queries'
import { listApplicantsInScope } from '@/domain/organisation/queries'
import { listDraftsToPublish } from '@/domain/register/queries'
import { listRequestsToAnswer } from '@/domain/request/queries'
import { listed } from '@/components/format/lists'
import { placeWords } from '../place-words'
import { ScopeNote } from '../scope-note'
import { Stuck } from '../stuck'
import { countOfficialTasks } from '../own-tasks'
import { CodesCard } from './codes-card'
import { DisputesCard } from './disputes-card'
import { DoubtsCard } from './doubts-card'
import { DraftsCard } from './drafts-card'
import { RequestsCard } from './requests-card'

const DISPUTES_AT_MOST = 100

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('official')
  return { title: t('tasks.title') }
}

export default async function Page() {
  const context = await contextFor('official')
  const { now, actor } = context
  const [
    t,
    domain,
    locale,
    placed,
    applicants,
    needs,
    codes,
    disputes,
    requests,
    drafts,
    tasks,
    doubts,
  ] = await Promise.all([
    getTranslations('official'),
    getTranslations('domain'),
    getLocale(),
    placeWords(),
    listApplicantsInScope(context),
    listNeedsToReview(context),
    listWaitingCodes(context),
    listDisputedInScope(context, DISPUTES_AT_MOST),
    listRequestsToAnswer(context),
    listDraftsToPublish(context),
    countOfficialTasks(context),
    countDoubts(context),
  ])
  await noteOrganisations(context, applicants, ['identity', 'business'])
  await noteLooks(
    context,
    needs.map(({ companyId }) => companyId),
    ['identity', 'need'],
    'list',
  )
  await noteLooks(
    context,
    requests.map(({ companyId }) => companyId),
    ['identity'],
    'list',
  )
  const today = dayOf(now)
  const reviews = actor.duties.includes('verifier')
  const overdue = [
    ...(reviews ? applicants.map(({ dueAt }) => dueAt) : []),
    ...(reviews ? needs.map(({ reviewDueAt }) => reviewDueAt) : []),
    ...requests.map(({ request }) => request.dueAt),
  ].filter((due) => due !== null && due <= now).length
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('tasks.finding', { waiting: tasks.own, overdue })}>
        <ScopeNote scope={actor.scope}>
          {t('tasks.method', { days: WORKING_DAYS.review })}
          {tasks.others > 0 && ` ${t('tasks.others', { count: tasks.others })}`}
        </ScopeNote>
      </PageHead>
      <div className="space-y-5">
        <Card labelledBy="needs">
          <CardHead
            id="needs"
            title={t('tasks.needs', { count: needs.length })}
            note={t('tasks.needsNote')}
            act={<TextLink href="/official/needs">{t('tasks.allNeeds')}</TextLink>}
          />
          {needs.length === 0 && (
            <CardBody>
              <EmptyState kind="nothing" level={3} title={t('tasks.noNeeds')}>
                {t('tasks.noNeedsNote')}
              </EmptyState>
            </CardBody>
          )}
          {needs.map((one) => (
            <CardBody key={one.id} line>
              <Task
                title={t(one.wordsWait ? 'tasks.checkWords' : 'tasks.checkNeed', {
                  company: one.companyName,
                })}
                clock={one.reviewDueAt && <ClockChip due={one.reviewDueAt} now={now} exact />}
                act={
                  <LinkButton href={`/official/needs/${one.id}`} wide>
                    {t(one.wordsWait ? 'tasks.openWords' : 'tasks.openNeed')}
                    <span className="sr-only"> {one.code}</span>
                  </LinkButton>
                }
              >
                <p>
                  {one.amountFen === null ? null : `${money(one.amountFen, locale)} · `}
                  {listed(
                    one.classes.map((name) => domain(`class.${name}`)),
                    locale,
                  )}
                </p>
                <p className="text-small">
                  {placed(one)} · <span className="code">{one.code}</span>
                </p>
              </Task>
            </CardBody>
          ))}
        </Card>
        <Card labelledBy="applicants">
          <CardHead
            id="applicants"
            title={t('tasks.applicants', { count: applicants.length })}
            note={t('tasks.applicantsNote')}
            act={<TextLink href="/official/organisations">{t('tasks.allOrganisations')}</TextLink>}
          />
          {applicants.length === 0 && (
            <CardBody>
              <EmptyState kind="nothing" level={3} title={t('tasks.noApplicants')}>
                {t('tasks.noApplicantsNote')}
              </EmptyState>
            </CardBody>
          )}
          {applicants.map((one) => (
            <CardBody key={one.id} line>
              <Task
                title={t('tasks.admit', { name: one.name })}
                clock={one.dueAt && <ClockChip due={one.dueAt} now={now} exact />}
                act={
                  <LinkButton href={`/official/organisations/${one.id}`} wide>
                    {t('tasks.openApplicant')}
                    <span className="sr-only" lang="zh">
                      {' '}
                      {one.name}
                    </span>
                  </LinkButton>
                }
              >
                <p>
                  {one.financierKind
                    ? domain(`financierKind.${one.financierKind}`)
                    : domain(`organisationKind.${one.kind}`)}
                  {one.appliedAt &&
                    ` · ${t('tasks.appliedOn', { day: nearDay(dayOf(one.appliedAt), today, locale) })}`}
                </p>
                {one.evidence && (
                  <p className="text-small">
                    {t('organisation.evidence')}
                    {t('colon')}
                    <span lang="zh">{one.evidence}</span>
                  </p>
                )}
                <p className="text-small">
                  {placed(one)} · <span className="code">{one.uscc}</span>
                  {one.others > 0 && (
                    <>
                      {' '}
                      <Tag tone="warn">{t('tasks.contested', { others: one.others })}</Tag>
                    </>
                  )}
                </p>
              </Task>
            </CardBody>
          ))}
        </Card>
        {codes.length > 0 && <CodesCard codes={codes} now={now} />}
        {requests.length > 0 && <RequestsCard requests={requests} now={now} />}
        {drafts.length > 0 && <DraftsCard drafts={drafts} />}
        {doubts.open > 0 && <DoubtsCard open={doubts.open} />}
        {disputes.length > 0 && <DisputesCard disputes={disputes} now={now} />}
        <Stuck context={context} most={100} />
      </div>
    </main>
  )
}

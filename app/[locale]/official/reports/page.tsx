import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { clock, month as monthWords } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Link } from '@/components/ui/link.client'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag, type TagTone } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-links'
import { whyNotOfCity } from '@/domain/actor'
import { dayOf, monthOf } from '@/domain/calendar/calendar'
import { PUBLISHED_ON } from '@/domain/clock/clock'
import { findNextReport, listReports } from '@/domain/report/queries'
import type { ReportState } from '@/domain/report/report'
import { monthText } from '@/domain/totals/totals'
import { DoneToast } from '../done-toast'
import { write } from './actions'
import { NoteFields } from './note-fields'

export const reportTones: Record<ReportState, TagTone> = {
  draft: 'neutral',
  proposed: 'warn',
  sealed: 'seal',
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('title') }
}

/** The reports of the months: the one that comes next, and all there are. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/reports'>) {
  const context = await contextFor('official')
  const [t, refusals, locale, query, next, rows] = await Promise.all([
    getTranslations('report'),
    getTranslations('refusals'),
    getLocale(),
    searchParams,
    findNextReport(context.db, context.now),
    listReports(context),
  ])
  const month = monthWords(monthText(next.month), locale)
  const hasEnded = next.month < monthOf(dayOf(context.now))
  const no = whyNotOfCity(context.actor, 'statistician')
  const state = next.begun
    ? next.begun.state === 'proposed'
      ? 'waiting'
      : 'draft'
    : next.isDue
      ? 'due'
      : 'none'
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('official.finding', { state, month })}>
        {t('official.method', { day: PUBLISHED_ON.day, hour: PUBLISHED_ON.hour })}{' '}
        <TextLink href="/reports">{t('official.toPublic')}</TextLink>
      </PageHead>
      <div className="space-y-5">
        {(hasEnded || next.begun) && (
          <Card labelledBy="next">
            <CardHead
              id="next"
              title={t('official.write', { month })}
              note={`${t('official.writeNote')} ${t('official.dueAt', { when: clock(next.dueAt, locale) })}`}
            />
            <CardBody>
              {next.begun ? (
                <LinkButton href={`/official/reports/${next.begun.id}`}>
                  {t('official.open')}
                </LinkButton>
              ) : no ? (
                <DisabledButton id="write" reason={refusals(no)}>
                  {t('official.write', { month })}
                </DisabledButton>
              ) : (
                <Form
                  action={write.bind(null, next.month)}
                  keep="report"
                  label={t('official.write', { month })}
                  className="space-y-4"
                >
                  <NoteFields isRevision={false} />
                  <SubmitButton>{t('official.write', { month })}</SubmitButton>
                </Form>
              )}
            </CardBody>
          </Card>
        )}
        <Card as="div">
          {rows.length === 0 ? (
            <CardBody>
              <EmptyState kind="nothing" title={t('official.none')}>
                {t('official.noneNote')}
              </EmptyState>
            </CardBody>
          ) : (
            <Table
              caption={t('official.caption')}
              head={
                <>
                  <Head>{t('official.report')}</Head>
                  <Head num>{t('official.companies')}</Head>
                  <Head>{t('official.by')}</Head>
                  <Head>{t('official.sealedAt')}</Head>
                  <Head>{t('official.state')}</Head>
                </>
              }
            >
              {rows.map(({ report, savedBy, sealedBy }) => (
                <Row key={report.id}>
                  <Cell
                    head
                    note={t('public.row', {
                      report: `YB-${monthText(report.month)}`,
                      edition: report.edition,
                    })}
                  >
                    <Link
                      href={`/official/reports/${report.id}`}
                      prefetch={false}
                      className="quiet-link"
                    >
                      {monthWords(monthText(report.month), locale)}
                    </Link>
                  </Cell>
                  <Cell num label={t('official.companies')}>
                    {report.data?.totals ? count(report.data.totals.companies) : '–'}
                  </Cell>
                  <Cell label={t('official.by')}>
                    <span lang="zh">{[savedBy, sealedBy].filter(Boolean).join(' · ')}</span>
                  </Cell>
                  <Cell label={t('official.sealedAt')}>
                    {report.sealedAt ? clock(report.sealedAt, locale) : '–'}
                  </Cell>
                  <Cell label={t('official.state')}>
                    <Tag tone={reportTones[report.state]}>{t(`state.${report.state}`)}</Tag>
                  </Cell>
                </Row>
              ))}
            </Table>
          )}
        </Card>
      </div>
      {textOf(query, 'done') === 'discarded' && (
        <DoneToast>{t('official.done.discarded')}</DoneToast>
      )}
    </main>
  )
}

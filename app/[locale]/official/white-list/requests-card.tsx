import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay, nearDay } from '@/components/format/dates'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link.client'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { dayOf } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import type { RequestRow } from '@/domain/request/queries'

/** What white-listed companies asked beyond finance, those that wait first. */
export async function RequestsCard({ rows, now }: { rows: readonly RequestRow[]; now: Date }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('registers.requests'),
    getTranslations('domain'),
    getLocale(),
  ])
  const waiting = rows.filter(({ request }) => request.state === 'asked')
  const overdue = waiting.filter(({ request }) => request.dueAt < now).length
  return (
    <Card labelledBy="requests">
      <CardHead
        id="requests"
        title={t('finding', {
          count: rows.length,
          answered: rows.length - waiting.length,
          running: waiting.length - overdue,
          overdue,
        })}
        note={t('note', { days: WORKING_DAYS.request })}
      />
      {rows.length === 0 ? (
        <CardBody>
          <EmptyState kind="nothing" level={3} title={t('none')}>
            {t('noneNote')}
          </EmptyState>
        </CardBody>
      ) : (
        <Table
          caption={t('caption')}
          head={
            <>
              <Head>{t('request')}</Head>
              <Head>{t('kind')}</Head>
              <Head>{t('asked')}</Head>
              <Head>{t('with')}</Head>
              <Head>{t('clock')}</Head>
              <Head>{t('outcome')}</Head>
            </>
          }
        >
          {rows.map(({ request, companyName, contactName, authorityName }) => (
            <Row key={request.id}>
              <Cell head note={<span lang="zh">{companyName}</span>}>
                <Link
                  href={`/official/requests/${request.id}`}
                  prefetch={false}
                  className="quiet-link"
                >
                  <span lang="zh">{request.title}</span>
                </Link>
              </Cell>
              <Cell label={t('kind')}>{domain(`requestKind.${request.kind}`)}</Cell>
              <Cell label={t('asked')}>{nearDay(dayOf(request.askedAt), dayOf(now), locale)}</Cell>
              <Cell label={t('with')} note={<span lang="zh">{authorityName}</span>}>
                <span lang="zh">{contactName}</span>
              </Cell>
              <Cell label={t('clock')}>
                {request.state === 'asked' ? (
                  <ClockChip due={request.dueAt} now={now} />
                ) : (
                  <Tag tone={request.state === 'given' ? 'pass' : 'neutral'}>
                    {domain(`requestState.${request.state}`)}
                  </Tag>
                )}
              </Cell>
              <Cell
                label={t('outcome')}
                note={request.answeredAt && fullDay(dayOf(request.answeredAt), locale)}
              >
                {request.answer ? <span lang="zh">{request.answer}</span> : t('noneYet')}
              </Cell>
            </Row>
          ))}
        </Table>
      )}
    </Card>
  )
}

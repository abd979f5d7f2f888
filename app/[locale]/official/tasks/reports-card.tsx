import { getLocale, getTranslations } from 'next-intl/server'
import { month as monthWords } from '@/components/format/dates'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Task } from '@/components/ui/task'
import type { findNextReport, listReportsToAgree } from '@/domain/report/queries'
import { monthText } from '@/domain/totals/totals'

/** Reports that another has proposed, and the one that is due and nobody has begun. */
export async function ReportsCard({
  reports,
  next,
  now,
}: {
  reports: Awaited<ReturnType<typeof listReportsToAgree>>
  /** Null where none is due, or it is not this official's to write. */
  next: Awaited<ReturnType<typeof findNextReport>> | null
  now: Date
}) {
  const [t, locale] = await Promise.all([getTranslations('official.tasks'), getLocale()])
  return (
    <Card labelledBy="reports">
      <CardHead
        id="reports"
        title={t('reports', { count: reports.length })}
        note={t('reportsNote')}
      />
      {reports.map(({ id, month }) => (
        <CardBody key={id} line>
          <Task
            title={t('agreeReport', { month: monthWords(monthText(month), locale) })}
            act={
              <LinkButton href={`/official/reports/${id}`} wide>
                {t('openReport')}
              </LinkButton>
            }
          />
        </CardBody>
      ))}
      {next && (
        <CardBody line>
          <Task
            title={t('writeReport', { month: monthWords(monthText(next.month), locale) })}
            clock={<ClockChip due={next.dueAt} now={now} exact />}
            act={
              <LinkButton href="/official/reports" wide>
                {t('openReports')}
              </LinkButton>
            }
          />
        </CardBody>
      )}
    </Card>
  )
}

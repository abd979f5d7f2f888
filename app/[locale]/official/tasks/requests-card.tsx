import { getTranslations } from 'next-intl/server'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Task } from '@/components/ui/task'
import { Written } from '@/components/ui/written'
import { WORKING_DAYS } from '@/domain/clock/clock'
import type { RequestRow } from '@/domain/request/queries'

/** What companies asked of this official beyond finance, and, for publishers of the city, what others left overdue. */
export async function RequestsCard({
  requests,
  now,
}: {
  requests: readonly RequestRow[]
  now: Date
}) {
  const t = await getTranslations('official.tasks')
  return (
    <Card labelledBy="requests">
      <CardHead
        id="requests"
        title={t('requests', { count: requests.length })}
        note={t('requestsNote', { days: WORKING_DAYS.request })}
      />
      {requests.map(({ request, companyName }) => (
        <CardBody key={request.id} line>
          <Task
            title={t('answerRequest', { company: companyName })}
            clock={<ClockChip due={request.dueAt} now={now} exact />}
            act={
              <LinkButton href={`/official/requests/${request.id}`} wide>
                {t('openRequest')}
                <span className="sr-only"> {request.code}</span>
              </LinkButton>
            }
          >
            <p>
              <Written>{request.title}</Written>
            </p>
            <p className="text-small">
              <span className="code">{request.code}</span>
            </p>
          </Task>
        </CardBody>
      ))}
    </Card>
  )
}

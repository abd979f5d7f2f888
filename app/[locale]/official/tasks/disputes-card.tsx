import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay, nearDay } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Task } from '@/components/ui/task'
import { dayOf } from '@/domain/calendar/calendar'
import type { listDisputedInScope } from '@/domain/ledger/queries'

type Disputed = Awaited<ReturnType<typeof listDisputedInScope>>[number]

/** Rows whose company says otherwise: none counts until a statistician has decided. */
export async function DisputesCard({
  disputes,
  now,
}: {
  disputes: readonly Disputed[]
  now: Date
}) {
  const [t, locale] = await Promise.all([getTranslations('official.tasks'), getLocale()])
  return (
    <Card labelledBy="disputes">
      <CardHead
        id="disputes"
        title={t('disputes', { count: disputes[0]?.ofAll ?? 0 })}
        note={t('disputesNote')}
      />
      {disputes.map((one) => (
        <CardBody key={one.id} line>
          <Task
            title={t('decideDispute', {
              company: one.companyName,
              amount: money(one.amountFen, locale),
            })}
            act={
              <LinkButton href={`/official/ledger/${one.id}`} wide>
                {t('openDispute')}
                <span className="sr-only"> {one.contractNo}</span>
              </LinkButton>
            }
          >
            <p>
              {t('disputedRow', {
                day: fullDay(one.happenedOn, locale),
                recorded: nearDay(dayOf(one.recordedAt), dayOf(now), locale),
              })}
            </p>
            {one.contractNo && (
              <p className="text-small">
                <span className="code">{one.contractNo}</span>
              </p>
            )}
          </Task>
        </CardBody>
      ))}
    </Card>
  )
}

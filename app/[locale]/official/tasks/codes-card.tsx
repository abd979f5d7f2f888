import { getLocale, getTranslations } from 'next-intl/server'
import { nearDay } from '@/components/format/dates'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Task } from '@/components/ui/task'
import type { listWaitingCodes } from '@/domain/bank-file/queries'
import { dayOf } from '@/domain/calendar/calendar'

type WaitingCode = Awaited<ReturnType<typeof listWaitingCodes>>[number]

/** Codes from bank files that fail their check: nothing of them counts until they are judged. */
export async function CodesCard({ codes, now }: { codes: readonly WaitingCode[]; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('official.tasks'), getLocale()])
  return (
    <Card labelledBy="codes">
      <CardHead id="codes" title={t('codes', { count: codes.length })} note={t('codesNote')} />
      {codes.map((one) => (
        <CardBody key={one.id} line>
          <Task
            title={t('judgeCode', { name: one.companyName })}
            act={
              <LinkButton href={`/official/codes/${one.id}`} wide>
                {t('openCode')}
                <span className="sr-only"> {one.uscc}</span>
              </LinkButton>
            }
          >
            <p>
              {t('codeRows', {
                count: one.rows,
                day: nearDay(dayOf(one.since), dayOf(now), locale),
              })}
            </p>
            <p className="text-small">
              <span className="code">{one.uscc}</span>
            </p>
          </Task>
        </CardBody>
      ))}
    </Card>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { clock, nearClock, timeLeft } from '@/components/format/dates'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Timeline } from '@/components/ui/steps'
import { dayOf, dueAfter, isCalendarKnown } from '@/domain/calendar/calendar'
import { DAYS, WORKING_DAYS } from '@/domain/clock/clock'
import { SEATS } from '@/domain/need/need'

/** What happens after publishing, with the real working days of each clock; `review` is when it is due, once it was sent. */
export async function NextSteps({
  now,
  review: due,
  financiers,
}: {
  now: Date
  review: Date | null
  financiers: number
}) {
  const [t, locale] = await Promise.all([getTranslations('need'), getLocale()])
  const review = due ?? dueAfter(now, WORKING_DAYS.review)
  const isLate = review <= now
  const answer = dueAfter(isLate ? now : review, WORKING_DAYS.firstAnswer)
  const known = isCalendarKnown(dayOf(answer))
  return (
    <Card labelledBy="what-next">
      <CardHead id="what-next" title={t('next.title')} />
      <CardBody>
        <Timeline
          label={t('next.title')}
          steps={[
            {
              id: 'review',
              name: isLate
                ? t('next.reviewLate', { over: timeLeft(review, now, locale) })
                : t('next.review', { when: clock(review, locale) }),
              state: 'ahead',
              children: t('next.reviewText', { days: WORKING_DAYS.review }),
            },
            {
              id: 'seen',
              name: t('next.seen', { count: financiers }),
              state: 'ahead',
              children: t('next.seenText', {
                days: WORKING_DAYS.firstAnswer,
                when: nearClock(answer, now, locale),
              }),
            },
            {
              id: 'taken',
              name: t('next.taken', { seats: SEATS }),
              state: 'ahead',
              children: t('next.takenText', { days: WORKING_DAYS.contact }),
            },
            {
              id: 'consent',
              name: t('next.consent'),
              state: 'ahead',
              children: t('next.consentText'),
            },
            {
              id: 'decision',
              name: t('next.decision', { days: DAYS.decision }),
              state: 'ahead',
              children: t('next.decisionText'),
            },
          ]}
        />
      </CardBody>
      <CardFoot>
        <p>
          {t('next.foot')}
          {!known && t('next.calendarUnknown', { year: String(answer.getUTCFullYear()) })}
        </p>
      </CardFoot>
    </Card>
  )
}

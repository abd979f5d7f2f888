import { getLocale, getTranslations } from 'next-intl/server'
import { clock, nearClock } from '@/components/format/dates'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Timeline } from '@/components/ui/steps'
import { dayOf, dueAfter, isCalendarKnown } from '@/domain/calendar/calendar'
import { FIRST_ANSWER_WORKING_DAYS, SEATS, REVIEW_WORKING_DAYS } from '@/domain/need/need'

/** What happens after publishing, with the real working days of each clock. */
export async function NextSteps({ now, financiers }: { now: Date; financiers: number }) {
  const [t, locale] = await Promise.all([getTranslations('need'), getLocale()])
  const review = dueAfter(now, REVIEW_WORKING_DAYS)
  const answer = dueAfter(review, FIRST_ANSWER_WORKING_DAYS)
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
              name: t('next.review', { when: clock(review, locale) }),
              state: 'ahead',
              children: t('next.reviewText', { days: REVIEW_WORKING_DAYS }),
            },
            {
              id: 'seen',
              name: t('next.seen', { count: financiers }),
              state: 'ahead',
              children: t('next.seenText', {
                days: FIRST_ANSWER_WORKING_DAYS,
                when: nearClock(answer, now, locale),
              }),
            },
            {
              id: 'taken',
              name: t('next.taken', { seats: SEATS }),
              state: 'ahead',
              children: t('next.takenText'),
            },
            {
              id: 'consent',
              name: t('next.consent'),
              state: 'ahead',
              children: t('next.consentText'),
            },
            {
              id: 'decision',
              name: t('next.decision'),
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

import { getLocale, getTranslations } from 'next-intl/server'
import { clock, timeLeft } from '@/components/format/dates'
import { TeaserRow, TeaserTerms } from '@/components/teaser'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import type { OwnNeed } from '@/domain/need/queries'
import { LifeOfNeed } from '../../_home/current-need'

/** While a verifier reads it: by when, and what financiers will read then. */
export async function InReview({ own, now }: { own: OwnNeed; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('need'), getLocale()])
  return (
    <Card labelledBy="in-review">
      <CardHead
        id="in-review"
        title={t('review.title')}
        note={
          own.reviewDueAt &&
          (own.reviewDueAt <= now
            ? t('review.late', { over: timeLeft(own.reviewDueAt, now, locale) })
            : t('review.by', { when: clock(own.reviewDueAt, locale) }))
        }
        act={own.reviewDueAt && <ClockChip due={own.reviewDueAt} now={now} />}
      />
      <CardBody>
        <LifeOfNeed need={own} now={now} />
      </CardBody>
      {own.teaser && (
        <CardBody line>
          <h3 className="mb-2 text-h3">{t('review.read')}</h3>
          <div className="rounded-control bg-sunken px-4 py-3">
            <TeaserRow teaser={own.teaser} />
          </div>
          <div className="mt-4">
            <TeaserTerms teaser={own.teaser} />
          </div>
        </CardBody>
      )}
    </Card>
  )
}

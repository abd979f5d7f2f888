import { getTranslations } from 'next-intl/server'
import { TeaserRow, TeaserTerms } from '@/components/teaser'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { WhoSees } from '@/components/ui/who-sees'
import { dayOf } from '@/domain/calendar/calendar'
import type { OwnNeed } from '@/domain/need/queries'
import { asLeadTells, teaserToday } from '@/domain/need/teaser'

/** What financiers read of a need before consent, word for word as its leads show it; of one that ended, what they read. */
export async function Told({ need, now }: { need: OwnNeed; now: Date }) {
  const [t, domain] = await Promise.all([getTranslations('need'), getTranslations('domain')])
  const teaser = teaserToday(need, dayOf(now))
  if (!teaser) return null
  const isRead = need.state === 'published' && need.openFen > 0
  const told = isRead ? asLeadTells(teaser, need.openFen) : teaser
  return (
    <Card labelledBy="told">
      <CardHead
        id="told"
        title={t('told.title')}
        note={t(isRead ? 'told.note' : need.state === 'published' ? 'told.settled' : 'told.ended')}
      />
      <CardBody>
        <div className="rounded-control bg-sunken px-4 py-3">
          <TeaserRow teaser={told} />
        </div>
        {told.widening !== 'none' && (
          <p className="mt-2 text-small text-ink-2">{domain(`widening.${told.widening}`)}</p>
        )}
        <details className="mt-3">
          <summary className="inline-block min-h-6 text-small">
            <span className="link">{t('check.wordForWord')}</span>
          </summary>
          <div className="mt-3">
            <TeaserTerms teaser={told} />
          </div>
        </details>
        <WhoSees>{t('told.sees')}</WhoSees>
      </CardBody>
    </Card>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { nearDay } from '@/components/format/dates'
import { CardBody } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { QuietLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { declineCodes } from '@/domain/introduction/introduction'
import type { OwnNeed } from '@/domain/need/queries'

/** Talks that ended, each with its reason and whether it can be mended. */
export async function EndedTalks({ need, now }: { need: OwnNeed; now: Date }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const ended = need.introductions.filter(({ state }) => state === 'ended')
  if (ended.length === 0) return null
  return (
    <CardBody line>
      <h2 className="mb-2 text-h2">{t('ended.title', { count: ended.length })}</h2>
      <ul className="divide-y divide-line">
        {ended.map((one) => (
          <li key={one.id} className="py-2.5">
            <QuietLink href={`/company/introductions/${one.id}`}>{one.financierName}</QuietLink>
            <p className="text-small text-ink-2">
              <Dated>
                {one.endedAt && nearDay(dayOf(one.endedAt), dayOf(now), locale)}{' '}
                {one.ending && domain(`ending.${one.ending}`)}
                {one.declineCode &&
                  t('ended.reason', {
                    reason: domain(`declineCode.${one.declineCode}`),
                    mendable: domain(`mendable.${declineCodes[one.declineCode]}`),
                  })}
              </Dated>
            </p>
          </li>
        ))}
      </ul>
    </CardBody>
  )
}

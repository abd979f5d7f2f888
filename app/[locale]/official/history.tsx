import { useLocale, useTranslations } from 'next-intl'
import { clock } from '@/components/format/dates'
import { Dated } from '@/components/ui/dated'
import { LENGTHS } from '@/domain/clock/clock'
import { eventTypes } from '@/domain/event/event'

interface Past {
  id: string
  type: string
  at: Date
  by: string | null
}

/** What happened to a record, by whom and when; newest first or oldest first, as it is given. */
export function History({ events }: { events: readonly Past[] }) {
  const t = useTranslations('official')
  const locale = useLocale()
  return (
    <ol className="divide-y divide-line">
      {events.map(({ id, type, at, by }) => {
        const known = eventTypes.find((one) => one === type)
        if (!known) return null
        return (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
            <span>
              {t(`events.${known}`, LENGTHS)}
              {by && (
                <span className="text-ink-2">
                  {' · '}
                  <Dated>{by}</Dated>
                </span>
              )}
            </span>
            <time dateTime={at.toISOString()} className="text-small text-ink-2">
              {clock(at, locale)}
            </time>
          </li>
        )
      })}
    </ol>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { nearDay } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import type { Day } from '@/domain/calendar/calendar'
import { fieldGroups, type FieldGroup } from '@/domain/consent/consent'

/** What a financier may see already by another talk, with its days: it stays so, and is not asked again. */
export async function OpenAlready({
  consents,
  today,
}: {
  consents: readonly { fieldGroup: FieldGroup; until: Day }[]
  today: Day
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
  ])
  if (consents.length === 0) return null
  const ordered = fieldGroups.flatMap((group) =>
    consents.filter(({ fieldGroup }) => fieldGroup === group),
  )
  return (
    <p className="text-small text-ink-2">
      {t('request.already', {
        groups: listed(
          ordered.map(({ fieldGroup, until }) =>
            t('request.alreadyOne', {
              group: domain(`fieldGroup.${fieldGroup}`),
              day: nearDay(until, today, locale),
            }),
          ),
          locale,
        ),
      })}
    </p>
  )
}

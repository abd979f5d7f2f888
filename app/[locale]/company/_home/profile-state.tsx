import { getLocale, getTranslations } from 'next-intl/server'
import { nearDay } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Segments } from '@/components/ui/segments'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-links'
import { addDays, dayOf } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import {
  profileSections,
  sectionStatus,
  validQualifications,
  type Profile,
} from '@/domain/profile/profile'

/** How much of the profile is there, and which certificates run out soon. */
export async function ProfileState({ profile, now }: { profile: Profile; now: Date }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('company'),
    getTranslations('domain'),
    getLocale(),
  ])
  const today = dayOf(now)
  const missing = profileSections.filter((section) => sectionStatus(profile, section) !== 'done')
  const good = profileSections.length - missing.length
  const ending = validQualifications(profile, today).filter(
    ({ validTo }) => validTo !== null && validTo <= addDays(today, DAYS.certificateWarning),
  )
  return (
    <Card labelledBy="profile-state">
      <CardHead
        id="profile-state"
        title={t('profile.title', { done: good, of: profileSections.length })}
      />
      <CardBody>
        <Segments good={good} of={profileSections.length} />
        <p className="mt-2 text-small text-ink-2">
          {missing.length > 0
            ? t('profile.missing', {
                sections: listed(
                  missing.map((section) => domain(`profileSection.${section}`)),
                  locale,
                ),
              })
            : t('profile.whole')}
        </p>
        {ending.map(({ kind, validTo }) => (
          <p
            key={kind + validTo}
            className="mt-3 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-3"
          >
            <b>{domain(`qualification.${kind}`)}</b>
            <Tag tone="warn">
              {t('profile.ends', { day: nearDay(validTo ?? today, today, locale) })}
            </Tag>
          </p>
        ))}
        <p className="mt-3 text-small">
          <TextLink href="/company/profile">{t('profile.open')}</TextLink>
        </p>
      </CardBody>
    </Card>
  )
}

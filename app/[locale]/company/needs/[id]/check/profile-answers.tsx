import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { counted } from '@/components/format/figures'
import { inside, listed } from '@/components/format/lists'
import { CardBody } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import type { Day } from '@/domain/calendar/calendar'
import type { Rule } from '@/domain/match/match'
import type { Fitting } from '@/domain/match/preview'
import {
  ageInMonths,
  validQualifications,
  type Profile,
  type ProfileSection,
} from '@/domain/profile/profile'

/** Which unknown facts how many financiers test, most first. */
function gapsOf(preview: readonly Fitting[]): { rule: Rule; financiers: number }[] {
  const by = new Map<Rule, Set<string>>()
  for (const { product, unknownRules } of preview)
    for (const rule of unknownRules)
      by.set(rule, (by.get(rule) ?? new Set()).add(product.financierId))
  return [...by]
    .map(([rule, financiers]) => ({ rule, financiers: financiers.size }))
    .toSorted((a, b) => b.financiers - a.financiers)
    .slice(0, 3)
}

/** What the need takes along from the profile, and what is missing there that financiers test. */
export async function ProfileAnswers({
  id,
  profile,
  organisation,
  preview,
  today,
  mayWrite,
}: {
  id: string
  profile: Profile
  organisation: { name: string; uscc: string }
  preview: readonly Fitting[]
  today: Day
  mayWrite: boolean
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const missing = <span className="font-semibold text-warn">{t('check.missing')}</span>
  const months = ageInMonths(profile, today)
  const row = (section: ProfileSection, term: string, value: SummaryRow['value'] | null) => ({
    term,
    value: value ?? missing,
    ...(mayWrite ? { changeHref: `/company/profile/${section}?need=${id}` } : {}),
  })
  const place = profile.district && [
    domain(`district.${profile.district}`),
    ...(profile.zone ? [domain(`zone.${profile.zone}`)] : []),
  ]
  const certificates = validQualifications(profile, today)
  const rows: SummaryRow[] = [
    {
      term: t('check.company'),
      value: <span lang="zh">{organisation.name}</span>,
      note: <span className="code">{organisation.uscc}</span>,
    },
    row('place', t('check.place'), place && listed(place, locale)),
    row(
      'business',
      t('check.chain'),
      profile.chains.length === 0
        ? profile.noChain
          ? t('check.noChain')
          : null
        : listed(
            profile.chains.map((chain) => domain(`chain.${chain}`)),
            locale,
          ),
    ),
    row(
      'business',
      t('check.age'),
      months === null ? null : counted(Math.floor(months / 12), 'year', locale),
    ),
    row(
      'people',
      t('check.staff'),
      profile.staff === null ? null : counted(profile.staff, 'person', locale),
    ),
    {
      ...row(
        'property',
        t('check.qualifications'),
        certificates.length === 0
          ? profile.certificatesKnown
            ? t('check.none')
            : null
          : listed(
              certificates.map(({ kind }) => domain(`qualification.${kind}`)),
              locale,
            ),
      ),
      note:
        certificates[0]?.validTo &&
        t('check.until', { day: fullDay(certificates[0].validTo, locale) }),
    },
    {
      ...row(
        'accounts',
        t('check.accounts'),
        profile.years.length === 0
          ? null
          : listed(
              profile.years.map(({ year }) => String(year)),
              locale,
            ),
      ),
      note: profile.debtRatioBp === null && t('check.noDebtRatio'),
    },
  ]
  const gaps = gapsOf(preview)
  return (
    <CardBody line>
      <h2 className="mb-1 text-h2">{t('check.profile')}</h2>
      <SummaryList rows={rows} />
      {gaps.length > 0 && (
        <div className="mt-3">
          <Notice tone="warn">
            {gaps.map(({ rule, financiers }) => (
              <p key={rule}>
                {t('check.gap', {
                  rule: inside(domain(`rule.${rule}`), locale),
                  count: financiers,
                })}
              </p>
            ))}
            <p>{t('check.gapsText')}</p>
          </Notice>
        </div>
      )}
    </CardBody>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { counted } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import type { Day } from '@/domain/calendar/calendar'
import type { Chain } from '@/domain/chain/chain'
import type { Facts } from '@/domain/profile/profile'

type Read = Pick<
  Facts,
  | 'park'
  | 'chains'
  | 'stage'
  | 'foundedOn'
  | 'staff'
  | 'rdStaff'
  | 'inventionPatents'
  | 'otherPatents'
  | 'software'
  | 'qualifications'
  | 'certificatesKnown'
  | 'collateral'
>

/** What an official reads of a company's profile: all but its accounts. */
export function ProfileFacts({
  profile,
  today,
  whiteListed,
}: {
  profile: Read
  today: Day
  whiteListed: readonly { chain: Chain; batchOn: Day }[]
}) {
  const t = useTranslations('official.organisation')
  const domain = useTranslations('domain')
  const locale = useLocale()
  const number = (value: number | null, words: (count: number) => string) =>
    value === null ? t('notFilled') : words(value)
  const rows: SummaryRow[] = [
    {
      term: t('chains'),
      value:
        profile.chains.length === 0
          ? t('notFilled')
          : listed(
              profile.chains.map((chain) => domain(`chain.${chain}`)),
              locale,
            ),
    },
    { term: t('stage'), value: profile.stage ? domain(`stage.${profile.stage}`) : t('notFilled') },
    {
      term: t('foundedOn'),
      value: profile.foundedOn ? fullDay(profile.foundedOn, locale) : t('notFilled'),
    },
    {
      term: t('staff'),
      value: number(profile.staff, (staff) => counted(staff, 'person', locale)),
      ...(profile.rdStaff === null
        ? {}
        : { note: t('rdStaff', { count: counted(profile.rdStaff, 'person', locale) }) }),
    },
    {
      term: t('patents'),
      value: number(profile.inventionPatents, (inventions) =>
        t('patentCounts', {
          inventions,
          others: profile.otherPatents ?? 0,
          software: profile.software ?? 0,
        }),
      ),
    },
    {
      term: t('qualifications'),
      value:
        profile.qualifications.length === 0 ? (
          t(profile.certificatesKnown ? 'noQualifications' : 'certificatesUnknown')
        ) : (
          <ul>
            {profile.qualifications.map((one) => (
              <li key={`${one.kind} ${one.validFrom}`}>
                {domain(`qualification.${one.kind}`)}
                <span className="text-small font-normal text-ink-2">
                  {' '}
                  {one.validTo === null
                    ? t('since', { day: fullDay(one.validFrom, locale) })
                    : t(one.validTo < today ? 'ended' : 'until', {
                        day: fullDay(one.validTo, locale),
                      })}
                </span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      term: t('whiteList'),
      value:
        whiteListed.length === 0
          ? t('notListed')
          : listed(
              whiteListed.map(({ chain, batchOn }) =>
                t('listed', { chain: domain(`chain.${chain}`), day: fullDay(batchOn, locale) }),
              ),
              locale,
            ),
    },
  ]
  return <SummaryList rows={rows} />
}

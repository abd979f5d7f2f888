import { useLocale, useTranslations } from 'next-intl'
import { fullDay, quarterOf } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { dayIn } from '@/components/teaser-words'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import type { Day } from '@/domain/calendar/calendar'
import type { Chain } from '@/domain/chain/chain'
import type { OfficialsRead } from '@/domain/profile/sight'

/** What an official reads of a company's profile. */
export function ProfileFacts({
  profile,
  whiteListed,
}: {
  profile: OfficialsRead
  whiteListed: readonly { chain: Chain; batchOn: Day }[]
}) {
  const t = useTranslations('official.organisation')
  const domain = useTranslations('domain')
  const teaser = useTranslations('teaser')
  const locale = useLocale()
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
      value: profile.staff ? domain(`staffBand.${profile.staff}`) : t('notFilled'),
    },
    {
      term: t('patents'),
      value: profile.patents ? domain(`patentBand.${profile.patents}`) : t('notFilled'),
    },
    {
      term: t('qualifications'),
      value:
        profile.qualifications.length === 0 ? (
          t(profile.certificatesKnown ? 'noQualifications' : 'certificatesUnknown')
        ) : (
          <ul>
            {profile.qualifications.map(({ kind, endsInQuarter }) => (
              <li key={kind}>
                {endsInQuarter
                  ? teaser('ends', {
                      name: domain(`qualification.${kind}`),
                      quarter: quarterOf(dayIn(endsInQuarter), locale),
                    })
                  : domain(`qualification.${kind}`)}
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

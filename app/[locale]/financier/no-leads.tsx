import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { DAYS } from '@/domain/clock/clock'
import type { LeadFilter } from '@/domain/match/queries'
import type { OrganisationState } from '@/domain/organisation/organisation'
import { conditionFields, leadsHref, type LeadPlace } from './lead-address'

/** Why the list is empty: no hits for these conditions, nothing passed over, or no product that fits anything yet. */
export function NoLeads({
  filter,
  conditions,
  all,
  state,
}: {
  filter: LeadPlace
  conditions: LeadFilter
  /** How many leads there are without the list and its conditions. */
  all: number
  state: OrganisationState
}) {
  const t = useTranslations('financier')
  const narrowed = conditionFields(conditions).length
  if (state !== 'admitted')
    return (
      <EmptyState kind="no-right" title={t('empty.notAdmitted')}>
        {t('empty.notAdmittedText')}
      </EmptyState>
    )
  const { amountFromFen = 0, amountToFen = Infinity } = conditions
  if (amountFromFen > amountToFen)
    return (
      <EmptyState kind="no-hits" title={t('empty.crossed')}>
        {t('empty.crossedText')}
      </EmptyState>
    )
  if (narrowed > 0)
    return (
      <EmptyState
        kind="no-hits"
        title={t('empty.noHits', { conditions: narrowed })}
        act={
          <LinkButton
            href={leadsHref({
              today: filter.today,
              productId: filter.productId,
              whiteListed: filter.whiteListed,
              passed: filter.passed,
              view: filter.view && 'none',
            })}
            size="small"
          >
            {t('empty.clear')}
          </LinkButton>
        }
      >
        {t('empty.noHitsText')}
      </EmptyState>
    )
  if (filter.passed)
    return (
      <EmptyState kind="nothing" title={t('empty.nonePassed')}>
        {t('empty.nonePassedText')}
      </EmptyState>
    )
  if (filter.today && all > 0)
    return (
      <EmptyState
        kind="nothing"
        title={t('empty.noneToday')}
        act={
          <LinkButton href={leadsHref({ view: filter.view && 'none' })} size="small">
            {t('empty.toAll', { all })}
          </LinkButton>
        }
      >
        {t('empty.noneTodayText', { days: DAYS.newLead })}
      </EmptyState>
    )
  if (filter.whiteListed)
    return (
      <EmptyState kind="nothing" title={t('empty.noWhiteListed')}>
        {t('empty.noWhiteListedText')}
      </EmptyState>
    )
  return (
    <EmptyState
      kind="nothing"
      title={t('empty.none')}
      act={
        <LinkButton href="/financier/products" size="small">
          {t('empty.toProducts')}
        </LinkButton>
      }
    >
      {t('empty.noneText')}
    </EmptyState>
  )
}

import { getTranslations } from 'next-intl/server'
import { ownerNames } from '@/app/owner-names'
import { contextFor } from '@/app/session'
import { Notice } from '@/components/ui/notice'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { findOwnOrganisation } from '@/domain/organisation/queries'

/** What works now and what comes later, on every page, while the company may not do everything. */
export async function StandingNotice() {
  const context = await contextFor('company')
  const { organisationState: state, role } = context.actor
  const t = await getTranslations('company')
  if (state === 'admitted' && role !== 'viewer') return null
  const { stateReason } = await findOwnOrganisation(context)
  return (
    <div className="page pt-6">
      {state === 'applied' && (
        <Notice tone="calm" title={t('standing.applied.title')}>
          {t('standing.applied.text', { days: WORKING_DAYS.review })}
        </Notice>
      )}
      {(state === 'refused' || state === 'suspended') && (
        <Notice tone="warn" title={t(`standing.${state}.title`)}>
          {stateReason && <p>{t('standing.reason', { reason: stateReason })}</p>}
          <p>{t(`standing.${state}.text`)}</p>
        </Notice>
      )}
      {state === 'admitted' && (
        <Notice tone="calm" title={t('standing.viewer.title')}>
          {t('standing.viewer.text', { owners: await ownerNames(context) })}
        </Notice>
      )}
    </div>
  )
}

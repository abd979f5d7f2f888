import { getTranslations } from 'next-intl/server'
import { ownerNames } from '@/app/owner-names'
import { contextFor } from '@/app/session'
import { Notice } from '@/components/ui/notice'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { FinancierBar } from './bar'

const withNotice = ['applied', 'refused', 'suspended'] as const

export default async function Layout({ children }: LayoutProps<'/[locale]/financier'>) {
  const [t, context] = await Promise.all([getTranslations('financier'), contextFor('financier')])
  const standing = withNotice.find((state) => state === context.actor.organisationState)
  return (
    <>
      <FinancierBar context={context} />
      {standing && (
        <div className="page-wide pt-5">
          <Notice tone={standing === 'applied' ? 'calm' : 'warn'} title={t(`standing.${standing}`)}>
            {t(`standing.${standing}Text`, { days: WORKING_DAYS.review })}
          </Notice>
        </div>
      )}
      {!standing && context.actor.role === 'viewer' && (
        <div className="page-wide pt-5">
          <Notice tone="calm" title={t('standing.viewer')}>
            {t('standing.viewerText', { owners: await ownerNames(context) })}
          </Notice>
        </div>
      )}
      {children}
    </>
  )
}

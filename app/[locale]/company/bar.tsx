import { getTranslations } from 'next-intl/server'
import { barOf } from '@/app/bar'
import { TopBar } from '@/components/shell/top-bar'
import { whyNotActAs, type CompanyActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { countTasks, ownTasks } from './own-tasks'

export async function CompanyBar({ context }: { context: Context<CompanyActor> }) {
  const [t, bar, tasks] = await Promise.all([
    getTranslations('company'),
    barOf(context),
    ownTasks(),
  ])
  return (
    <TopBar
      {...bar}
      destinations={[
        {
          href: '/company',
          label: t('destinations.needs'),
          // Who may do none of it is called to nothing.
          count: whyNotActAs(context.actor, 'company') ? 0 : countTasks(tasks),
          urgent: true,
        },
        { href: '/products', label: t('destinations.products') },
        { href: '/company/profile', label: t('destinations.profile') },
        { href: '/company/consents', label: t('destinations.consents') },
        { href: '/company/services', label: t('destinations.services') },
        { href: '/company/team', label: t('destinations.team') },
      ]}
    />
  )
}

import { getTranslations } from 'next-intl/server'
import { barOf } from '@/app/bar'
import { TopBar } from '@/components/shell/top-bar'
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { countOfficialTasks } from './own-tasks'

export async function OfficialBar({ context }: { context: Context<OfficialActor> }) {
  const [t, bar, tasks] = await Promise.all([
    getTranslations('official.destinations'),
    barOf(context),
    countOfficialTasks(context),
  ])
  return (
    <TopBar
      {...bar}
      city
      elsewhere={['/official/outbox']}
      destinations={[
        {
          href: '/official',
          label: t('monitor'),
          also: [
            '/official/cross',
            '/official/target',
            '/official/supply',
            '/official/funnel',
            '/official/financiers',
          ],
        },
        {
          href: '/official/tasks',
          label: t('tasks'),
          count: tasks.own,
          urgent: true,
          also: ['/official/needs', '/official/codes'],
        },
        {
          href: '/official/ledger',
          label: t('ledger'),
          also: ['/official/companies', '/official/doubts', '/official/imports'],
        },
        { href: '/official/reports', label: t('reports') },
        {
          href: '/official/white-list',
          label: t('registers'),
          also: [
            '/official/missing',
            '/official/requests',
            '/official/chains',
            '/official/places',
            '/official/registered',
            '/official/news',
            '/official/indicators',
            '/official/entries',
          ],
        },
        { href: '/official/organisations', label: t('organisations') },
        { href: '/official/team', label: t('team'), also: ['/official/authorities'] },
      ]}
    />
  )
}

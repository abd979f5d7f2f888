import { getTranslations } from 'next-intl/server'
import { addressOf } from '@/app/address'
import { Tabs } from '@/components/ui/tabs'
import { notOfNeeds } from '@/domain/totals/needs-asked'
import type { Parameters } from '@/domain/totals/read-question'

export const monitorPages = [
  'overview',
  'cross',
  'funnel',
  'financiers',
  'supply',
  'target',
] as const
export type MonitorPage = (typeof monitorPages)[number]

const paths: Record<MonitorPage, string> = {
  overview: '/official',
  cross: '/official/cross',
  funnel: '/official/funnel',
  financiers: '/official/financiers',
  supply: '/official/supply',
  target: '/official/target',
}
/** Pages of a question of the ledger take it along; those of needs what can be asked of needs. */
function kept(page: MonitorPage, parameters: Parameters): Parameters {
  if (page === 'target' || page === 'supply') return {}
  if (page !== 'funnel' && page !== 'financiers') return parameters
  return { ...parameters, ...Object.fromEntries(notOfNeeds.map((name) => [name, undefined])) }
}

/** The pages of the monitor beside each other, each of the same question where it can be asked there. */
export async function MonitorTabs({
  page,
  parameters = {},
}: {
  page: MonitorPage
  parameters?: Parameters
}) {
  const t = await getTranslations('monitor.tabs')
  return (
    <div data-print="never" className="mb-5">
      <Tabs
        label={t('label')}
        tabs={monitorPages.map((one) => ({
          href: addressOf(paths[one], kept(one, parameters)),
          label: t(one),
          current: one === page,
        }))}
      />
    </div>
  )
}

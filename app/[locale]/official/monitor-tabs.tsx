import { getTranslations } from 'next-intl/server'
import { addressOf } from '@/app/address'
import { Tabs } from '@/components/ui/tabs'
import type { Parameters } from '@/domain/totals/read-question'

export const monitorPages = ['overview', 'cross', 'target'] as const
export type MonitorPage = (typeof monitorPages)[number]

const paths: Record<MonitorPage, string> = {
  overview: '/official',
  cross: '/official/cross',
  target: '/official/target',
}
/** Pages of a question of the ledger: they take it along. */
const ofQuestion: readonly MonitorPage[] = ['overview', 'cross']

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
          href: addressOf(paths[one], ofQuestion.includes(one) ? parameters : {}),
          label: t(one),
          current: one === page,
        }))}
      />
    </div>
  )
}

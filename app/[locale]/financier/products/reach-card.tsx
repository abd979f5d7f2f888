import { getTranslations } from 'next-intl/server'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import type { ProductReach } from '@/domain/match/dry-run-product'
import { ReachRules, ReachSpread, ReachLoosenings, told } from './reach-parts'

/** Whom the product would reach as it was saved, what turns needs away, and what a looser limit would bring. */
export async function ReachCard({ reach, isLive }: { reach: ProductReach; isLive: boolean }) {
  const t = await getTranslations('product')
  const { run } = reach
  const companies = t('reach.companies', told(run.companies))
  return (
    <Card labelledBy="reach">
      <CardHead
        id="reach"
        title={
          run.companies.kind === 'none'
            ? t('reach.noneTitle')
            : t(`reach.title.${isLive ? 'live' : 'draft'}`, { companies })
        }
        note={
          <>
            {t('reach.note', { needs: t('reach.needs', told(run.needs)) })}
            {reach.withoutProbes && ` ${t('reach.withoutProbes')}`}
          </>
        }
      />
      {run.byDistrict.length > 0 && (
        <CardBody>
          <ReachSpread run={run} />
        </CardBody>
      )}
      <CardBody line>
        <ReachRules run={run} />
      </CardBody>
      {run.loosenings.length > 0 && (
        <CardBody line>
          <ReachLoosenings run={run} />
        </CardBody>
      )}
    </Card>
  )
}

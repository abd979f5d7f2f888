import { getLocale, getTranslations } from 'next-intl/server'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import type { ProductReach } from '@/domain/match/dry-run-product'
import { asideWords, ReachRules, ReachSpread, ReachLoosenings } from './reach-parts'

/** Whom the product would reach as it was saved, what turns needs away, and what a looser limit would bring. */
export async function ReachCard({ reach, isLive }: { reach: ProductReach; isLive: boolean }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('product'),
    getTranslations('domain'),
    getLocale(),
  ])
  const { run } = reach
  const aside = asideWords(reach.aside, { t, domain, locale })
  return (
    <Card labelledBy="reach">
      <CardHead
        id="reach"
        title={t(`reach.title.${isLive ? 'live' : 'draft'}`, { band: run.companies })}
        note={
          <>
            {t('reach.note', { band: run.needs })}
            {aside.length > 0 && ` ${aside}`}
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

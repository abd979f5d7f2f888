import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { allInCost, points } from '@/components/format/figures'
import type { Lead } from '@/domain/match/queries'

/** By which product it fits, of which class, and how far one's own lowest cost lies below what the company will pay. */
export function LeadProduct({ lead, className }: { lead: Lead; className?: string }) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  const { allInBp, teaser } = lead
  const headroomBp =
    allInBp === null || teaser.maxCostBp === null ? null : teaser.maxCostBp - allInBp
  return (
    <p className={clsx('text-small text-ink-2', className)}>
      <span className="mr-3 inline-block">
        <span lang="zh">{lead.productName}</span> · {domain(`class.${lead.productClass}`)}
      </span>
      {allInBp !== null && (
        <span className="inline-block">
          {t('leads.allIn', { cost: allInCost(allInBp, locale) })}
          {headroomBp !== null && headroomBp >= 0 && (
            <>
              {t('leads.but')}
              <b className="font-semibold text-jade">
                {t('leads.headroom', { points: points(headroomBp) })}
              </b>
            </>
          )}
        </span>
      )}
    </p>
  )
}

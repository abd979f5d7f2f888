import { getTranslations } from 'next-intl/server'
import { RecordWords } from '@/components/record'
import { Fit, Rules } from '@/components/rules'
import { TeaserTerms } from '@/components/teaser'
import { CardBody } from '@/components/ui/card'
import { QuietLink } from '@/components/ui/text-links'
import type { FinancierActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import { listOtherFits, type Lead } from '@/domain/match/queries'

/** Why it fits: every rule with both values, the parts of the fit in words, what else of one's own would fit. */
export async function LeadEvidence({
  context,
  lead,
}: {
  context: Context<FinancierActor>
  lead: Lead
}) {
  const [t, others] = await Promise.all([
    getTranslations('financier'),
    listOtherFits(context, lead.needId, lead.id),
  ])
  return (
    <>
      <Rules
        rows={lead.rows}
        today={dayOf(context.now)}
        actualHead={t('lead.actual')}
        caption={t('lead.rules', { product: lead.productName })}
      />
      <CardBody line>
        <details>
          <summary>
            <span className="link">{t('lead.allTerms')}</span>
          </summary>
          <div className="mt-3">
            <TeaserTerms teaser={lead.teaser} />
          </div>
        </details>
      </CardBody>
      <CardBody line>
        <Fit fit={lead.fit} parts={lead.parts} rulesVersion={lead.rulesVersion} />
        <RecordWords record={lead.record} hidden={lead.record.hidden} own />
        {others.length > 0 && (
          <div className="mt-4">
            <h3 className="text-h3">{t('lead.otherProducts')}</h3>
            <ul className="mt-1">
              {others.map(({ id, fit, productName }) => (
                <li key={id} className="flex items-baseline gap-3 py-0.5">
                  <span className="num w-7 text-right font-semibold">{fit}</span>
                  <QuietLink href={`/financier/leads/${id}`}>{productName}</QuietLink>
                </li>
              ))}
            </ul>
          </div>
        )}
      </CardBody>
    </>
  )
}

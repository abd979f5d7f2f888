import { getTranslations } from 'next-intl/server'
import { counted } from '@/components/format/figures'
import { Fit, Rules } from '@/components/rules'
import { TeaserTerms } from '@/components/teaser'
import { CardBody } from '@/components/ui/card'
import { QuietLink } from '@/components/ui/text-links'
import type { FinancierActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import type { TrackRecord } from '@/domain/match/match'
import { listOtherFits, type Lead } from '@/domain/match/queries'
import { getLocale } from 'next-intl/server'

/** Why it fits: every rule with both values, the parts of the fit in words, what else of one's own would fit. */
export async function LeadEvidence({
  context,
  lead,
  record,
}: {
  context: Context<FinancierActor>
  lead: Lead
  record: TrackRecord
}) {
  const [t, locale, others] = await Promise.all([
    getTranslations('financier'),
    getLocale(),
    listOtherFits(context, lead.needId, lead.id),
  ])
  const { medianAnswerHours: hours } = record
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
        <p className="mt-3 text-hint text-ink-2">
          {record.similar > 0
            ? t('lead.similar', { companies: record.similar })
            : t('lead.noSimilar')}
          {t('lead.then')}
          {record.served > 0 && t('lead.served', { companies: record.served })}
          {hours !== null &&
            t('lead.answers', {
              time:
                hours < 1
                  ? t('lead.underAnHour')
                  : hours < 48
                    ? counted(hours, 'hour', locale)
                    : counted(Math.round(hours / 24), 'day', locale),
            })}
        </p>
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

import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { counted } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { Reasons } from '@/components/reasons'
import { TeaserTags, TeaserWho } from '@/components/teaser'
import { FitBar } from '@/components/ui/fit'
import { Link } from '@/components/ui/link.client'
import { dayOf, daysBetween } from '@/domain/calendar/calendar'
import type { Lead } from '@/domain/match/queries'
import { reasonsOf } from '@/domain/match/reasons'
import { SEATS } from '@/domain/need/need'
import { LeadClock } from './lead-clock'
import { LeadProduct } from './lead-product'

/** One lead, anonymous: on a desk it opens beside the list, on a phone as its own page. */
export function LeadRow({
  lead,
  now,
  href,
  selected,
}: {
  lead: Lead
  now: Date
  href: string
  selected: boolean
}) {
  const [t, locale] = [useTranslations('financier'), useLocale()]
  const { teaser } = lead
  const who = <TeaserWho teaser={teaser} />
  const stretched = 'font-semibold after:absolute after:inset-0'
  return (
    <li
      className={clsx(
        'relative grid min-h-18 grid-cols-[44px_minmax(0,1fr)] gap-x-4 gap-y-1.5 border-t border-line px-4 py-4 first:border-t-0 sm:grid-cols-[44px_minmax(0,1fr)_max-content_minmax(96px,max-content)] sm:px-5 2xl:grid-cols-[44px_minmax(0,1fr)_minmax(0,18rem)_7rem_10rem]',
        selected ? 'lg:bg-jade-tint lg:shadow-[inset_3px_0_0_var(--jade)]' : 'hover:bg-sunken',
      )}
      data-lead={lead.id}
      data-selected={selected || undefined}
    >
      <FitBar fit={lead.fit} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={href}
            scroll={false}
            className={`${stretched} max-lg:hidden`}
            aria-current={selected ? 'true' : undefined}
          >
            {who}
          </Link>
          <Link href={`/financier/leads/${lead.id}`} className={`${stretched} lg:hidden`}>
            {who}
          </Link>
          <TeaserTags teaser={teaser} />
        </p>
        <LeadProduct lead={lead} className="mt-0.5 2xl:hidden" />
        <p className="mt-0.5 text-small text-ink-2">
          <Reasons reasons={reasonsOf(lead)} most={3} />
        </p>
      </div>
      <LeadProduct lead={lead} className="max-2xl:hidden" />
      <div className="flex flex-wrap items-baseline gap-x-4 max-sm:col-start-2 sm:block sm:text-right">
        <p className="num font-semibold">{money(teaser.amountFen, locale)}</p>
        <p className="text-small text-ink-2">
          {teaser.tenorMonths === null
            ? t('leads.noTenor')
            : counted(teaser.tenorMonths, 'month', locale)}
        </p>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 max-sm:col-start-2 sm:flex-col sm:items-end">
        <LeadClock lead={lead} now={now} />
        <p className="text-small text-ink-2">
          {t('leads.seats', { taken: lead.seatsTaken, of: SEATS })}
          {lead.publishedAt &&
            t('leads.age', { days: daysBetween(dayOf(lead.publishedAt), dayOf(now)) })}
        </p>
      </div>
    </li>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { nearDay } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { TeaserTags, TeaserWho } from '@/components/teaser'
import { ClockChip } from '@/components/ui/clock-chip'
import { Dated } from '@/components/ui/dated'
import { Link } from '@/components/ui/link.client'
import { dayOf } from '@/domain/calendar/calendar'
import type { FinancierIntroduction } from '@/domain/introduction/queries'
import { amountOf } from './groups'

/** One introduction in the list: its company by name only while the company lets it be read. */
export function PipelineRow({ row, now }: { row: FinancierIntroduction; now: Date }) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  return (
    <li className="relative grid gap-x-5 gap-y-1 border-t border-line px-4 py-3.5 hover:bg-sunken sm:grid-cols-[minmax(0,1fr)_max-content_minmax(130px,max-content)] sm:px-5">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Link
            href={`/financier/introductions/${row.id}`}
            className="font-semibold after:absolute after:inset-0"
          >
            {row.companyName ? (
              <Dated>{row.companyName}</Dated>
            ) : row.teaser ? (
              <TeaserWho teaser={row.teaser} />
            ) : (
              row.code
            )}
          </Link>
          {row.teaser && <TeaserTags teaser={row.teaser} />}
        </p>
        <p className="text-small text-ink-2">
          <span className="code">{row.needCode}</span>
          <Dated>{` · ${row.productName} · ${domain(`origin.${row.origin}`)} · ${row.assignedTo ?? t('intro.nobody')}`}</Dated>
        </p>
      </div>
      <p className="num font-semibold sm:text-right">{money(amountOf(row), locale)}</p>
      <div className="sm:text-right">
        {row.dueAt ? (
          <ClockChip due={row.dueAt} now={now} />
        ) : (
          <span className="text-small text-ink-2">
            <Dated>
              {row.ending
                ? t('pipeline.endedOn', {
                    day: nearDay(dayOf(row.stateAt), dayOf(now), locale),
                    ending: domain(`ending.${row.ending}`),
                  })
                : t('pipeline.since', { day: nearDay(dayOf(row.stateAt), dayOf(now), locale) })}
            </Dated>
          </span>
        )}
      </div>
    </li>
  )
}

import { ChevronLeft, ChevronRight, Download, History, Link2, Plus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { addressOf } from '@/app/address'
import { LinkButton } from '@/components/ui/button'
import type { FileHrefs } from '@/components/ui/downloads'
import { Link } from '@/components/ui/link.client'
import { Cuts } from '@/components/ui/tabs'
import { Chip } from '@/components/ui/tag'
import { dayOf } from '@/domain/calendar/calendar'
import type { Asked } from '@/domain/totals/place-question'
import { addToMonth, monthsOf, monthText, yearToDate } from '@/domain/totals/totals'
import { FilterForm } from './filter-form'
import type { QuestionWords } from './question-words'

const stepLook =
  'grid size-9 place-content-center rounded-control text-ink-2 hover:text-jade max-sm:size-11'

/** Period, conditions, definition and moment of a question; all of it in the address, so that Back undoes it. */
export async function Filters({
  path,
  asked,
  words,
  now,
  kept = {},
  exports,
  ofNeeds = false,
  children,
}: {
  path: string
  asked: Asked
  words: QuestionWords
  now: Date
  /** Further parameters of the page that stay: which cut is shown, which set of rows. */
  kept?: Record<string, string | undefined>
  /** Where what the page shows is to be had as a file. */
  exports?: FileHrefs
  /** Of needs, which have no position and no financier. */
  ofNeeds?: boolean
  /** What else is done with the question. */
  children?: ReactNode
}) {
  const t = await getTranslations('monitor')
  const { question, parameters } = asked
  const { from, to } = question.period
  const months = monthsOf(question.period).length
  const go = (change: Record<string, string | undefined>) =>
    addressOf(path, parameters, { ...kept, ...change })
  const span = (by: number) =>
    go({ from: monthText(addToMonth(from, by)), to: monthText(addToMonth(to, by)) })
  // A year, or a part of one, goes to the same part of the next.
  const step =
    months <= 12 && Math.floor(from / 100) === Math.floor(to / 100) && months > 1 ? 12 : months
  const thisYear = Number(dayOf(now).slice(0, 4))
  const toDate = yearToDate(dayOf(now))
  const whole = (year: number) => ({ from: `${year}-01`, to: `${year}-12` })
  const presets = [
    { label: t('toDate'), from: monthText(toDate.from), to: monthText(toDate.to) },
    ...[1, 2, 3].map((ago) => ({
      label: t('wholeYear', { year: String(thisYear - ago) }),
      ...whole(thisYear - ago),
    })),
  ]
  return (
    <div className="mb-5 space-y-3" data-print="never">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="inline-flex items-center rounded-control border border-line-2 bg-surface">
          <Link href={span(-step)} className={stepLook} aria-label={t('before')}>
            <ChevronLeft aria-hidden size={16} />
          </Link>
          <span className="date px-1 font-semibold">{words.periodShort}</span>
          <Link href={span(step)} className={stepLook} aria-label={t('after')}>
            <ChevronRight aria-hidden size={16} />
          </Link>
        </div>
        <Cuts
          label={t('presets')}
          cuts={presets.map((preset) => ({
            href: go({ from: preset.from, to: preset.to }),
            label: preset.label,
            current: preset.from === parameters.from && preset.to === parameters.to,
          }))}
        />
        <div className="flex flex-wrap gap-2 sm:ml-auto">
          {(exports ? (['xlsx', 'csv'] as const) : []).map((format) => (
            <LinkButton
              key={format}
              href={exports?.[format] ?? ''}
              download
              size="small"
              icon={<Download aria-hidden size={15} />}
            >
              {t(format === 'xlsx' ? 'export' : 'exportCsv')}
            </LinkButton>
          ))}
          {!asked.isFixed && !ofNeeds && (
            <LinkButton
              href={addressOf(path, asked.lasting, kept)}
              size="small"
              icon={<Link2 aria-hidden size={15} />}
            >
              {t('fix')}
            </LinkButton>
          )}
        </div>
      </div>
      <div className="relative flex flex-wrap items-start gap-2">
        {asked.isFixed && (
          <Chip
            label={<History aria-hidden size={15} />}
            value={t('knownAt', { position: String(words.position), when: words.asOf })}
            removeHref={go({ asOf: undefined })}
          />
        )}
        {parameters.scope && (
          <Chip label={t('scope')} value={words.where} removeHref={go({ scope: undefined })} />
        )}
        {question.definition.rung === 4 && (
          <Chip
            label={t('condition.definition')}
            value={t('byContact')}
            removeHref={go({ definition: undefined })}
          />
        )}
        {words.conditions.map(({ parameter, label, value }) => (
          <Chip
            key={parameter}
            label={label}
            value={value}
            removeHref={go({ [parameter]: undefined })}
          />
        ))}
        <details className="min-w-0 open:w-full">
          <summary className="inline-flex min-h-8 items-center gap-1.5 rounded-control border border-dashed border-control px-3 text-hint text-ink-2 hover:text-jade max-sm:min-h-11">
            <Plus aria-hidden size={14} />
            {t('change')}
          </summary>
          <FilterForm
            parameters={parameters}
            kept={kept}
            now={now}
            from={from}
            to={to}
            ofNeeds={ofNeeds}
          />
        </details>
        {children}
      </div>
    </div>
  )
}

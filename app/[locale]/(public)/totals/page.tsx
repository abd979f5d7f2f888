import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, publicAsked } from '@/app/address'
import { cutWords } from '@/app/cut-words'
import { publicContext } from '@/app/session'
import { clock } from '@/components/format/dates'
import { counted } from '@/components/format/figures'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-links'
import { dayOf, monthOf } from '@/domain/calendar/calendar'
import { ledgerFirstDay } from '@/domain/ledger/ledger'
import { comparable } from '@/domain/totals/comparable'
import {
  countPublicYear,
  listPublicCut,
  publicDimensions,
  sumPublicTotals,
} from '@/domain/totals/public-totals'
import { pathFor } from '@/messages/navigation'
import { Headline } from '../headline'
import { PeriodForm } from '../period-form'
import { CutTable } from './cut-table'
import { TotalsStrip } from './totals-strip'
import { YearChart } from './year-chart'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('public')
  return { title: t('destinations.totals') }
}

const cuts = ['month', ...publicDimensions] as const

export default async function Page({ searchParams }: PageProps<'/[locale]/totals'>) {
  const context = publicContext()
  const query = await searchParams
  const { question, moment, parameters, trouble } = await publicAsked(context, query, { by: cuts })
  const by = cuts.find((one) => one === query.by) ?? 'month'
  const { from, to } = question.period
  // A drawing needs a year from its January on; and no month of it so small that its step would tell.
  const drawn =
    by === 'month' && from % 100 === 1 && Math.floor(from / 100) === Math.floor(to / 100)
  const [t, why, domain, locale] = await Promise.all([
    getTranslations('public'),
    getTranslations('asked.trouble'),
    getTranslations('domain'),
    getLocale(),
  ])
  const base = comparable(question, context.now)
  const wholeYearBefore = { ...question, period: { from: from - 100, to: from - 89 } }
  const [totals, before, today, rows, name, now, then] = await Promise.all([
    sumPublicTotals(context, question),
    base && sumPublicTotals(context, base),
    moment ? sumPublicTotals(context, { ...question, asOf: null }) : null,
    listPublicCut(context, question, by),
    cutWords(by, locale),
    drawn ? countPublicYear(context, question) : null,
    drawn && base ? countPublicYear(context, wholeYearBefore) : null,
  ])
  const hrefOf = (cut: string) => addressOf('/totals', parameters, { by: cut })
  const csvHref = addressOf('/api/v1/totals.csv', parameters, { by, language: locale })
  return (
    <main id="main" className="page py-8">
      {trouble && (
        <div className="mb-5">
          <Notice tone="warn" title={why(trouble.code, { parameter: trouble.parameter })}>
            {t('troubleBelow')}
          </Notice>
        </div>
      )}
      <div className="mb-6">
        <PeriodForm
          action={pathFor(locale, '/totals')}
          period={question.period}
          known={{ from: monthOf(ledgerFirstDay), to: monthOf(dayOf(context.now)) }}
          keep={{ by }}
        />
      </div>
      <PageHead
        size="headline"
        title={<Headline period={question.period} totals={totals} hrefOf={hrefOf} />}
      >
        <p className="max-w-none">
          {domain(`definition.${question.definition.code}` as 'definition.2024-03')}
          {t('basis.stop')}{' '}
          <TextLink href="/method">
            {t('basis.definition', { code: question.definition.code })}
          </TextLink>
        </p>
        <p className="max-w-none">
          {t('basis.knownAt', { asOf: clock(moment ?? context.now, locale) })}{' '}
          {moment &&
            today &&
            totals &&
            (today.companies === totals.companies && today.drawnFen === totals.drawnFen
              ? t('basis.sameToday')
              : t('basis.today', { companies: counted(today.companies, 'company', locale) }))}{' '}
          <TextLink
            href={addressOf('/totals', parameters, {
              asOf: (moment ?? context.now).toISOString(),
              by,
            })}
          >
            {t('basis.address')}
          </TextLink>
        </p>
      </PageHead>
      {totals && totals.companies > 0 && (
        <TotalsStrip totals={totals} before={before} isComparable={base !== null} />
      )}
      <div className="mt-5">
        <Card as="div">
          <Tabs
            inCard
            label={t('cut.open')}
            tabs={cuts.map((cut) => ({
              href: hrefOf(cut),
              label: t(`cut.name.${cut}`),
              current: cut === by,
            }))}
          />
          {now && totals && totals.companies > 0 && (
            <YearChart year={Math.floor(from / 100)} now={now} then={then ?? []} />
          )}
          <CutTable
            by={by}
            rows={rows.map((row) => ({ ...row, name: name(row.key) }))}
            total={totals?.companies ?? null}
            csvHref={csvHref}
          />
        </Card>
      </div>
    </main>
  )
}

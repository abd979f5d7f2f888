import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, publicAsked, textOf, wholeAddress, type SearchParams } from '@/app/address'
import { periodTitle } from '@/app/period-title'
import { cutWords } from '@/app/cut-words'
import { publicContext } from '@/app/session'
import { clock } from '@/components/format/dates'
import { Card } from '@/components/ui/card'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-links'
import type { PublicActor } from '@/domain/actor'
import { monthOf } from '@/domain/calendar/calendar'
import type { Context } from '@/domain/context'
import { ledgerFirstDay } from '@/domain/ledger/ledger'
import { publicDimensions } from '@/domain/publication/publication'
import { readPublicCut, readPublicMonths, readWindow } from '@/domain/publication/queries'
import { findSealed } from '@/domain/report/queries'
import {
  defaultDefinition,
  monthText,
  samePeriodLastYear,
  type Period,
} from '@/domain/totals/totals'
import { pathFor } from '@/messages/navigation'
import { cutAddress, figureAddress, withCuts } from '../cut-address'
import { Headline } from '../headline'
import { PeriodForm } from '../period-form'
import { CutTable } from './cut-table'
import { MonthTable } from './month-table'
import { NoCut } from './no-cut'
import { TotalsStrip } from './totals-strip'

export async function generateMetadata({
  searchParams,
}: PageProps<'/[locale]/totals'>): Promise<Metadata> {
  const t = await getTranslations('public')
  const params = await searchParams
  const title = t('destinations.totals')
  // Unasked, it is the year to the last month that is published.
  return { title: textOf(params, 'from') ? await periodTitle(title, params) : title }
}

const cuts = ['month', ...publicDimensions] as const

export default async function Page({ searchParams }: PageProps<'/[locale]/totals'>) {
  const context = publicContext()
  const query = await searchParams
  const by = cuts.find((one) => one === textOf(query, 'by')) ?? 'month'
  const { published, period, window, parameters, lasting, trouble } = await askedWith(
    context,
    query,
    by,
  )
  const lastYear = samePeriodLastYear(period)
  const [t, why, domain, locale] = await Promise.all([
    getTranslations('public'),
    getTranslations('asked.trouble'),
    getTranslations('domain'),
    getLocale(),
  ])
  const isMonths = by === 'month'
  const { db } = context
  const [base, months, monthsThen, rows, name, report] = await Promise.all([
    readWindow(db, lastYear),
    isMonths && published ? readPublicMonths(db, period) : [],
    isMonths && published ? readPublicMonths(db, wholeYear(lastYear)) : [],
    isMonths || !published ? null : readPublicCut(db, period, by),
    isMonths ? null : cutWords(by, locale),
    findSealed(db, { month: period.to, edition: null }),
  ])
  const totals = window?.totals ?? null
  const hrefOf = (cut: string) => cutAddress(parameters, period, cut)
  const downloads = {
    xlsx: addressOf('/api/v1/totals.xlsx', lasting, { by, language: locale }),
    csv: addressOf('/api/v1/totals.csv', lasting, { by, language: locale }),
  }
  const code = published?.definition ?? defaultDefinition.code
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
          period={period}
          known={{ from: monthOf(ledgerFirstDay), to: published?.month ?? period.to }}
          keep={{ by }}
        />
      </div>
      <PageHead
        size="headline"
        title={
          <Headline
            period={period}
            totals={totals}
            isPublished={published !== null}
            hrefOf={(cut) => figureAddress(parameters, period, cut)}
          />
        }
      >
        <p className="max-w-none">
          {domain(`definition.${code}` as 'definition.2024-03')}
          {t('basis.stop')} <TextLink href="/method">{t('basis.definition', { code })}</TextLink>
        </p>
        {published && (
          <p className="max-w-none">
            {t('basis.publication', {
              number: published.number,
              when: clock(published.at, locale),
            })}{' '}
            <a
              href={wholeAddress(pathFor(locale, addressOf('/totals', lasting, { by })))}
              className="link"
            >
              {t('basis.address')}
            </a>{' '}
            · <TextLink href="/open-data">{t('basis.openData')}</TextLink>
            {report && (
              <>
                {' '}
                · <TextLink href={`/reports/${monthText(period.to)}`}>{t('basis.report')}</TextLink>
              </>
            )}
          </p>
        )}
      </PageHead>
      {totals && totals.companies > 0 && (
        <TotalsStrip totals={totals} before={base?.totals ?? null} isComparable={base !== null} />
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
          {isMonths && published && (
            <MonthTable period={period} months={months} before={monthsThen} downloads={downloads} />
          )}
          {by !== 'month' && rows && name && (
            <CutTable
              by={by}
              rows={rows.map((row) => ({ ...row, name: name(row.key) }))}
              total={totals?.companies ?? null}
              downloads={downloads}
            />
          )}
          {by !== 'month' && !rows && published && <NoCut period={period} by={by} />}
        </Card>
      </div>
    </main>
  )
}

/** Where no period is said, a cut is of the last that has one. */
async function askedWith(context: Context<PublicActor>, query: SearchParams, by: string) {
  const asked = await publicAsked(context, query, { by: cuts })
  const isSaid = textOf(query, 'from') ?? textOf(query, 'to')
  if (isSaid || by === 'month' || asked.trouble || !asked.published) return asked
  const { from, to } = withCuts(asked.period)
  return publicAsked(context, { ...query, from: monthText(from), to: monthText(to) }, { by: cuts })
}

function wholeYear({ from }: Period): Period {
  const year = Math.floor(from / 100) * 100
  return { from: year + 1, to: year + 12 }
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { periodTitle } from '@/app/period-title'
import { contextFor } from '@/app/session'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { tags } from '@/components/ui/rich'
import { HeadlineFigure } from '@/components/ui/text-links'
import { standings } from '@/domain/funnel/funnel'
import { funnelOf, listFunnelNeeds } from '@/domain/funnel/queries'
import { SAMPLE_LEAST } from '@/domain/totals/percentile'
import { Filters } from '../filters'
import { MonitorTabs } from '../monitor-tabs'
import { questionWords } from '../question-words'
import { ScopeNote } from '../scope-note'
import { Unreadable } from '../unreadable'
import { askedOfNeeds } from './asked-of-needs'
import { FunnelTable, needsAddress, tones } from './funnel-table'
import { WhomItWaitsFor } from './whom-it-waits-for'

const path = '/official/funnel'

export async function generateMetadata({
  searchParams,
}: PageProps<'/[locale]/official/funnel'>): Promise<Metadata> {
  const t = await getTranslations('funnel')
  return { title: await periodTitle(t('title'), await searchParams) }
}

/** From need to money: the needs published in a period, step by step, as of now. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/funnel'>) {
  const own = await contextFor('official')
  const asked = await askedOfNeeds(own, path, await searchParams, {})
  if (asked.trouble) return <Unreadable path={path} asked={asked} ofNeeds />
  const { context, question, parameters } = asked
  const [t, words, rows] = await Promise.all([
    getTranslations('funnel'),
    questionWords(asked),
    listFunnelNeeds(context, question),
  ])
  const { lines, days } = funnelOf(rows, context.now)
  const leaks = lines.toSorted((a, b) => b.counts.ended - a.counts.ended)
  const drawn = lines.at(-1)?.counts['went-on'] ?? 0
  const [leak] = leaks
  return (
    <main id="main" className="print-wide page-wide py-6 sm:py-8">
      <MonitorTabs page="funnel" parameters={parameters} />
      <Filters path={path} asked={asked} words={words} now={context.now} ofNeeds />
      <PageHead
        size="headline"
        title={t.rich('headline', {
          ...tags,
          period: words.period,
          where: words.where,
          within: words.within,
          needs: rows.length,
          drawn,
          a: (inside) => <HeadlineFigure href={needsAddress(parameters)}>{inside}</HeadlineFigure>,
          b: (inside) =>
            drawn > 0 ? (
              <HeadlineFigure href={needsAddress(parameters, 'drawing', 'went-on')}>
                {inside}
              </HeadlineFigure>
            ) : (
              inside
            ),
        })}
      >
        <ScopeNote scope={asked.ownScope}>
          <p>{t('method', { least: SAMPLE_LEAST })}</p>
        </ScopeNote>
      </PageHead>
      {rows.length === 0 ? (
        <Card as="div">
          <CardBody>
            <EmptyState kind="no-hits" title={t('none')}>
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        </Card>
      ) : (
        <div className="space-y-5">
          <Card labelledBy="funnel">
            <CardHead
              id="funnel"
              title={
                leak && leak.counts.ended > 0
                  ? t('finding', {
                      step: t(`steps.${leak.step}`),
                      ended: leak.counts.ended,
                      overdue: leak.counts.overdue,
                    })
                  : t('noLeak')
              }
              note={t('measure')}
            />
            <FunnelTable lines={lines} days={days} parameters={parameters} />
            <CardFoot>
              <div className="space-y-1">
                <p className="flex flex-wrap gap-x-4 gap-y-1">
                  {standings.map((one) => (
                    <span key={one} className="inline-flex items-center gap-1.5">
                      <span
                        aria-hidden
                        data-fill
                        className={`inline-block h-2.5 w-4 ${looks[tones[one]]}`}
                      />
                      {t(`standing.${one}`)}
                    </span>
                  ))}
                </p>
                <p>{t('adds')}</p>
              </div>
            </CardFoot>
          </Card>
          <WhomItWaitsFor context={context} rows={rows} parameters={parameters} />
        </div>
      )}
    </main>
  )
}

const looks = { jade: 'bg-jade', then: 'bg-then', seal: 'bg-seal', hatched: 'fee-bar' }

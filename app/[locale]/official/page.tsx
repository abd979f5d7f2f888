import { MonitorUp } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { getLocale } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { chartFormats, fileHrefs } from '@/app/file-hrefs'
import { periodTitle } from '@/app/period-title'
import { contextFor } from '@/app/session'
import { counted } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { tags } from '@/components/ui/rich'
import { HeadlineFigure } from '@/components/ui/text-links'
import { comparable } from '@/domain/totals/comparable'
import { countTotals, meanRate } from '@/domain/totals/count'
import { measureFirstAnswers } from '@/domain/totals/first-answers'
import { dimensions } from '@/domain/totals/totals'
import { listQuestions } from '@/domain/view/queries'
import { askedOf } from './asked'
import { CutTable } from './cut-table'
import { Figures } from './figures'
import { Filters } from './filters'
import { Growth } from './growth'
import { Method } from './method'
import { MonitorTabs } from './monitor-tabs'
import { questionWords } from './question-words'
import { SavedQuestions, SaveQuestion } from './saved/saved-questions'
import { baseOf, figureAddress } from './set-address'
import { Stuck } from './stuck'
import { Unreadable } from './unreadable'

const path = '/official'

export async function generateMetadata({
  searchParams,
}: PageProps<'/[locale]/official'>): Promise<Metadata> {
  const t = await getTranslations('monitor')
  return { title: await periodTitle(t('title'), await searchParams) }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/official'>) {
  const own = await contextFor('official')
  const params = await searchParams
  const asked = await askedOf(own, path, params, { cut: dimensions })
  if (asked.trouble) return <Unreadable path={path} asked={asked} />
  const { context, question, parameters, isFixed } = asked
  const before = comparable(question, asked.position.at)
  const dimension = dimensions.find((one) => one === textOf(params, 'cut')) ?? 'chain'
  const [t, wall, locale, words, totals, then, rates, answers, today, questions] =
    await Promise.all([
      getTranslations('monitor'),
      getTranslations('wall'),
      getLocale(),
      questionWords(asked),
      countTotals(context, question),
      before && countTotals(context, before),
      Promise.all([meanRate(context, question), before && meanRate(context, before)]),
      isFixed
        ? null
        : Promise.all([
            measureFirstAnswers(context, question),
            before && measureFirstAnswers(context, before),
          ]),
      isFixed ? countTotals(context, { ...question, asOf: null }) : null,
      listQuestions(own),
    ])
  const kept = { cut: dimension === 'chain' ? undefined : dimension }
  return (
    <main id="main" className="page py-6 sm:py-8">
      <MonitorTabs page="overview" parameters={parameters} />
      <Filters
        path={path}
        asked={asked}
        words={words}
        now={context.now}
        kept={kept}
        exports={fileHrefs('/api/export/totals', asked.lasting, locale)}
      >
        <SaveQuestion questions={questions} asked={asked} kept={kept} />
        <LinkButton
          href={addressOf('/wall', parameters)}
          size="small"
          icon={<MonitorUp aria-hidden size={15} />}
        >
          {wall('open')}
        </LinkButton>
      </Filters>
      <SavedQuestions questions={questions} asked={asked} kept={kept} />
      <PageHead
        size="headline"
        title={t.rich('headline', {
          ...tags,
          period: words.period,
          where: words.where,
          within: words.within,
          companies: counted(totals.companies, 'company', locale),
          times: counted(totals.companyTimes, 'companyTime', locale),
          money: moneyInSentence(totals.drawnFen, locale),
          c: (inside) => (
            <HeadlineFigure href={figureAddress(parameters, 'companies')}>{inside}</HeadlineFigure>
          ),
          r: (inside) => (
            <HeadlineFigure href={figureAddress(parameters, 'companyTimes')}>
              {inside}
            </HeadlineFigure>
          ),
          m: (inside) => (
            <HeadlineFigure href={figureAddress(parameters, 'drawnFen')}>{inside}</HeadlineFigure>
          ),
        })}
      >
        <Method asked={asked} words={words} kept={kept} totals={totals} today={today} />
      </PageHead>
      <div className="space-y-5">
        <Figures
          parameters={parameters}
          before={before && baseOf(parameters, before)}
          totals={totals}
          then={then}
          rates={rates}
          answers={answers}
        />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
          <Growth asked={asked} companies={totals.companies} then={then?.companies ?? null} />
          <Stuck context={context} most={4} allHref="/official/tasks#stuck" />
        </div>
        <CutTable
          context={context}
          question={question}
          before={before}
          parameters={parameters}
          dimension={dimension}
          downloads={fileHrefs('/api/export/cuts', asked.lasting, locale, kept, chartFormats)}
          companies={totals.companies}
        />
      </div>
    </main>
  )
}

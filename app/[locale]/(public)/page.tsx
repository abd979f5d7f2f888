import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, publicAsked } from '@/app/address'
import { currentActor, publicContext } from '@/app/session'
import { clock } from '@/components/format/dates'
import { changePercent, counted } from '@/components/format/figures'
import { Dated } from '@/components/ui/dated'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { TextLink } from '@/components/ui/text-links'
import { dayOf, monthOf } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { ledgerFirstDay } from '@/domain/ledger/ledger'
import { countLiveProducts, summariseLiveProducts } from '@/domain/product/queries'
import { comparable } from '@/domain/totals/comparable'
import { sumPublicTotals } from '@/domain/totals/public-totals'
import { medianStepTimes } from '@/domain/totals/step-times'
import { pathFor } from '@/messages/navigation'
import { Audiences } from './audiences'
import { CatalogueSummary } from './catalogue-summary'
import { Headline } from './headline'
import { PeriodForm } from './period-form'
import { Steps } from './steps-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('shell')
  return { title: { absolute: t('title') } }
}

const cuts = ['month', 'chain', 'district', 'zone', 'class', 'financier-kind'] as const

export default async function Page({ searchParams }: PageProps<'/[locale]'>) {
  const context = publicContext()
  const { question, moment, parameters, trouble } = await publicAsked(context, await searchParams)
  const base = comparable(question, context.now)
  const [t, why, domain, locale, actor, totals, before, classes, live, times] = await Promise.all([
    getTranslations('public'),
    getTranslations('asked.trouble'),
    getTranslations('domain'),
    getLocale(),
    currentActor(),
    sumPublicTotals(context, question),
    base && sumPublicTotals(context, base),
    summariseLiveProducts(context.db),
    countLiveProducts(context.db),
    medianStepTimes(context),
  ])
  const hrefOf = (by: string) => addressOf('/totals', parameters, { by })
  const thisMonth = monthOf(dayOf(context.now))
  const definition = `definition.${question.definition.code}` as 'definition.2024-03'
  return (
    <main id="main" className="page pt-8 pb-14 sm:pt-11">
      {trouble && (
        <div className="mb-5">
          <Notice tone="warn" title={why(trouble.code, { parameter: trouble.parameter })}>
            {t('troubleBelow')}
          </Notice>
        </div>
      )}
      <PageHead
        size="front"
        above={<span className="text-body font-medium">{t('tagline')}</span>}
        title={<Headline period={question.period} totals={totals} hrefOf={hrefOf} />}
      />
      <dl className="mt-6 grid gap-x-10 gap-y-4 text-small text-ink-2 sm:grid-cols-3">
        <div>
          <dt className="font-semibold text-ink">{t('basis.counted')}</dt>
          <dd>
            {domain(definition)}
            {t('basis.stop')}{' '}
            <TextLink href="/method">
              {t('basis.definition', { code: question.definition.code })}
            </TextLink>
          </dd>
        </div>
        <div>
          <dt className="font-semibold text-ink">{t('basis.asOf')}</dt>
          <dd>
            <Dated>{clock(moment ?? context.now, locale)}</Dated>
            <br />
            <TextLink
              href={addressOf('/totals', parameters, {
                asOf: (moment ?? context.now).toISOString(),
              })}
            >
              {t('basis.address')}
            </TextLink>
          </dd>
        </div>
        <div>
          <dt className="font-semibold text-ink">{t('basis.evidence')}</dt>
          <dd>
            {totals &&
              t('basis.evidenced', { evidenced: totals.evidenced, declared: totals.declared })}
            <br />
            {before && totals && before.companies > 0
              ? t('basis.before', {
                  companies: counted(before.companies, 'company', locale),
                  change: changePercent(totals.companies, before.companies) ?? '',
                })
              : t(base ? 'basis.noBefore' : 'basis.noComparable')}
          </dd>
        </div>
      </dl>
      <div className="mt-5 flex flex-wrap items-start justify-between gap-x-8 gap-y-3 text-small">
        <p className="flex max-w-none flex-wrap items-baseline gap-x-5 gap-y-1.5">
          <span className="text-ink-2">{t('cut.open')}</span>
          {cuts.map((by) => (
            <TextLink key={by} href={hrefOf(by)}>
              {t(`cut.by.${by}`, { count: chains.length })}
            </TextLink>
          ))}
        </p>
        <details className="open:w-full">
          <summary className="min-h-6">
            <span className="link">{t('period.other')}</span>
          </summary>
          <div className="mt-3">
            <PeriodForm
              action={pathFor(locale, '/')}
              period={question.period}
              known={{ from: monthOf(ledgerFirstDay), to: thisMonth }}
            />
          </div>
        </details>
      </div>
      <div className="mt-10 space-y-8">
        <Audiences actor={actor} />
        <CatalogueSummary classes={classes} live={live} asOf={context.now} />
        <Steps times={times} moreHref="/how-it-works" />
      </div>
    </main>
  )
}

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
import { monthOf } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { ledgerFirstDay } from '@/domain/ledger/ledger'
import { countLiveProducts, summariseLiveProducts } from '@/domain/product/queries'
import { readWindow } from '@/domain/publication/queries'
import { medianStepTimes } from '@/domain/totals/step-times'
import { defaultDefinition, samePeriodLastYear } from '@/domain/totals/totals'
import { pathFor } from '@/messages/navigation'
import { Audiences } from './audiences'
import { CatalogueSummary } from './catalogue-summary'
import { cutAddress, figureAddress } from './cut-address'
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
  const asked = await publicAsked(context, await searchParams)
  const { published, period, window, parameters, lasting, trouble } = asked
  const totals = window?.totals ?? null
  const [t, why, domain, locale, actor, base, classes, live, times] = await Promise.all([
    getTranslations('public'),
    getTranslations('asked.trouble'),
    getTranslations('domain'),
    getLocale(),
    currentActor(),
    published ? readWindow(context.db, samePeriodLastYear(period)) : null,
    summariseLiveProducts(context.db),
    countLiveProducts(context.db),
    medianStepTimes(context),
  ])
  const hrefOf = (by: string) => cutAddress(parameters, period, by)
  const code = published?.definition ?? defaultDefinition.code
  const definition = `definition.${code}` as 'definition.2024-03'
  const before = base?.totals ?? null
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
        title={
          <Headline
            period={period}
            totals={totals}
            isPublished={published !== null}
            hrefOf={(by) => figureAddress(parameters, period, by)}
          />
        }
      />
      <dl className="mt-6 grid gap-x-10 gap-y-4 text-small text-ink-2 sm:grid-cols-3">
        <div>
          <dt className="font-semibold text-ink">{t('basis.counted')}</dt>
          <dd>
            {domain(definition)}
            {t('basis.stop')} <TextLink href="/method">{t('basis.definition', { code })}</TextLink>
          </dd>
        </div>
        <div>
          <dt className="font-semibold text-ink">{t('basis.asOf')}</dt>
          <dd>
            {published && (
              <Dated>
                {t('basis.publication', {
                  number: published.number,
                  when: clock(published.at, locale),
                })}
              </Dated>
            )}
            <br />
            <TextLink href={addressOf('/totals', lasting)}>{t('basis.address')}</TextLink>
          </dd>
        </div>
        <div>
          <dt className="font-semibold text-ink">{t('basis.evidence')}</dt>
          <dd>
            {totals && totals.evidenced !== null
              ? t('basis.evidenced', {
                  evidenced: totals.evidenced,
                  declared: totals.companies - totals.evidenced,
                })
              : t('basis.noEvidence')}
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
              period={period}
              known={{ from: monthOf(ledgerFirstDay), to: published?.month ?? period.to }}
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

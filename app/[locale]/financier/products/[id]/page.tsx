import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { contextFor } from '@/app/session'
import { Criteria } from '@/components/criteria'
import { clock, fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { BackLink, QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import { isId } from '@/domain/id'
import { dryRunProduct } from '@/domain/match/dry-run-product'
import { listNearLeads } from '@/domain/match/near-leads'
import { countLeads } from '@/domain/match/queries'
import { DAYS } from '@/domain/clock/clock'
import { findOwnProduct } from '@/domain/product/queries'
import { leadsHref } from '../../lead-address'
import { doneOf } from '../done'
import { NearLeads } from '../near-leads'
import { ProductActs } from '../product-acts'
import { ProductStateTag } from '../product-state-tag'
import { productWords, reconfirming } from '../product-words'
import { ReachCard } from '../reach-card'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('product')
  return { title: t('page.title') }
}

/** A product in words, as companies will read it: the check before it goes on offer, and its page after. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/financier/products/[id]'>) {
  const context = await contextFor('financier')
  const [{ id }, query] = await Promise.all([params, searchParams])
  const own = isId(id) ? await findOwnProduct(context, id) : null
  if (!own) notFound()
  const [t, domain, locale, leads, reach, near] = await Promise.all([
    getTranslations('product'),
    getTranslations('domain'),
    getLocale(),
    countLeads(context, { productId: own.id }),
    own.state === 'retired' ? null : dryRunProduct(context, own.id),
    listNearLeads(context, own.id),
  ])
  const words = productWords(own, { t, locale })
  const by = reconfirming(own, dayOf(context.now))
  const done = doneOf(query.done)
  const checking = own.state === 'draft' || own.state === 'paused'
  return (
    <main id="main" className="page max-w-[860px]! py-6">
      <PageHead
        back={<BackLink href="/financier/products">{t('list.title')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Code>{own.code}</Code>
            {t('page.version', { version: own.version, when: clock(own.savedAt, locale) })}
          </span>
        }
        title={checking ? t('page.check', { name: own.name }) : own.name}
        act={<ProductStateTag state={own.state} />}
      >
        {own.summary && <Written>{own.summary}</Written>}
      </PageHead>
      {done && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t(`done.${done}`, { days: DAYS.reconfirm })}
          </Notice>
        </div>
      )}
      <div className="space-y-5">
        <Card labelledBy="terms">
          <CardHead id="terms" title={t('page.terms')} note={t('page.termsNote')} />
          <CardBody>
            <SummaryList
              rows={[
                { term: t('form.class'), value: domain(`class.${own.class}`) },
                { term: t('list.amount'), value: words.amount },
                { term: t('page.tenor'), value: words.tenor },
                {
                  term: t('list.rate'),
                  value: words.rate,
                  note: [words.fee, ...(words.allIn === null ? [] : [words.allIn])].join(' · '),
                },
                { term: t('form.repayment'), value: domain(`repayment.${own.repayment}`) },
                { term: t('form.answerDays'), value: words.answer },
                { term: t('form.decisionDays'), value: words.decision },
              ]}
            />
          </CardBody>
        </Card>
        <Card labelledBy="criteria">
          <CardHead id="criteria" title={t('page.criteria')} />
          <CardBody>
            <Criteria criteria={own.criteria} />
          </CardBody>
        </Card>
        {reach && <ReachCard reach={reach} isLive={own.state === 'live'} />}
        <NearLeads near={near} productId={own.id} all={query.near !== undefined} />
        <Card labelledBy="now">
          <CardHead
            id="now"
            title={t(`page.now.${own.state}`)}
            note={
              by
                ? t('page.reconfirmBy', { day: fullDay(by.by, locale), days: DAYS.reconfirm })
                : t(`page.then.${own.state}`, { days: DAYS.reconfirm })
            }
          />
          <CardBody>
            {own.state === 'live' && (
              <p className="mb-4">
                {own.isBeingJudged ? (
                  t('page.judging')
                ) : leads > 0 ? (
                  <QuietLink href={leadsHref({ productId: own.id })}>
                    {t('page.leads', { leads: count(leads) })}
                  </QuietLink>
                ) : (
                  t('page.noLeads')
                )}
              </p>
            )}
            <ProductActs
              actor={context.actor}
              product={own}
              onPage
              reconfirmFirst={by !== null && by.standing !== 'fine'}
            />
          </CardBody>
        </Card>
      </div>
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { Card, CardBody } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Dated } from '@/components/ui/dated'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { tags } from '@/components/ui/rich'
import { BackLink, HeadlineFigure } from '@/components/ui/text-links'
import { listOffersOnNeed } from '@/domain/introduction/queries'
import { listOwnMatches } from '@/domain/match/need-matches'
import { needSteps, stepStatus, termsOf } from '@/domain/need/need'
import { listOwnNeeds } from '@/domain/need/queries'
import { findingOf } from '@/domain/need/standing'
import { pathFor } from '@/messages/navigation'
import { LifeOfNeed } from '../../_home/current-need'
import { InTalk } from '../../_home/in-talk'
import { needLine, needTitle } from '../../need-words'
import { Acts } from './acts'
import { EndedTalks } from './ended-talks'
import { InReview } from './in-review'
import { MatchList } from './match-list'
import { MatchPanel } from './match-panel'
import { NearMisses } from './near-misses'
import { Offers } from './offers'
import { Told } from './told'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('need'))('page.title') }
}

/** The finding first: who could finance it. Then each product with its rules, the talks, and offers side by side. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/company/needs/[id]'>) {
  const { id } = await params
  const query = await searchParams
  const context = await contextFor('company')
  const [own] = await listOwnNeeds(context, id)
  if (!own) notFound()
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const terms = termsOf(own)
  if (own.state === 'draft' || own.state === 'returned') {
    const step = needSteps.find((one) => stepStatus(terms, one, own.stepsDone) !== 'done')
    redirect(
      pathFor(
        locale,
        `/company/needs/${id}/${step && own.state === 'draft' ? `edit/${step}` : 'check'}`,
      ),
    )
  }
  const say = { domain, need: t, locale }
  const [matches, offers] = await Promise.all([
    own.state === 'published' ? listOwnMatches(context, id) : [],
    listOffersOnNeed(context, id),
  ])
  const selected = matches.find((one) => one.id === query.match) ?? matches[0]
  const financiers = new Set(matches.map(({ product }) => product.financierId)).size
  const { now } = context
  const judgedAt = matches[0]?.judgedAt
  const finding = own.state === 'published' ? findingOf(own, matches.length) : null
  const near = own.state === 'published' && (
    <NearMisses
      need={own}
      context={context}
      tried={typeof query.try === 'string' ? query.try : undefined}
      all={query.near !== undefined}
    />
  )
  return (
    <main id="main" className="page py-8">
      <PageHead
        size="headline"
        back={<BackLink href="/company">{t('page.back')}</BackLink>}
        above={
          <span className="inline-flex flex-wrap items-center gap-x-3">
            <Code>{own.code}</Code>
            <span>
              <Dated>{needLine(terms, say)}</Dated>
            </span>
          </span>
        }
        title={
          finding === null
            ? t('page.stands', {
                need: needTitle(terms, say),
                state: domain(`needState.${own.state}`),
              })
            : t.rich(`page.${finding}`, {
                ...tags,
                financiers,
                products: matches.length,
                amount: money(own.openFen > 0 ? own.openFen : (terms.amountFen ?? 0), locale),
                offers: offers.length,
                list: (words) => <HeadlineFigure href="#matches">{words}</HeadlineFigure>,
                compare: (words) => <HeadlineFigure href="#offers">{words}</HeadlineFigure>,
              })
        }
      >
        {finding === 'judging'
          ? t('page.judgingNote')
          : judgedAt && t('page.method', { when: clock(judgedAt, locale) })}
      </PageHead>
      <div className="space-y-5">
        {own.wordsWaiting !== null && (
          <Notice tone="calm" title={t('page.wordsWaiting')}>
            {own.wordsWaiting}
          </Notice>
        )}
        {own.state === 'published' && own.returnReason && (
          <Notice tone="warn" title={t('page.wordsReturned')}>
            {own.returnReason}
          </Notice>
        )}
        {own.state === 'in-review' && <InReview own={own} now={now} />}
        {matches.length > 0 && (
          <div
            id="matches"
            className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_440px]"
          >
            <div className="space-y-5">
              <MatchList
                need={own}
                matches={matches}
                selectedId={selected?.id}
                all={query.all !== undefined}
              />
              {near}
            </div>
            {selected && (
              <MatchPanel
                key={selected.id}
                need={own}
                match={selected}
                context={context}
                chosen={query.match !== undefined}
              />
            )}
          </div>
        )}
        {matches.length === 0 && near}
        {offers.length > 0 && <Offers offers={offers} need={own} context={context} />}
        {own.state !== 'in-review' && (
          <Card as="div">
            <CardBody>
              <h2 className="mb-4 text-h2">{t('page.life')}</h2>
              <LifeOfNeed need={own} now={now} />
            </CardBody>
            <InTalk need={own} now={now} />
            <EndedTalks need={own} now={now} />
          </Card>
        )}
        {own.state !== 'in-review' && <Told need={own} now={now} />}
        <Acts own={own} actor={context.actor} />
      </div>
    </main>
  )
}

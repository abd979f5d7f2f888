import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { clock, fullDay } from '@/components/format/dates'
import { exactMoney, money } from '@/components/format/money'
import { TeaserTerms } from '@/components/teaser'
import { termWords } from '@/components/term-words'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Code } from '@/components/ui/code'
import { Dated } from '@/components/ui/dated'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Seats } from '@/components/ui/seats'
import { SummaryList } from '@/components/ui/summary-list'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { isLive } from '@/domain/introduction/introduction'
import { listNearMissesInScope } from '@/domain/match/near-miss-queries'
import { listMatchesInScope } from '@/domain/match/need-matches'
import { previewFitting } from '@/domain/match/preview-fitting'
import { SEATS } from '@/domain/need/need'
import { findNeedInScope } from '@/domain/need/queries'
import { DoneToast } from '../../done-toast'
import { idFrom } from '../../id-from'
import { NeedStateTag } from '../../state-tags'
import { Assign } from './assign'
import { NearMisses } from './near-misses'
import { Review } from './review'
import { Why } from './why'
import { OwnWords } from './words'

const done = ['approved', 'returned', 'wordsApproved', 'wordsReturned', 'assigned'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('official')
  return { title: t('need.title') }
}

export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/needs/[id]'>) {
  const context = await contextFor('official')
  const id = idFrom((await params).id)
  const [t, domain, locale, query, found] = await Promise.all([
    getTranslations('official'),
    getTranslations('domain'),
    getLocale(),
    searchParams,
    findNeedInScope(context, id),
  ])
  if (!found) notFound()
  const { need, company, introductions } = found
  const { now, actor } = context
  const [fitting, misses, matches] = await Promise.all([
    need.state === 'in-review' ? previewFitting(context, id) : undefined,
    listNearMissesInScope(context, id),
    listMatchesInScope(context, id),
  ])
  const why = matches.find((match) => match.id === textOf(query, 'why'))
  const taken = introductions.filter(({ introduction }) => isLive(introduction.state)).length
  const met = new Set(
    introductions.flatMap(({ introduction }) =>
      introduction.state === 'ended' ? [] : [introduction.financierId],
    ),
  )
  const said = done.find((act) => act === textOf(query, 'done'))
  const terms = termWords(need, { domain, locale })
  const asked = { amount: terms.amount ?? t('none'), classes: terms.classes ?? t('none') }
  const reviewing =
    need.state === 'in-review'
      ? ('need' as const)
      : need.state === 'published' && need.wordsWaiting !== null
        ? ('words' as const)
        : null
  const moments = [
    ['submitted', need.submittedAt],
    ['published', need.publishedAt],
    ['firstAnswer', need.firstAnswerAt],
    ['endedAt', need.endedAt],
  ] as const
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/tasks">{t('tasks.title')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <Code>{need.code}</Code>
            <NeedStateTag state={need.state} />
          </span>
        }
        title={t('need.asks', asked)}
      >
        <TextLink href={`/official/organisations/${company.id}`}>
          <span lang="zh">{company.name}</span>
        </TextLink>
      </PageHead>
      {need.returnReason && (
        <div className="mb-5">
          <Notice tone="warn" title={t('need.returnReason')}>
            <span lang="zh">{need.returnReason}</span>
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="space-y-5 lg:order-2">
          {reviewing && (
            <Review
              actor={actor}
              id={id}
              what={reviewing}
              due={need.reviewDueAt}
              now={now}
              fitting={fitting}
            />
          )}
          <Card labelledBy="life">
            <CardHead
              id="life"
              title={t('need.life')}
              act={
                need.state === 'published' &&
                need.firstAnswerAt === null &&
                need.openFen > 0 &&
                need.answerDueAt && <ClockChip due={need.answerDueAt} now={now} />
              }
            />
            <CardBody>
              <dl className="divide-y divide-line">
                {moments.map(
                  ([name, at]) =>
                    at && (
                      <div key={name} className="flex flex-wrap justify-between gap-x-4 py-2">
                        <dt className="text-ink-2">{t(`need.${name}`)}</dt>
                        <dd>
                          <Dated>{clock(at, locale)}</Dated>
                        </dd>
                      </div>
                    ),
                )}
              </dl>
              <p className="mt-3">
                <Seats taken={taken} of={SEATS}>
                  {t('need.seats', { taken, of: SEATS })}
                </Seats>
              </p>
            </CardBody>
          </Card>
        </div>
        <div className="space-y-5">
          <OwnWords words={need.words} waiting={need.wordsWaiting} companyName={company.name} />
          <Card labelledBy="terms">
            <CardHead id="terms" title={t('need.terms')} note={t('need.termsNote')} />
            <CardBody>
              <SummaryList
                rows={[
                  {
                    term: t('need.amount'),
                    value: need.amountFen === null ? t('none') : exactMoney(need.amountFen, locale),
                    ...(need.state === 'published'
                      ? { note: t('need.open', { amount: money(need.openFen, locale) }) }
                      : {}),
                  },
                  { term: t('needs.classes'), value: asked.classes },
                  {
                    term: t('need.parts'),
                    value:
                      terms.part === null
                        ? t('need.noParts')
                        : t('need.partsFrom', { amount: terms.part }),
                  },
                  {
                    term: t('need.tenor'),
                    value: terms.tenor ?? t('none'),
                  },
                  {
                    term: t('need.use'),
                    value: terms.use ?? t('none'),
                  },
                  {
                    term: t('need.collateral'),
                    value: terms.collateral ?? t('need.noCollateral'),
                  },
                  {
                    term: t('need.cost'),
                    value: terms.cost ?? t('need.noCost'),
                  },
                  {
                    term: t('need.wantedBy'),
                    value: need.wantedBy ? fullDay(need.wantedBy, locale) : t('none'),
                  },
                ]}
              />
            </CardBody>
          </Card>
          {need.teaser && (
            <Card labelledBy="teaser">
              <CardHead
                id="teaser"
                title={t('need.teaser')}
                note={domain(`widening.${need.teaser.widening}`)}
              />
              <CardBody>
                <TeaserTerms teaser={need.teaser} />
              </CardBody>
            </Card>
          )}
          {introductions.length > 0 && (
            <Card labelledBy="introductions">
              <CardHead
                id="introductions"
                title={t('need.introductions', { count: introductions.length })}
              />
              <Table
                caption={t('need.introductionsCaption')}
                head={
                  <>
                    <Head>{t('need.financier')}</Head>
                    <Head>{t('need.origin')}</Head>
                    <Head>{t('needs.state')}</Head>
                    <Head>{t('need.since')}</Head>
                  </>
                }
              >
                {introductions.map(({ introduction, financierName, productName }) => (
                  <Row key={introduction.id}>
                    <Cell head note={<span lang="zh">{productName}</span>}>
                      <span lang="zh">{financierName}</span>
                    </Cell>
                    <Cell label={t('need.origin')}>{domain(`origin.${introduction.origin}`)}</Cell>
                    <Cell
                      label={t('needs.state')}
                      note={introduction.ending && domain(`ending.${introduction.ending}`)}
                    >
                      <span className="flex flex-wrap items-center gap-2">
                        {domain(`introductionState.${introduction.state}`)}
                        {introduction.dueAt && isLive(introduction.state) && (
                          <ClockChip due={introduction.dueAt} now={now} />
                        )}
                      </span>
                    </Cell>
                    <Cell label={t('need.since')}>{clock(introduction.stateAt, locale)}</Cell>
                  </Row>
                ))}
              </Table>
            </Card>
          )}
          {need.state === 'published' && (
            <Assign
              actor={actor}
              needId={id}
              fitting={matches}
              isBeingJudged={found.isBeingJudged}
              met={met}
              blocked={need.openFen <= 0 ? 'closed' : taken >= SEATS ? 'seats' : null}
            />
          )}
          {why && <Why match={why} today={dayOf(now)} />}
          <NearMisses
            needId={id}
            openFen={need.openFen}
            misses={misses}
            all={query.near !== undefined}
          />
        </div>
      </div>
      {said && <DoneToast>{t(`need.done.${said}`)}</DoneToast>}
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { nearDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { BackLink, QuietLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { isId } from '@/domain/id'
import { needStates } from '@/domain/need/need'
import { countNeedsInScope, listNeedsInScope, NEEDS_A_PAGE } from '@/domain/need/official-queries'
import { deedOf } from '@/domain/product/classes'
import { placeWords } from '../place-words'
import { ScopeNote } from '../scope-note'
import { NeedStateTag } from '../state-tags'

const path = '/official/needs'
const states = needStates.filter((state) => state !== 'draft')

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('official')
  return { title: t('needs.title') }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/official/needs'>) {
  const context = await contextFor('official')
  const params = await searchParams
  const state = states.find((one) => one === textOf(params, 'state'))
  const at = textOf(params, 'after')
  const id = textOf(params, 'id')
  const cursor = at && id && isId(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null
  const [t, domain, locale, placed, counts, rows] = await Promise.all([
    getTranslations('official'),
    getTranslations('domain'),
    getLocale(),
    placeWords(),
    countNeedsInScope(context),
    listNeedsInScope(context, state ? [state] : states, cursor),
  ])
  const { now } = context
  const all = [...counts.values()].reduce((sum, some) => sum + some, 0)
  const total = state ? (counts.get(state) ?? 0) : all
  const shown = rows.slice(0, NEEDS_A_PAGE)
  const last = rows.length > NEEDS_A_PAGE ? shown.at(-1) : undefined
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/tasks">{t('tasks.title')}</BackLink>}
        title={t('needs.finding', { count: total })}
      >
        <ScopeNote scope={context.actor.scope}>{t('needs.method')}</ScopeNote>
      </PageHead>
      <Card as="div">
        <Tabs
          inCard
          label={t('needs.byState')}
          tabs={[
            { href: path, label: t('needs.anyState'), count: all, current: !state },
            ...states.map((one) => ({
              href: addressOf(path, {}, { state: one }),
              label: domain(`needState.${one}`),
              count: counts.get(one) ?? 0,
              current: one === state,
            })),
          ]}
        />
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState kind="no-hits" title={t('needs.noHits')}>
              {t('needs.noHitsNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('needs.title')}
            head={
              <>
                <Head>{t('needs.code')}</Head>
                <Head>{t('needs.company')}</Head>
                <Head>{t('needs.classes')}</Head>
                <Head num>{t('needs.amount')}</Head>
                <Head>{t('needs.sent')}</Head>
                <Head>{t('needs.state')}</Head>
              </>
            }
          >
            {shown.map((one) => {
              const due = one.state === 'in-review' ? one.reviewDueAt : null
              const answerDue =
                one.state === 'published' && one.firstAnswerAt === null && one.openFen > 0
                  ? one.answerDueAt
                  : null
              const clock = due ?? answerDue
              return (
                <Row key={one.id}>
                  <Cell head>
                    <QuietLink href={`${path}/${one.id}`}>
                      <span className="code">{one.code}</span>
                    </QuietLink>
                  </Cell>
                  <Cell label={t('needs.company')} note={placed(one)}>
                    <span lang="zh">{one.companyName}</span>
                  </Cell>
                  <Cell label={t('needs.classes')}>
                    {listed(
                      one.classes.map((name) => domain(`class.${name}`)),
                      locale,
                    )}
                  </Cell>
                  <Cell num label={t('needs.amount')}>
                    {one.amountFen === null ? t('none') : money(one.amountFen, locale)}
                  </Cell>
                  <Cell label={t('needs.sent')}>
                    {one.submittedAt
                      ? nearDay(dayOf(one.submittedAt), dayOf(now), locale)
                      : t('none')}
                  </Cell>
                  <Cell
                    label={t('needs.state')}
                    note={
                      one.stage &&
                      one.stageClass &&
                      domain(`introductionState.${one.stage}`, { deed: deedOf(one.stageClass) })
                    }
                  >
                    <span className="flex flex-wrap items-center gap-2">
                      <NeedStateTag state={one.state} />
                      {clock && <ClockChip due={clock} now={now} />}
                    </span>
                  </Cell>
                </Row>
              )
            })}
          </Table>
        )}
        <CardFoot>
          <Pagination
            summary={t('pageOf', { shown: count(shown.length), total: count(total) })}
            size={NEEDS_A_PAGE}
            startHref={cursor ? addressOf(path, {}, { state }) : undefined}
            nextHref={last && addressOf(path, {}, { state, after: last.key, id: last.id })}
          />
        </CardFoot>
      </Card>
    </main>
  )
}

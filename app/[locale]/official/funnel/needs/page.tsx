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
import { BackLink, QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import { funnelSteps, furthestOf, standings, type NeedStanding } from '@/domain/funnel/funnel'
import {
  listFunnelNeeds,
  needsBehind,
  NEEDS_A_PAGE,
  noteNeeds,
  waitedFor,
} from '@/domain/funnel/queries'
import { isId } from '@/domain/id'
import { listFinancierNames } from '@/domain/organisation/queries'
import { deedOf } from '@/domain/product/classes'
import { questionWords } from '../../question-words'
import { ScopeNote } from '../../scope-note'
import { Unreadable } from '../../unreadable'
import { askedOfNeeds } from '../asked-of-needs'

const path = '/official/funnel/needs'
const isWho = (text: string) => text === 'nobody' || text === 'company' || isId(text)

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('funnel'))('needs.title') }
}

/** The needs behind a figure of the funnel, as many as it said, and who stands where. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/funnel/needs'>) {
  const own = await contextFor('official')
  const params = await searchParams
  const also = { step: funnelSteps, how: standings, late: isWho, after: isId }
  const asked = await askedOfNeeds(own, path, params, also)
  if (asked.trouble) return <Unreadable path={path} asked={asked} ofNeeds />
  const { context, question, parameters } = asked
  const { now } = context
  const step = funnelSteps.find((one) => one === textOf(params, 'step')) ?? null
  const how: NeedStanding | null = standings.find((one) => one === textOf(params, 'how')) ?? null
  const late = textOf(params, 'late')
  const [t, domain, locale, words, names, all] = await Promise.all([
    getTranslations('funnel'),
    getTranslations('domain'),
    getLocale(),
    questionWords(asked),
    listFinancierNames(context),
    listFunnelNeeds(context, question),
  ])
  const rows = needsBehind(all, step, how, now).filter(
    (row) => !late || waitedFor(row, now).includes(late),
  )
  const after = textOf(params, 'after')
  const start = after ? rows.findIndex(({ id }) => id === after) + 1 : 0
  const shown = rows.slice(start, start + NEEDS_A_PAGE)
  await noteNeeds(context, shown)
  const kept = { step: step ?? undefined, how: how ?? undefined, late }
  const last = rows.length > start + NEEDS_A_PAGE ? shown.at(-1) : undefined
  // Its name is told of those whom these needs show alone.
  const lateFor = late && ((rows.length > 0 && names.get(late)) || t('whom.unnamed'))
  const which = lateFor
    ? late === 'nobody'
      ? t('needs.lateNobody')
      : late === 'company'
        ? t('needs.lateCompany')
        : t('needs.lateFor', { who: lateFor })
    : step
      ? t('needs.which', {
          step: t(`steps.${step}`),
          standing: how ? t(`standing.${how}`) : t('came'),
        })
      : how
        ? how === 'went-on'
          ? t('needs.through')
          : t('needs.any', { standing: t(`standing.${how}`) })
        : t('needs.all')
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href={addressOf('/official/funnel', parameters)}>{t('title')}</BackLink>}
        title={t.rich('needs.finding', {
          period: words.period,
          where: words.where,
          within: words.within,
          count: rows.length,
          which: () => <Written>{which}</Written>,
        })}
      >
        <ScopeNote scope={asked.ownScope}>
          <p>{t('needs.method')}</p>
        </ScopeNote>
      </PageHead>
      <Card as="div">
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState kind="no-hits" title={t('needs.none')}>
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('needs.title')}
            head={
              <>
                <Head>{t('needs.need')}</Head>
                <Head>{t('needs.company')}</Head>
                <Head num>{t('needs.amount')}</Head>
                <Head>{t('needs.published')}</Head>
                <Head>{t('needs.stands')}</Head>
              </>
            }
          >
            {shown.map((row) => {
              const [talk, ...others] = furthestOf(row.live)
              const deed = deedOf(row.classes[0] ?? 'credit-loan')
              return (
                <Row key={row.id}>
                  <Cell
                    head
                    note={listed(
                      row.classes.map((one) => domain(`class.${one}`)),
                      locale,
                    )}
                  >
                    <QuietLink href={`/official/needs/${row.id}`}>
                      <span className="code">{row.code}</span>
                    </QuietLink>
                  </Cell>
                  <Cell label={t('needs.company')}>
                    <span lang="zh">{row.companyName}</span>
                  </Cell>
                  <Cell num label={t('needs.amount')}>
                    {row.amountFen === null ? t('needs.unknown') : money(row.amountFen, locale)}
                  </Cell>
                  <Cell label={t('needs.published')}>
                    {nearDay(dayOf(row.publishedAt), dayOf(now), locale)}
                  </Cell>
                  <Cell
                    label={t('needs.stands')}
                    note={
                      talk && (
                        <Written>
                          {listed(
                            [talk, ...others].map(
                              ({ financierId }) => names.get(financierId) ?? t('whom.unnamed'),
                            ),
                            locale,
                          )}
                        </Written>
                      )
                    }
                  >
                    <span className="flex flex-wrap items-center gap-2">
                      {row.isOpen
                        ? talk
                          ? domain(`introductionState.${talk.state}`, { deed })
                          : t('needs.nobody')
                        : domain(`needState.${row.state}`)}
                      {row.isOpen && row.dueAt && <ClockChip due={row.dueAt} now={now} />}
                    </span>
                  </Cell>
                </Row>
              )
            })}
          </Table>
        )}
        <CardFoot>
          <Pagination
            summary={t('needs.pageOf', { shown: count(shown.length), total: count(rows.length) })}
            size={NEEDS_A_PAGE}
            startHref={start > 0 ? addressOf(path, parameters, kept) : undefined}
            nextHref={last && addressOf(path, parameters, { ...kept, after: last.id })}
          />
        </CardFoot>
      </Card>
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { counted, rate } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { exactMoney, money } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Link } from '@/components/ui/link.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import type { ServiceState } from '@/domain/ledger/ledger'
import { listDoubtsOf } from '@/domain/doubt/queries'
import { findServiceInScope } from '@/domain/ledger/queries'
import { deedOf } from '@/domain/product/classes'
import { idFrom } from '../../id-from'
import { DoneToast } from '../../done-toast'
import { History } from '../../history'
import { placeWords } from '../../place-words'
import { ServiceStateTag } from '../../state-tags'
import { ServiceActs } from './acts'
import { Marks } from './marks'
import { PathCard } from './path-card'
import { RowDoubts } from './row-doubts'

const done = ['verified', 'voided', 'corrected'] as const

const isDispute = ({ state }: { state: ServiceState }) => state === 'disputed'

/** The words of a sentence that lead to another row. */
function rowLink(id: string) {
  return function RowLink(inside: ReactNode) {
    return <TextLink href={`/official/ledger/${id}`}>{inside}</TextLink>
  }
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('ledger')
  return { title: t('row.title') }
}

export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/ledger/[id]'>) {
  const context = await contextFor('official')
  const id = idFrom((await params).id)
  const [t, domain, locale, placed, query, found, doubts] = await Promise.all([
    getTranslations('ledger'),
    getTranslations('domain'),
    getLocale(),
    placeWords(),
    searchParams,
    findServiceInScope(context, id),
    listDoubtsOf(context, id),
  ])
  if (!found) notFound()
  const said = done.find((act) => act === textOf(query, 'done'))
  const hasMoney = found.rung !== 4
  const finding = t(`row.finding.${found.rung}`, {
    day: fullDay(found.happenedOn, locale),
    financier: found.financierName,
    company: found.companyName,
    amount: money(found.amountFen, locale),
    deed: deedOf(found.class),
  })
  const thatDay: SummaryRow[] = [
    { term: t('column.place'), value: placed(found) },
    {
      term: t('column.chains'),
      value:
        found.chains.length === 0
          ? t('none')
          : listed(
              found.chains.map((chain) => domain(`chain.${chain}`)),
              locale,
            ),
    },
    {
      term: t('row.qualifications'),
      value:
        found.qualifications.length === 0
          ? t('none')
          : listed(
              found.qualifications.map((kind) => domain(`qualification.${kind}`)),
              locale,
            ),
    },
    { term: t('column.whiteList'), value: t(found.whiteListed ? 'yes' : 'no') },
  ]
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/ledger">{t('title')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-2">
            <ServiceStateTag state={found.state} />
            <Tag tone={found.evidenced ? 'pass' : 'neutral'}>
              {t(found.evidenced ? 'evidenced' : 'declared')}
            </Tag>
            {found.state === 'reported' && found.confirmDueAt && (
              <ClockChip due={found.confirmDueAt} now={context.now} />
            )}
          </span>
        }
        title={finding}
      >
        {t('row.evidenceRule')}
      </PageHead>
      <RowDoubts doubts={doubts} />
      {(found.correctedById ?? found.correctsId) && (
        <div className="mb-5">
          <Notice tone="calm">
            {found.correctsId && (
              <p>{t.rich('row.corrects', { open: rowLink(found.correctsId) })}</p>
            )}
            {found.correctedById && (
              <p>{t.rich('row.correctedBy', { open: rowLink(found.correctedById) })}</p>
            )}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="space-y-5">
          <Marks
            recordedAt={found.recordedAt}
            recordedBy={found.recordedBy}
            correctsWhy={found.correctsWhy}
            marks={found.marks}
          />
          <Card labelledBy="facts">
            <CardHead id="facts" title={t('row.facts')} />
            <CardBody>
              <SummaryList
                rows={[
                  {
                    term: t('column.company'),
                    value: (
                      <Link
                        href={`/official/organisations/${found.companyId}`}
                        className="quiet-link"
                      >
                        <span lang="zh">{found.companyName}</span>
                      </Link>
                    ),
                    note: <span className="code">{found.companyUscc}</span>,
                  },
                  {
                    term: t('column.financier'),
                    value: <span lang="zh">{found.financierName}</span>,
                    note: domain(`financierKind.${found.financierKind}`),
                  },
                  { term: t('column.class'), value: domain(`class.${found.class}`) },
                  {
                    term: t('column.rung'),
                    value: domain(`rung.${found.rung}`, { deed: deedOf(found.class) }),
                  },
                  ...(hasMoney
                    ? [
                        {
                          term: t('row.amount', { deed: deedOf(found.class) }),
                          value: exactMoney(found.amountFen, locale),
                        },
                      ]
                    : []),
                  {
                    term: t('column.rate'),
                    value: found.rateBp === null ? t('none') : rate(found.rateBp),
                  },
                  {
                    term: t('row.tenor'),
                    value:
                      found.tenorMonths === null
                        ? t('none')
                        : counted(found.tenorMonths, 'month', locale),
                  },
                  {
                    term: t('column.contract'),
                    value: found.contractNo ? (
                      <span className="code">{found.contractNo}</span>
                    ) : (
                      t('none')
                    ),
                  },
                  ...(found.voucher
                    ? [
                        {
                          term: t('row.voucher'),
                          value: <span className="code">{found.voucher}</span>,
                        },
                      ]
                    : []),
                  ...(found.secures
                    ? [
                        {
                          term: t('row.secures'),
                          value: <span className="code">{found.secures}</span>,
                        },
                      ]
                    : []),
                  {
                    term: t('row.firstLoan'),
                    value:
                      found.firstLoan === null
                        ? t('row.notSaid')
                        : t(found.firstLoan ? 'yes' : 'no'),
                  },
                  {
                    term: t('column.source'),
                    value: found.correctsId
                      ? t('row.correctionOf', { source: domain(`serviceSource.${found.source}`) })
                      : domain(`serviceSource.${found.source}`),
                  },
                ]}
              />
            </CardBody>
          </Card>
          <Card labelledBy="that-day">
            <CardHead
              id="that-day"
              title={t('row.thatDay', { day: fullDay(found.happenedOn, locale) })}
              note={t('row.thatDayNote')}
            />
            <CardBody>
              <SummaryList rows={thatDay} />
            </CardBody>
          </Card>
          <PathCard found={found} />
        </div>
        <div className="space-y-5">
          <ServiceActs
            actor={context.actor}
            id={id}
            name={finding}
            state={found.state}
            today={dayOf(context.now)}
            entered={{ ...found, hasMoney }}
            dispute={found.state === 'disputed' ? found.marks.findLast(isDispute) : undefined}
          />
          {found.events.length > 0 && (
            <Card labelledBy="events">
              <CardHead id="events" title={t('row.events')} />
              <CardBody>
                <History events={found.events} />
              </CardBody>
            </Card>
          )}
        </div>
      </div>
      {said && <DoneToast>{t(`row.done.${said}`)}</DoneToast>}
    </main>
  )
}

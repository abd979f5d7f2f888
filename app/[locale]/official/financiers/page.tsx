import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/app/address'
import { periodTitle } from '@/app/period-title'
import { contextFor } from '@/app/session'
import { count, counted, outOf, share } from '@/components/format/figures'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { tags } from '@/components/ui/rich'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { listFinancierNames } from '@/domain/organisation/queries'
import { listTalks, readRecords } from '@/domain/record/queries'
import type { TalkSet } from '@/domain/record/record'
import { SAMPLE_LEAST } from '@/domain/totals/percentile'
import { Filters } from '../filters'
import { askedOfNeeds } from '../funnel/asked-of-needs'
import { MonitorTabs } from '../monitor-tabs'
import { questionWords } from '../question-words'
import { ScopeNote } from '../scope-note'
import { figureAddress } from '../set-address'
import { Unreadable } from '../unreadable'

const path = '/official/financiers'

export async function generateMetadata({
  searchParams,
}: PageProps<'/[locale]/official/financiers'>): Promise<Metadata> {
  const t = await getTranslations('record')
  return { title: await periodTitle(t('title'), await searchParams) }
}

/** Each financier's real record with the companies of a question; what rests on too few is not shown. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/financiers'>) {
  const own = await contextFor('official')
  const asked = await askedOfNeeds(own, path, await searchParams, {})
  if (asked.trouble) return <Unreadable path={path} asked={asked} ofNeeds />
  const { context, question, parameters } = asked
  const [t, domain, locale, words, names, talks] = await Promise.all([
    getTranslations('record'),
    getTranslations('domain'),
    getLocale(),
    questionWords(asked),
    listFinancierNames(context),
    listTalks(context, question),
  ])
  const records = await readRecords(context, question, talks)
  const of = (set: TalkSet) => records.reduce((sum, { counts }) => sum + counts[set], 0)
  const few = t('few', { least: SAMPLE_LEAST })
  return (
    <main id="main" className="print-wide page-wide py-6 sm:py-8">
      <MonitorTabs page="financiers" parameters={parameters} />
      <Filters path={path} asked={asked} words={words} now={context.now} ofNeeds />
      <PageHead
        size="headline"
        title={t.rich('headline', {
          ...tags,
          period: words.period,
          where: words.where,
          within: words.within,
          asked: of('asked'),
          share: share(of('answered'), of('asked')) ?? t('nobody'),
        })}
      >
        <ScopeNote scope={asked.ownScope}>
          <p>{t('method', { least: SAMPLE_LEAST })}</p>
        </ScopeNote>
      </PageHead>
      <Card labelledBy="records">
        <CardHead id="records" title={t('heading', { count: records.length })} note={t('note')} />
        {records.length === 0 ? (
          <CardBody>
            <EmptyState kind="no-hits" level={3} title={t('none')}>
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('title')}
            head={
              <>
                <Head>{t('financier')}</Head>
                <Head num>{t('answered')}</Head>
                <Head num>{t('median')}</Head>
                <Head num>{t('approved')}</Head>
                <Head num>{t('declined')}</Head>
                <Head>{t('codes')}</Head>
                <Head num>{t('rows')}</Head>
                <Head num>{t('confirmed')}</Head>
              </>
            }
          >
            {records.map((one) => {
              const { financierId, counts, medianAnswer, declines } = one
              const decided = counts.approved + counts.declined
              const opening = (value: number, href: string, shown = count(value)) =>
                value > 0 ? <QuietLink href={href}>{shown}</QuietLink> : shown
              const talksOf = (set: TalkSet) =>
                addressOf(`${path}/talks`, parameters, { who: financierId, of: set })
              return (
                <Row key={financierId}>
                  <Cell head>
                    <span lang="zh" className="whitespace-normal">
                      {names.get(financierId) ?? t('unnamed')}
                    </span>
                  </Cell>
                  <Cell
                    num
                    label={t('answered')}
                    note={
                      counts.asked < SAMPLE_LEAST
                        ? counts.asked > 0 && few
                        : share(counts.answered, counts.asked)
                    }
                  >
                    {opening(
                      counts.asked,
                      talksOf('asked'),
                      counts.asked < SAMPLE_LEAST
                        ? count(counts.asked)
                        : outOf(counts.answered, counts.asked),
                    )}
                  </Cell>
                  <Cell num label={t('median')}>
                    {medianAnswer === null
                      ? few
                      : counted(Math.round(medianAnswer * 10) / 10, 'workingDay', locale)}
                  </Cell>
                  <Cell
                    num
                    label={t('approved')}
                    note={decided < SAMPLE_LEAST ? undefined : share(counts.approved, decided)}
                  >
                    {opening(counts.approved, talksOf('approved'))}
                  </Cell>
                  <Cell num label={t('declined')}>
                    {opening(counts.declined, talksOf('declined'))}
                  </Cell>
                  <Cell label={t('codes')}>
                    {declines.length > 0
                      ? declines
                          .map(({ code, count: declined }) =>
                            t('code', { code: domain(`declineCode.${code}`), count: declined }),
                          )
                          .join(t('separator'))
                      : t(counts.declined > 0 ? 'fewCodes' : 'nothing', { least: SAMPLE_LEAST })}
                  </Cell>
                  <Cell num label={t('rows')}>
                    {opening(
                      one.rows,
                      figureAddress(parameters, 'companyTimes', { financier: financierId }),
                    )}
                  </Cell>
                  <Cell
                    num
                    label={t('confirmed')}
                    note={
                      one.settled < SAMPLE_LEAST ? undefined : outOf(one.confirmed, one.settled)
                    }
                  >
                    {one.settled < SAMPLE_LEAST ? few : share(one.confirmed, one.settled)}
                  </Cell>
                </Row>
              )
            })}
          </Table>
        )}
        <CardFoot>
          <p>{t('foot', { least: SAMPLE_LEAST })}</p>
        </CardFoot>
      </Card>
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { BackLink, QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { isId } from '@/domain/id'
import { listFinancierNames } from '@/domain/organisation/queries'
import { deedOf } from '@/domain/product/classes'
import { listTalks, noteTalks, talksBehind, TALKS_A_PAGE } from '@/domain/record/queries'
import { talkSets } from '@/domain/record/record'
import { askedOfNeeds } from '../../funnel/asked-of-needs'
import { questionWords } from '../../question-words'
import { ScopeNote } from '../../scope-note'
import { Unreadable } from '../../unreadable'

const path = '/official/financiers/talks'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('record'))('talks.title') }
}

/** The talks behind a figure of a financier's record: as many, and no code of a single decline. */
export default async function Page({
  searchParams,
}: PageProps<'/[locale]/official/financiers/talks'>) {
  const own = await contextFor('official')
  const params = await searchParams
  const asked = await askedOfNeeds(own, path, params, { who: isId, of: talkSets, after: isId })
  if (asked.trouble) return <Unreadable path={path} asked={asked} ofNeeds />
  const { context, question, parameters } = asked
  const who = textOf(params, 'who') ?? ''
  const set = talkSets.find((one) => one === textOf(params, 'of')) ?? 'asked'
  const [t, domain, locale, words, names, all] = await Promise.all([
    getTranslations('record'),
    getTranslations('domain'),
    getLocale(),
    questionWords(asked),
    listFinancierNames(context),
    listTalks(context, question),
  ])
  const rows = talksBehind(all, who, set, context.now)
  const after = textOf(params, 'after')
  const start = after ? rows.findIndex(({ id }) => id === after) + 1 : 0
  const shown = rows.slice(start, start + TALKS_A_PAGE)
  await noteTalks(context, shown)
  const kept = { who, of: set }
  const last = rows.length > start + TALKS_A_PAGE ? shown.at(-1) : undefined
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={
          <BackLink href={addressOf('/official/financiers', parameters)}>{t('title')}</BackLink>
        }
        title={t.rich('talks.finding', {
          period: words.period,
          where: words.where,
          within: words.within,
          // Its name is told of those whom its talks show alone.
          financier: () => <Written>{(rows.length > 0 && names.get(who)) || t('unnamed')}</Written>,
          set: t(`talks.set.${set}`),
          count: rows.length,
        })}
      >
        <ScopeNote scope={asked.ownScope}>
          <p>{t('talks.method')}</p>
        </ScopeNote>
      </PageHead>
      <Card as="div">
        {shown.length === 0 ? (
          <CardBody>
            <EmptyState kind="no-hits" title={t('talks.none')}>
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('talks.title')}
            head={
              <>
                <Head>{t('talks.need')}</Head>
                <Head>{t('talks.company')}</Head>
                <Head>{t('talks.began')}</Head>
                <Head>{t('talks.answeredAt')}</Head>
                <Head>{t('talks.state')}</Head>
              </>
            }
          >
            {shown.map((row) => (
              <Row key={row.id}>
                <Cell head note={<span className="code">{row.code}</span>}>
                  <QuietLink href={`/official/needs/${row.needId}`}>
                    <span className="code">{row.needCode}</span>
                  </QuietLink>
                </Cell>
                <Cell label={t('talks.company')}>
                  <span lang="zh">{row.companyName}</span>
                </Cell>
                <Cell label={t('talks.began')} note={domain(`origin.${row.origin}`)}>
                  {clock(row.createdAt, locale)}
                </Cell>
                <Cell label={t('talks.answeredAt')}>
                  {row.answeredAt ? clock(row.answeredAt, locale) : t('nothing')}
                </Cell>
                <Cell label={t('talks.state')}>
                  {row.ending
                    ? domain(`ending.${row.ending}`)
                    : domain(`introductionState.${row.state}`, {
                        deed: deedOf(row.classes[0] ?? 'credit-loan'),
                      })}
                </Cell>
              </Row>
            ))}
          </Table>
        )}
        <CardFoot>
          <Pagination
            summary={t('talks.pageOf', { shown: count(shown.length), total: count(rows.length) })}
            size={TALKS_A_PAGE}
            startHref={start > 0 ? addressOf(path, parameters, kept) : undefined}
            nextHref={last && addressOf(path, parameters, { ...kept, after: last.id })}
          />
        </CardFoot>
      </Card>
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { Task } from '@/components/ui/task'
import { BackLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import { countDoubts, listDoubts, readsDoubts } from '@/domain/doubt/queries'

const path = '/official/doubts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('doubts')
  return { title: t('title') }
}

/** What looks inflated in the ledger and waits for a statistician, and what was decided of it. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/doubts'>) {
  const context = await contextFor('official')
  const isOpen = textOf(await searchParams, 'state') !== 'decided'
  const [t, locale, counts, doubts] = await Promise.all([
    getTranslations('doubts'),
    getLocale(),
    countDoubts(context),
    listDoubts(context, isOpen),
  ])
  const all = isOpen ? counts.open : counts.decided
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/ledger">{t('toLedger')}</BackLink>}
        title={readsDoubts(context.actor) ? t('finding', { open: counts.open }) : t('title')}
      >
        {readsDoubts(context.actor) ? t('method') : t('notYours')}
      </PageHead>
      {readsDoubts(context.actor) && (
        <Card as="div">
          <Tabs
            inCard
            label={t('tabs')}
            tabs={(['open', 'decided'] as const).map((one) => ({
              href: one === 'open' ? path : `${path}?state=decided`,
              label: t(`tab.${one}`, { count: count(counts[one]) }),
              current: isOpen === (one === 'open'),
            }))}
          />
          {doubts.length === 0 && (
            <CardBody>
              <EmptyState kind="nothing" title={t(isOpen ? 'none' : 'noneDecided')}>
                {t(isOpen ? 'noneNote' : 'noneDecidedNote')}
              </EmptyState>
            </CardBody>
          )}
          {doubts.map(({ doubt, rows, first, decidedBy }) => (
            <CardBody key={doubt.id} line>
              <Task
                title={t(`kind.${doubt.kind}`, { rows })}
                act={
                  <LinkButton href={`${path}/${doubt.id}`} wide>
                    {t('open')}
                    <span className="sr-only"> {first.contractNo}</span>
                  </LinkButton>
                }
              >
                <p>
                  {t('row', {
                    day: fullDay(first.happenedOn, locale),
                    company: first.companyName,
                    financier: first.financierName,
                  })}
                </p>
                {doubt.decidedAt && doubt.note ? (
                  <>
                    <p>
                      {t(`state.${doubt.state}`)}
                      {': '}
                      <Written>{doubt.note}</Written>
                    </p>
                    <p className="text-small">
                      {t('decided', {
                        by: decidedBy ?? '',
                        day: fullDay(dayOf(doubt.decidedAt), locale),
                      })}
                    </p>
                  </>
                ) : (
                  <p className="text-small">
                    {t('found', { day: fullDay(dayOf(doubt.foundAt), locale) })}
                  </p>
                )}
              </Task>
            </CardBody>
          ))}
          {doubts.length < all && (
            <CardFoot>
              <p className="text-small text-ink-2">
                {t('first', { shown: count(doubts.length), all: count(all) })}
              </p>
            </CardFoot>
          )}
        </Card>
      )}
    </main>
  )
}

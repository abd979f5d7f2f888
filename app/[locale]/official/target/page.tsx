import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Cuts } from '@/components/ui/tabs'
import { Written } from '@/components/ui/written'
import { whyNotOfCity } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { listTargets, type Target } from '@/domain/target/queries'
import { DoneToast } from '../done-toast'
import { MonitorTabs } from '../monitor-tabs'
import { ScopeNote } from '../scope-note'
import { PaceCard } from './pace-card'
import { readPace } from './read-pace'
import { EndTargetForm, TargetForm } from './target-form'
import { placeName } from './target-words'

const path = '/official/target'
const FIRST_YEAR = 2023

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('target'))('pageTitle') }
}

/** Yearly targets: what share is reached, what pace is needed, who set them and when, and the form of a statistician of the city. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/target'>) {
  const context = await contextFor('official')
  const params = await searchParams
  const thisYear = Number(dayOf(context.now).slice(0, 4))
  const typed = Number(textOf(params, 'year'))
  const year =
    Number.isInteger(typed) && typed >= FIRST_YEAR && typed <= thisYear + 1 ? typed : thisYear
  const [t, domain, locale, targets] = await Promise.all([
    getTranslations('target'),
    getTranslations('domain'),
    getLocale(),
    listTargets(context, year),
  ])
  const inForce = targets.filter(({ state }) => state === 'in-force')
  const read = await Promise.all(inForce.map((target) => readPace(context, target)))
  const done = (['set', 'ended'] as const).find((one) => one === textOf(params, 'done'))
  const maySet = whyNotOfCity(context.actor, 'statistician') === null
  const years = Array.from({ length: thisYear + 2 - FIRST_YEAR }, (_, at) => thisYear + 1 - at)
  const valueOf = ({ measure, value }: Target) =>
    measure === 'drawn' ? moneyInSentence(value, locale) : count(value)
  return (
    <main id="main" className="page py-6 sm:py-8">
      {done && <DoneToast>{t(`toast.${done}`)}</DoneToast>}
      <MonitorTabs page="target" />
      <PageHead title={t('heading', { year: String(year), count: inForce.length })}>
        <ScopeNote scope={context.actor.scope}>
          <p>{t('method')}</p>
        </ScopeNote>
      </PageHead>
      <div className="mb-5" data-print="never">
        <Cuts
          label={t('years')}
          cuts={years.map((one) => ({
            href: addressOf(path, {}, { year: one === thisYear ? undefined : String(one) }),
            label: String(one),
            current: one === year,
          }))}
        />
      </div>
      <div className="space-y-5">
        {inForce.length === 0 && (
          <Card as="div">
            <CardBody>
              <EmptyState kind="nothing" level={2} title={t('none', { year: String(year) })}>
                {t(maySet ? 'noneSet' : 'noneYet')}
              </EmptyState>
            </CardBody>
          </Card>
        )}
        {inForce.map((target, at) => {
          const found = read[at]
          return found && <PaceCard key={target.id} target={target} read={found} />
        })}
        {maySet && <TargetForm year={year} years={years} />}
        {targets.length > 0 && (
          <Card labelledBy="history">
            <CardHead id="history" title={t('history')} note={t('historyNote')} />
            <Table
              caption={t('history')}
              head={
                <>
                  <Head>{t('target')}</Head>
                  <Head num>{t('value')}</Head>
                  <Head>{t('set')}</Head>
                  <Head>{t('end')}</Head>
                </>
              }
            >
              {targets.map((target) => (
                <Row key={target.id}>
                  <Cell head note={<Written>{target.source}</Written>}>
                    {placeName(target.place, domain, t('city'))} · {t(`of.${target.measure}`)}
                  </Cell>
                  <Cell num label={t('value')}>
                    {valueOf(target)}
                  </Cell>
                  <Cell label={t('set')} note={<Written>{target.setBy}</Written>}>
                    {clock(target.setAt, locale)}
                  </Cell>
                  <Cell label={t('end')} note={target.reason && <Written>{target.reason}</Written>}>
                    {target.endedAt ? (
                      t(target.reason ? 'endedAt' : 'replacedAt', {
                        when: clock(target.endedAt, locale),
                      })
                    ) : maySet ? (
                      <EndTargetForm id={target.id} year={year} />
                    ) : (
                      t('inForce')
                    )}
                  </Cell>
                </Row>
              ))}
            </Table>
          </Card>
        )}
      </div>
    </main>
  )
}

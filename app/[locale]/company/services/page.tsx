import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { rate } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag, type TagTone } from '@/components/ui/tag'
import { Written } from '@/components/ui/written'
import { whyNotActAs } from '@/domain/actor'
import type { ServiceState } from '@/domain/ledger/ledger'
import { listOwnServices } from '@/domain/ledger/queries'
import { deedOf } from '@/domain/product/classes'
import { WaitingService } from './waiting-service'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('introduction'))('services.title') }
}

const tones: Record<ServiceState, TagTone> = {
  reported: 'neutral',
  unconfirmed: 'neutral',
  confirmed: 'pass',
  verified: 'pass',
  disputed: 'warn',
  voided: 'neutral',
}

/** What financiers say they did for the company: those that wait for its word first. */
export default async function Page({ searchParams }: PageProps<'/[locale]/company/services'>) {
  const query = await searchParams
  const context = await contextFor('company')
  const [t, domain, locale, services] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
    listOwnServices(context),
  ])
  const waiting = services.filter(({ state }) => state === 'reported' || state === 'unconfirmed')
  const rest = services.filter((one) => !waiting.includes(one))
  const said = query.done === 'confirmed' || query.done === 'disputed' ? query.done : null
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('services.title')}>{t('services.note')}</PageHead>
      <div className="space-y-5">
        {said && (
          <Notice tone="pass" live>
            {t(`services.done.${said}`)}
          </Notice>
        )}
        {services.length === 0 && (
          <Card as="div">
            <CardBody>
              <EmptyState kind="nothing" title={t('services.none')}>
                {t('services.noneText')}
              </EmptyState>
            </CardBody>
          </Card>
        )}
        {waiting.length > 0 && (
          <section aria-labelledby="waiting">
            <h2 id="waiting" className="mb-3 text-h2">
              {t('services.waiting', { count: waiting.length })}
            </h2>
            <Card as="div">
              {waiting.map((one, index) => (
                <CardBody key={one.id} line={index > 0}>
                  <WaitingService
                    one={one}
                    now={context.now}
                    mayNot={whyNotActAs(context.actor, 'company')}
                  />
                </CardBody>
              ))}
            </Card>
          </section>
        )}
        {rest.length > 0 && (
          <section aria-labelledby="rest">
            <h2 id="rest" className="mb-3 text-h2">
              {t('services.rest')}
            </h2>
            <Card as="div">
              <Table
                caption={t('services.rest')}
                head={
                  <>
                    <Head>{t('services.what')}</Head>
                    <Head>{t('services.day')}</Head>
                    <Head num>{t('services.amount')}</Head>
                    <Head num>{t('services.rate')}</Head>
                    <Head>{t('services.state')}</Head>
                  </>
                }
              >
                {rest.map((one) => (
                  <Row key={one.id}>
                    <Cell
                      head
                      note={`${domain(`class.${one.class}`)} · ${domain(`rung.${one.rung}`, { deed: deedOf(one.class) })}`}
                    >
                      <Written>{one.financierName}</Written>
                    </Cell>
                    <Cell label={t('services.day')}>{fullDay(one.happenedOn, locale)}</Cell>
                    <Cell num label={t('services.amount')}>
                      {one.rung === 4 ? t('services.noMoney') : money(one.amountFen, locale)}
                    </Cell>
                    <Cell num label={t('services.rate')}>
                      {one.rateBp === null ? t('services.notSaid') : rate(one.rateBp)}
                    </Cell>
                    <Cell
                      label={t('services.state')}
                      note={
                        one.voidedWhy &&
                        t(one.correctedById ? 'services.corrected' : 'services.why', {
                          why: one.voidedWhy,
                        })
                      }
                    >
                      <Tag tone={tones[one.state]}>{domain(`serviceState.${one.state}`)}</Tag>
                    </Cell>
                  </Row>
                ))}
              </Table>
            </Card>
          </section>
        )}
      </div>
    </main>
  )
}

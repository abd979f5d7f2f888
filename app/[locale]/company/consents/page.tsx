import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { Toast } from '@/components/ui/toast.client'
import { WhoSees } from '@/components/ui/who-sees'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import {
  countOwnDisclosures,
  findOwnTakenBack,
  listOwnConsents,
  listOwnDisclosures,
} from '@/domain/consent/queries'
import { deedOf } from '@/domain/product/classes'
import { seenWords } from '../sight-words'
import { ConsentRows } from '../introductions/consent-rows'
import { TakenToast } from '../introductions/taken-toast'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('introduction'))('consents.title') }
}

const LOOKS_SHOWN = 100

/** Who may read what now, with the way back; and every look that was taken. */
export default async function Page({ searchParams }: PageProps<'/[locale]/company/consents'>) {
  const query = await searchParams
  const context = await contextFor('company')
  const [t, domain, locale, open, looks, seen] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
    listOwnConsents(context),
    listOwnDisclosures(context, LOOKS_SHOWN),
    countOwnDisclosures(context),
  ])
  const today = dayOf(context.now)
  const mayAct = whyNotActAs(context.actor, 'company') === null
  const of = typeof query.of === 'string' ? query.of : ''
  const said = query.done === 'restored' || query.done === 'dated' ? query.done : null
  const taken = query.done === 'taken' ? await findOwnTakenBack(context, of) : null
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('consents.title')}>
        {t('consents.summary', { financiers: open.length, looks: seen })}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <section aria-labelledby="open" className="space-y-5">
          <h2 id="open" className="text-h2">
            {t('consents.open')}
          </h2>
          {open.length === 0 && (
            <Card as="div">
              <CardBody>
                <EmptyState kind="nothing" level={3} title={t('consents.nobody')}>
                  {t('consents.nobodyText')}
                </EmptyState>
              </CardBody>
            </Card>
          )}
          {open.map(({ financierId: id, financierName, consents, talks }) => (
            <Card key={id} id={id} labelledBy={`${id}-title`}>
              <CardHead
                id={`${id}-title`}
                level={3}
                title={financierName}
                note={
                  <>
                    {talks.map((talk) => (
                      <span key={talk.id} className="block">
                        <QuietLink href={`/company/introductions/${talk.id}`}>
                          <Code copy={false}>{talk.needCode}</Code>
                        </QuietLink>{' '}
                        · {domain(`introductionState.${talk.state}`, { deed: deedOf(talk.class) })}
                      </span>
                    ))}
                    {talks.length > 1 && t('sight.inAll', { count: talks.length })}
                  </>
                }
              />
              <CardBody>
                <ConsentRows
                  introductionId={talks[0]?.id ?? ''}
                  states={talks.map(({ state }) => state)}
                  financierName={financierName}
                  consents={consents}
                  today={today}
                  back="consents"
                  mayAct={mayAct && talks.length > 0}
                />
              </CardBody>
            </Card>
          ))}
          <WhoSees>{t('sight.note')}</WhoSees>
        </section>
        <section aria-labelledby="seen" className="space-y-5">
          <h2 id="seen" className="text-h2">
            {t('consents.seen')}
          </h2>
          <Card as="div">
            {looks.length === 0 ? (
              <CardBody>
                <EmptyState kind="nothing" level={3} title={t('consents.unseen')}>
                  {t('consents.unseenText')}
                </EmptyState>
              </CardBody>
            ) : (
              <Table
                caption={t('consents.seen')}
                head={
                  <>
                    <Head>{t('consents.who')}</Head>
                    <Head>{t('consents.what')}</Head>
                    <Head num>{t('consents.when')}</Head>
                  </>
                }
              >
                {looks.map((look) => (
                  <Row key={look.id}>
                    <Cell head note={look.memberName}>
                      <span lang="zh" className="block sm:min-w-[8em]">
                        {look.readerName}
                      </span>
                    </Cell>
                    <Cell
                      label={t('consents.what')}
                      note={look.exported ? t('consents.inFile') : undefined}
                    >
                      {seenWords(look.groups, domain, locale)}
                    </Cell>
                    <Cell num label={t('consents.when')}>
                      <time dateTime={look.at.toISOString()}>{clock(look.at, locale)}</time>
                    </Cell>
                  </Row>
                ))}
              </Table>
            )}
            {seen > LOOKS_SHOWN && (
              <CardFoot>{t('consents.latest', { count: LOOKS_SHOWN })}</CardFoot>
            )}
          </Card>
        </section>
      </div>
      {taken && <TakenToast introductionId={of} taken={taken} back="consents" mayAct={mayAct} />}
      {said && <Toast close={t('close')}>{t(`consent.${said}`)}</Toast>}
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { WhoSees } from '@/components/ui/who-sees'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { fieldGroups, suggestedUntil } from '@/domain/consent/consent'
import { listOwnConsents, listOwnDisclosures } from '@/domain/consent/queries'
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
  const [t, domain, locale, consents, looks] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
    listOwnConsents(context),
    listOwnDisclosures(context, LOOKS_SHOWN + 1),
  ])
  const today = dayOf(context.now)
  const mayAct = whyNotActAs(context.actor, 'company') === null
  const ids = [...new Set(consents.map(({ introductionId }) => introductionId))]
  const taken = typeof query.of === 'string' ? query.of : null
  const shown = looks.slice(0, LOOKS_SHOWN)
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('consents.title')}>
        {t('consents.summary', { financiers: ids.length, looks: looks.length })}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <section aria-labelledby="open" className="space-y-5">
          <h2 id="open" className="text-h2">
            {t('consents.open')}
          </h2>
          {ids.length === 0 && (
            <Card as="div">
              <CardBody>
                <EmptyState kind="nothing" level={3} title={t('consents.nobody')}>
                  {t('consents.nobodyText')}
                </EmptyState>
              </CardBody>
            </Card>
          )}
          {ids.map((id) => {
            const own = consents.filter(({ introductionId }) => introductionId === id)
            const [first] = own
            if (!first) return null
            return (
              <Card key={id} id={id} labelledBy={`${id}-title`}>
                <CardHead
                  id={`${id}-title`}
                  level={3}
                  title={
                    <QuietLink href={`/company/introductions/${id}`}>
                      {first.financierName}
                    </QuietLink>
                  }
                  note={
                    <>
                      <Code copy={false}>{first.needCode}</Code> ·{' '}
                      {domain(`introductionState.${first.introductionState}`)}
                    </>
                  }
                />
                <CardBody>
                  <ConsentRows
                    introductionId={id}
                    state={first.introductionState}
                    financierName={first.financierName}
                    consents={own}
                    today={today}
                    back="consents"
                    mayAct={mayAct}
                  />
                </CardBody>
              </Card>
            )
          })}
          <WhoSees>{t('sight.note')}</WhoSees>
        </section>
        <section aria-labelledby="seen" className="space-y-5">
          <h2 id="seen" className="text-h2">
            {t('consents.seen')}
          </h2>
          <Card as="div">
            {shown.length === 0 ? (
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
                {shown.map((look) => (
                  <Row key={look.id}>
                    <Cell head note={look.memberName}>
                      {look.financierName}
                    </Cell>
                    <Cell label={t('consents.what')}>
                      {listed(
                        fieldGroups
                          .filter((group) => look.groups.includes(group))
                          .map((group) => domain(`fieldGroup.${group}`)),
                        locale,
                      )}
                    </Cell>
                    <Cell num label={t('consents.when')}>
                      <time dateTime={look.at.toISOString()}>{clock(look.at, locale)}</time>
                    </Cell>
                  </Row>
                ))}
              </Table>
            )}
            {looks.length > LOOKS_SHOWN && (
              <CardFoot>{t('consents.latest', { count: LOOKS_SHOWN })}</CardFoot>
            )}
          </Card>
        </section>
      </div>
      {query.done === 'taken' && taken && typeof query.what === 'string' && (
        <TakenToast
          introductionId={taken}
          what={query.what}
          until={suggestedUntil(today)}
          canUndo={ids.includes(taken)}
        />
      )}
    </main>
  )
}

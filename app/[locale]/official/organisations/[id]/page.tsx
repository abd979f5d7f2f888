import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { SummaryList } from '@/components/ui/summary-list'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { BackLink, QuietLink } from '@/components/ui/text-links'
import { dayOf } from '@/domain/calendar/calendar'
import { findEvidence } from '@/domain/organisation/application-queries'
import { isApplication } from '@/domain/organisation/organisation'
import { findOrganisationInScope } from '@/domain/organisation/queries'
import { monthText } from '@/domain/totals/totals'
import { isUnusualUscc, usccProblem } from '@/domain/uscc/uscc'
import { idFrom } from '../../id-from'
import { DoneToast } from '../../done-toast'
import { History } from '../../history'
import { placeWords } from '../../place-words'
import { rowsAddress } from '../../set-address'
import { NeedStateTag, OrganisationStateTag } from '../../state-tags'
import { OrganisationActs } from './acts'
import { ProfileFacts } from './facts'
import { Sides } from './sides'

const done = ['admitted', 'refused', 'suspended', 'restored', 'undone'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('official')
  return { title: t('organisation.title') }
}

export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/organisations/[id]'>) {
  const context = await contextFor('official')
  const id = idFrom((await params).id)
  const [t, domain, fields, locale, placed, query, found] = await Promise.all([
    getTranslations('official'),
    getTranslations('domain'),
    getTranslations('fields'),
    getLocale(),
    placeWords(),
    searchParams,
    findOrganisationInScope(context, id),
  ])
  if (!found) notFound()
  const { organisation: one, members, needs, services, history, profile } = found
  const applies = isApplication(one.state)
  const proof = await findEvidence(context, one)
  const isHeld = proof.sides.some(({ state }) => state === 'admitted' || state === 'suspended')
  const isCompany = one.kind === 'company'
  const problem = usccProblem(one.uscc)
  const said = done.find((act) => act === textOf(query, 'done'))
  const ledger =
    services.from === null || services.to === null
      ? null
      : rowsAddress(
          {
            from: monthText(services.from),
            to: monthText(services.to),
            ...(isCompany ? { company: id } : { financier: id }),
          },
          'all',
        )
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/organisations">{t('organisations.title')}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <Code>{one.uscc}</Code>
            <OrganisationStateTag state={one.state} />
          </span>
        }
        title={<span lang="zh">{one.name}</span>}
      >
        {isCompany ? t('organisation.lookKept') : null}
      </PageHead>
      {one.stateReason && (
        <div className="mb-5">
          <Notice tone="warn" title={t('organisation.reason')}>
            <span lang="zh">{one.stateReason}</span>
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="space-y-5">
          <Card labelledBy="facts">
            <CardHead
              id="facts"
              title={t(applies ? 'organisation.application' : 'organisation.facts')}
              note={applies ? t('organisation.applicationNote') : undefined}
            />
            <CardBody>
              <SummaryList
                rows={[
                  {
                    term: t('organisation.uscc'),
                    value: <span className="code">{one.uscc}</span>,
                    note: problem
                      ? fields(problem)
                      : t(
                          isUnusualUscc(one.uscc)
                            ? 'organisation.usccUnusual'
                            : 'organisation.usccGood',
                        ),
                  },
                  {
                    term: t('organisations.kind'),
                    value: one.financierKind
                      ? domain(`financierKind.${one.financierKind}`)
                      : domain(`organisationKind.${one.kind}`),
                  },
                  { term: t('organisations.place'), value: placed(one) },
                  ...(one.appliedAt
                    ? [
                        {
                          term: t('organisation.appliedOn'),
                          value: fullDay(dayOf(one.appliedAt), locale),
                        },
                      ]
                    : []),
                  ...(applies
                    ? [
                        {
                          term: t('organisation.evidence'),
                          value: proof.evidence ? (
                            <span lang="zh">{proof.evidence}</span>
                          ) : (
                            t('organisation.noEvidence')
                          ),
                        },
                      ]
                    : []),
                  ...(one.admittedOn
                    ? [
                        {
                          term: t('organisation.admittedOnEvidence'),
                          value: <span lang="zh">{one.admittedOn}</span>,
                        },
                      ]
                    : []),
                  ...(one.admittedAt
                    ? [
                        {
                          term: t('organisation.admittedOn'),
                          value: fullDay(dayOf(one.admittedAt), locale),
                        },
                      ]
                    : []),
                ]}
              />
              {profile && (
                <div className="border-t border-line">
                  <ProfileFacts profile={profile} whiteListed={found.listed} />
                </div>
              )}
            </CardBody>
          </Card>
          {(applies || proof.sides.length > 0) && (
            <Sides own={{ ...one, people: members, evidence: proof.evidence }} {...proof} />
          )}
          {isCompany && (
            <Card labelledBy="needs">
              <CardHead id="needs" title={t('organisation.needs', { count: needs.length })} />
              {needs.length === 0 ? (
                <CardBody>
                  <p className="text-ink-2">{t('organisation.noNeeds')}</p>
                </CardBody>
              ) : (
                <Table
                  caption={t('organisation.needsCaption')}
                  head={
                    <>
                      <Head>{t('needs.code')}</Head>
                      <Head>{t('needs.classes')}</Head>
                      <Head num>{t('needs.amount')}</Head>
                      <Head>{t('needs.state')}</Head>
                    </>
                  }
                >
                  {needs.map((need) => (
                    <Row key={need.id}>
                      <Cell head>
                        <QuietLink href={`/official/needs/${need.id}`}>
                          <span className="code">{need.code}</span>
                        </QuietLink>
                      </Cell>
                      <Cell label={t('needs.classes')}>
                        {listed(
                          need.classes.map((name) => domain(`class.${name}`)),
                          locale,
                        )}
                      </Cell>
                      <Cell num label={t('needs.amount')}>
                        {need.amountFen === null ? t('none') : money(need.amountFen, locale)}
                      </Cell>
                      <Cell label={t('needs.state')}>
                        <NeedStateTag state={need.state} />
                      </Cell>
                    </Row>
                  ))}
                </Table>
              )}
            </Card>
          )}
          <Card labelledBy="services">
            <CardHead id="services" title={t('organisation.services')} />
            <CardBody>
              {ledger ? (
                <p>
                  {t.rich('organisation.servicesCount', {
                    count: services.rows,
                    open: (words) => <QuietLink href={ledger}>{words}</QuietLink>,
                  })}
                </p>
              ) : (
                <p className="text-ink-2">{t('organisation.noServices')}</p>
              )}
            </CardBody>
          </Card>
        </div>
        <div className="space-y-5">
          <OrganisationActs
            actor={context.actor}
            id={id}
            name={one.name}
            state={one.state}
            isHeld={isHeld}
          />
          <Card labelledBy="members">
            <CardHead id="members" title={t('organisation.members', { count: members.length })} />
            <CardBody>
              {members.length === 0 && <p className="text-ink-2">{t('organisation.noMembers')}</p>}
              <ul className="divide-y divide-line">
                {members.map((member) => (
                  <li key={member.id} className="py-2">
                    <p className="font-medium">
                      <span lang="zh">{member.name}</span>
                      <span className="font-normal text-ink-2">
                        {' '}
                        · {domain(`role.${member.role}`)}
                        {member.state !== 'active' && ` · ${domain(`memberState.${member.state}`)}`}
                      </span>
                    </p>
                    <p className="text-small break-all text-ink-2">
                      {[member.phone, member.email].filter(Boolean).join(' · ')}
                    </p>
                  </li>
                ))}
              </ul>
            </CardBody>
          </Card>
          <Card labelledBy="history">
            <CardHead id="history" title={t('organisation.history')} />
            <CardBody>
              {history.length === 0 ? (
                <p className="text-ink-2">{t('organisation.noHistory')}</p>
              ) : (
                <History events={history} />
              )}
            </CardBody>
          </Card>
        </div>
      </div>
      {said && <DoneToast>{t(`organisation.done.${said}`, { name: one.name })}</DoneToast>}
    </main>
  )
}

import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { tags } from '@/components/ui/rich'
import { Chip } from '@/components/ui/tag'
import { Tabs } from '@/components/ui/tabs'
import { HeadlineFigure, TextLink } from '@/components/ui/text-links'
import { dayOf, monthOf } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { ledgerFirstDay } from '@/domain/ledger/ledger'
import { listRequestsInScope } from '@/domain/request/queries'
import { listBatches, listWhiteList } from '@/domain/white-list/queries'
import { countStandings, listStandings, type ListStanding } from '@/domain/white-list/white-list'
import { pathFor } from '@/messages/navigation'
import { PeriodForm } from '../../(public)/period-form'
import { askedOf } from '../asked'
import { questionWords } from '../question-words'
import { RegisterTabs } from '../register-tabs'
import { ScopeNote } from '../scope-note'
import { Unreadable } from '../unreadable'
import { listAddress } from './address'
import { ChainMatrix } from './chain-matrix'
import { CompanyRows } from './company-rows'
import { RequestsCard } from './requests-card'

const path = '/official/white-list'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('registers')
  return { title: t('tabs.white-list') }
}

/** Who is on the white list and how each is served, and what they ask beyond finance. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/white-list'>) {
  const own = await contextFor('official')
  const params = await searchParams
  const asked = await askedOf(own, path, params, { on: chains, is: listStandings })
  if (asked.trouble) return <Unreadable path={path} asked={asked} />
  const { context, question, parameters } = asked
  const on = chains.find((one) => one === textOf(params, 'on'))
  const is = listStandings.find((one) => one === textOf(params, 'is'))
  const [t, domain, locale, words, companies, requests, batches] = await Promise.all([
    getTranslations('registers'),
    getTranslations('domain'),
    getLocale(),
    questionWords(asked),
    listWhiteList(context, question),
    listRequestsInScope(context),
    listBatches(context),
  ])
  const counts = countStandings(companies)
  const ofChain = on ? companies.filter((one) => one.chains.includes(on)) : companies
  const shown = is ? ofChain.filter((one) => one.standing === is) : ofChain
  const byStanding = countStandings(ofChain)
  const opens = (standing: ListStanding, inside: ReactNode) => (
    <HeadlineFigure href={listAddress(parameters, { is: standing })}>{inside}</HeadlineFigure>
  )
  return (
    <main id="main" className="page py-6 sm:py-8">
      <RegisterTabs page="white-list" />
      <PageHead
        size="headline"
        title={t.rich('whiteList.headline', {
          ...tags,
          period: words.period,
          listed: companies.length,
          served: counts.served,
          talk: counts['in-talk'],
          never: counts.never,
          s: (inside) => opens('served', inside),
          t: (inside) => opens('in-talk', inside),
          v: (inside) => opens('never', inside),
        })}
      >
        <ScopeNote scope={asked.ownScope}>
          <p>
            {t('whiteList.method', { definition: words.definition, code: words.definitionCode })}
          </p>
        </ScopeNote>
      </PageHead>
      <div className="mb-5">
        <PeriodForm
          action={pathFor(locale, path)}
          period={question.period}
          known={{ from: monthOf(ledgerFirstDay), to: monthOf(dayOf(own.now)) }}
          keep={{ ...(on ? { on } : {}), ...(is ? { is } : {}) }}
        />
      </div>
      <div className="space-y-5">
        <ChainMatrix companies={companies} parameters={parameters} chosen={on} />
        <Card labelledBy="companies">
          <CardHead
            id="companies"
            title={t('whiteList.companiesFinding', { count: shown.length })}
            act={
              on && (
                <Chip
                  label={t('whiteList.chain')}
                  value={domain(`chain.${on}`)}
                  removeHref={listAddress(parameters, { is })}
                />
              )
            }
          />
          <Tabs
            inCard
            label={t('whiteList.byStanding')}
            tabs={[
              {
                href: listAddress(parameters, { on }),
                label: t('whiteList.all'),
                count: count(ofChain.length),
                current: !is,
              },
              ...listStandings.map((one) => ({
                href: listAddress(parameters, { on, is: one }),
                label: t(`whiteList.standing.${one}`),
                count: count(byStanding[one]),
                current: one === is,
              })),
            ]}
          />
          {shown.length === 0 ? (
            <CardBody>
              <EmptyState
                kind={companies.length === 0 ? 'nothing' : 'no-hits'}
                level={3}
                title={t('whiteList.nobody')}
                act={<TextLink href={path}>{t('whiteList.showAll')}</TextLink>}
              >
                {t('whiteList.nobodyNote')}
              </EmptyState>
            </CardBody>
          ) : (
            <CompanyRows
              companies={listStandings.flatMap((one) =>
                shown.filter(({ standing }) => standing === one),
              )}
              now={context.now}
            />
          )}
        </Card>
        <RequestsCard rows={requests} now={context.now} />
        <Card labelledBy="history">
          <CardHead id="history" title={t('whiteList.history')} note={t('whiteList.publicReads')} />
          <CardBody>
            <ul className="space-y-2">
              {batches.map((one) => (
                <li key={one.batchOn}>
                  <b>{fullDay(one.batchOn, locale)}</b>{' '}
                  {t('whiteList.batchOf', {
                    companies: one.companies,
                    chains: one.chains,
                    until: one.validTo
                      ? t('whiteList.validTo', { day: fullDay(one.validTo, locale) })
                      : t('whiteList.noEnd'),
                  })}
                </li>
              ))}
            </ul>
            <p className="mt-3">
              <TextLink href="/white-list">{t('whiteList.toPublic')}</TextLink>
            </p>
          </CardBody>
        </Card>
      </div>
    </main>
  )
}

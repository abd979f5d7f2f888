import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { BarCell } from '@/components/charts/bars'
import { count } from '@/components/format/figures'
import { moneyFigure, moneyHead } from '@/components/format/money'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { tags } from '@/components/ui/rich'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { HeadlineFigure, QuietLink } from '@/components/ui/text-links'
import { countDeclines } from '@/domain/gap/declines'
import { DECLINES_SHOWN_FROM, gapGroups, isInGroup } from '@/domain/gap/gap'
import { listGap } from '@/domain/gap/never-served'
import { listUnfitNeeds } from '@/domain/gap/unfit-needs'
import { zones } from '@/domain/place/place'
import { RegisterTabs } from '../register-tabs'
import { ScopeNote } from '../scope-note'
import { companiesOf, needsOf } from './address'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gap'))('title') }
}

/** What is missing: who was never served, which needs no product fits, and why financiers decline. */
export default async function Page() {
  const context = await contextFor('official')
  const [t, domain, locale, companies, needs, declines] = await Promise.all([
    getTranslations('gap'),
    getTranslations('domain'),
    getLocale(),
    listGap(context),
    listUnfitNeeds(context),
    countDeclines(context),
  ])
  const columns = gapGroups
  const rows = [...zones, 'none' as const].map((zone) => {
    const own = companies.filter((one) => (one.zone ?? 'none') === zone)
    return {
      zone,
      own,
      counts: columns.map((of) => own.filter((one) => isInGroup(one, of)).length),
    }
  })
  const whole = columns.map((of) => companies.filter((one) => isInGroup(one, of)).length)
  const both = companies.filter((one) => one.isListed && isInGroup(one, 'qualified')).length
  const never = companies.filter(({ isRegistered }) => isRegistered).length
  const rules = [...new Set(needs.map(({ rule }) => rule))]
    .map((rule) => {
      const own = needs.filter((one) => one.rule === rule)
      const openFen = own.reduce((sum, one) => sum + one.openFen, 0)
      return { rule, own, openFen, alone: own.filter((one) => one.alone.financiers > 0).length }
    })
    .toSorted((a, b) => b.own.length - a.own.length)
  const most = Math.max(1, ...rules.map(({ own }) => own.length))
  const link = (value: number, href: string) =>
    value > 0 ? <QuietLink href={href}>{count(value)}</QuietLink> : t('none')
  return (
    <main id="main" className="page py-6 sm:py-8">
      <RegisterTabs page="missing" />
      <PageHead
        size="headline"
        title={t.rich('headline', {
          ...tags,
          never,
          needs: needs.length,
          c: (inside) => <HeadlineFigure href={companiesOf({})}>{inside}</HeadlineFigure>,
          n: (inside) => <HeadlineFigure href={needsOf()}>{inside}</HeadlineFigure>,
        })}
      >
        <ScopeNote scope={context.actor.scope}>
          <p>{t('method')}</p>
        </ScopeNote>
      </PageHead>
      <div className="space-y-5">
        <Card labelledBy="never">
          <CardHead
            id="never"
            title={t('never', { listed: whole[0] ?? 0, qualified: whole[1] ?? 0 })}
            note={t('neverNote')}
          />
          <Table
            caption={t('neverCaption')}
            phone="scroll"
            head={
              <>
                <Head>{t('zone')}</Head>
                {columns.map((of) => (
                  <Head key={of} num>
                    {t(`group.${of}`)}
                  </Head>
                ))}
              </>
            }
          >
            {rows.map(({ zone, counts }) => (
              <Row key={zone}>
                <Cell head>{zone === 'none' ? t('noZone') : domain(`zone.${zone}`)}</Cell>
                {columns.map((of, at) => (
                  <Cell key={of} num>
                    {link(counts[at] ?? 0, companiesOf({ of, zone }))}
                  </Cell>
                ))}
              </Row>
            ))}
            <Row>
              <Cell head>
                <b>{t('all')}</b>
              </Cell>
              {columns.map((of, at) => (
                <Cell key={of} num>
                  {link(whole[at] ?? 0, companiesOf({ of }))}
                </Cell>
              ))}
            </Row>
          </Table>
          <CardFoot>
            <p>{t('overlap', { both })}</p>
          </CardFoot>
        </Card>
        <Card labelledBy="unfit">
          <CardHead id="unfit" title={t('unfit', { count: needs.length })} note={t('unfitNote')} />
          {rules.length === 0 ? (
            <CardBody>
              <EmptyState kind="nothing" level={3} title={t('noUnfit')}>
                {t('noUnfitNote')}
              </EmptyState>
            </CardBody>
          ) : (
            <Table
              caption={t('unfitCaption')}
              phone="scroll"
              head={
                <>
                  <Head>{t('rule')}</Head>
                  <Head num>{t('needs')}</Head>
                  <Head num>{moneyHead(t('open'), locale)}</Head>
                  <Head num>{t('byOne')}</Head>
                </>
              }
            >
              {rules.map(({ rule, own, openFen, alone }) => (
                <Row key={rule ?? 'none'}>
                  <Cell head>{rule ? domain(`rule.${rule}`) : t('noProduct')}</Cell>
                  <Cell num>
                    <BarCell value={own.length} most={most}>
                      {rule ? link(own.length, needsOf(rule)) : link(own.length, needsOf('class'))}
                    </BarCell>
                  </Cell>
                  <Cell num>{moneyFigure(openFen, locale)}</Cell>
                  <Cell num>{count(alone)}</Cell>
                </Row>
              ))}
            </Table>
          )}
        </Card>
        <Card labelledBy="declines">
          <CardHead
            id="declines"
            title={t('declines')}
            note={t('declinesNote', { least: DECLINES_SHOWN_FROM })}
          />
          {declines.length === 0 ? (
            <CardBody>
              <EmptyState kind="nothing" level={3} title={t('noDeclines')}>
                {t('noDeclinesNote', { least: DECLINES_SHOWN_FROM })}
              </EmptyState>
            </CardBody>
          ) : (
            <Table
              caption={t('declines')}
              head={
                <>
                  <Head>{t('chain')}</Head>
                  <Head>{t('codes')}</Head>
                </>
              }
            >
              {declines.map(({ chain, codes }) => (
                <Row key={chain ?? 'none'}>
                  <Cell head>{chain ? domain(`chain.${chain}`) : t('noChain')}</Cell>
                  <Cell label={t('codes')}>
                    <ul className="flex flex-wrap gap-x-5 gap-y-1">
                      {codes.map(({ code, count: declined }) => (
                        <li key={code}>
                          {domain(`declineCode.${code}`)} <b className="num">{count(declined)}</b>
                        </li>
                      ))}
                    </ul>
                  </Cell>
                </Row>
              ))}
            </Table>
          )}
        </Card>
      </div>
    </main>
  )
}

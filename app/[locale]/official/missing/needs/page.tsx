import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { Tabs } from '@/components/ui/tabs'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { whyNotOfficial } from '@/domain/actor'
import { addDays, dayOf } from '@/domain/calendar/calendar'
import { DAYS } from '@/domain/clock/clock'
import { noteLooks } from '@/domain/consent/note-looks'
import { listUnfitNeeds } from '@/domain/gap/unfit-needs'
import { DoneToast } from '../../done-toast'
import { ScopeNote } from '../../scope-note'
import { tell } from '../actions'
import { needsOf } from '../address'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gap'))('needsPage.title') }
}

/** The needs that no product fits, by the rule that blocks them, each with one step: tell those who miss it by that rule alone. */
export default async function Page({
  searchParams,
}: PageProps<'/[locale]/official/missing/needs'>) {
  const context = await contextFor('official')
  const params = await searchParams
  const [t, domain, refusals, locale, needs] = await Promise.all([
    getTranslations('gap'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
    listUnfitNeeds(context),
  ])
  const ruleOf = (one: (typeof needs)[number]) => one.rule ?? ('class' as const)
  const rules = [...new Set(needs.map(ruleOf))].toSorted(
    (a, b) =>
      needs.filter((one) => ruleOf(one) === b).length -
      needs.filter((one) => ruleOf(one) === a).length,
  )
  const rule = rules.find((one) => one === textOf(params, 'rule'))
  const shown = rule ? needs.filter((one) => ruleOf(one) === rule) : needs
  await noteLooks(
    context,
    shown.map(({ companyId }) => companyId),
    ['identity', 'need'],
    'list',
  )
  const no = whyNotOfficial(context.actor, 'verifier')
  const lately = addDays(dayOf(context.now), -DAYS.tellAgain)
  const told = textOf(params, 'done') === 'told' ? Number(textOf(params, 'told')) : 0
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/missing">{t('title')}</BackLink>}
        title={t('needsPage.finding', { count: shown.length })}
      >
        <ScopeNote scope={context.actor.scope}>
          <p>{t('needsPage.method')}</p>
        </ScopeNote>
      </PageHead>
      <Card as="div">
        <Tabs
          inCard
          label={t('needsPage.byRule')}
          tabs={[
            {
              href: needsOf(),
              label: t('needsPage.all'),
              count: count(needs.length),
              current: !rule,
            },
            ...rules.map((one) => ({
              href: needsOf(one),
              label: domain(`rule.${one}`),
              count: count(needs.filter((each) => ruleOf(each) === one).length),
              current: one === rule,
            })),
          ]}
        />
        {shown.length === 0 && (
          <CardBody>
            <EmptyState
              kind="nothing"
              title={t('noUnfit')}
              act={<TextLink href="/official/needs">{t('needsPage.toNeeds')}</TextLink>}
            >
              {t('noUnfitNote')}
            </EmptyState>
          </CardBody>
        )}
        {shown.map((one) => (
          <CardBody key={one.id} line>
            <div id={one.id} className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
              <div className="min-w-0 flex-1 basis-64">
                <p className="font-semibold">
                  <TextLink href={`/official/needs/${one.id}`}>
                    <span lang="zh">{one.companyName}</span>
                  </TextLink>{' '}
                  {money(one.openFen, locale)}
                </p>
                <p className="text-small text-ink-2">
                  {one.rule
                    ? t('needsPage.blockedBy', { rule: domain(`rule.${one.rule}`) })
                    : t('noProduct')}{' '}
                  · {t('needsPage.alone', { financiers: one.alone.financiers })} ·{' '}
                  <span className="code">{one.code}</span>
                  {one.toldOn &&
                    ` · ${t('needsPage.toldOn', { day: fullDay(one.toldOn, locale) })}`}
                </p>
              </div>
              {one.alone.financiers > 0 && !(one.toldOn && one.toldOn > lately) ? (
                no ? (
                  <DisabledButton id={`tell-${one.id}`} reason={refusals(no)}>
                    {t('needsPage.tell', { financiers: one.alone.financiers })}
                  </DisabledButton>
                ) : (
                  <Form
                    action={tell.bind(null, one.id)}
                    label={t('needsPage.tellOf', { code: one.code })}
                  >
                    <SubmitButton tone="plain" size="small">
                      {t('needsPage.tell', { financiers: one.alone.financiers })}
                      <span className="sr-only"> {one.code}</span>
                    </SubmitButton>
                  </Form>
                )
              ) : (
                <TextLink href={`/official/needs/${one.id}`}>{t('needsPage.look')}</TextLink>
              )}
            </div>
          </CardBody>
        ))}
      </Card>
      {told > 0 && <DoneToast>{t('needsPage.told', { financiers: told })}</DoneToast>}
    </main>
  )
}

import { ChevronDown, ChevronRight } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { inside, listed } from '@/components/format/lists'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import type { FinancierActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { dryRunTerms, type ProductReach } from '@/domain/match/dry-run-product'
import { asideWords, fieldLabels, ReachRules, ReachSpread, ReachLoosenings } from './reach-parts'
import type { TypedProduct } from './typed-product'

/** Whom the terms beside it would reach, typed or saved; what is not whole yet is left out, and said. */
export async function ReachPanel({
  context,
  typed,
}: {
  context: Context<FinancierActor>
  typed: TypedProduct
}) {
  const [t, domain, refusals] = await Promise.all([
    getTranslations('product'),
    getTranslations('domain'),
    getTranslations('refusals'),
  ])
  const { terms, left, contradiction } = typed
  if (contradiction !== null) {
    const rule = domain(`rule.${contradiction}`)
    return (
      <Panel title={t('reach.panel.contradictTitle', { rule })}>
        <p className="mt-1">{t('reach.panel.contradict')}</p>
      </Panel>
    )
  }
  if (terms === null)
    return (
      <Panel title={t('reach.panel.notYet')}>
        <p className="mt-1 text-small text-ink-2">{t('reach.panel.notYetText')}</p>
      </Panel>
    )
  const done = await dryRunTerms(context, terms)
  if (!done.ok)
    return (
      <Panel title={t('reach.panel.notYet')}>
        <p className="mt-1">
          {done.refusal === 'too-many-attempts'
            ? t('reach.panel.pause', { minutes: done.facts?.minutes ?? 1 })
            : refusals(done.refusal)}
        </p>
      </Panel>
    )
  return <Reckoned reach={done.value} left={left} />
}

async function Reckoned({ reach, left }: { reach: ProductReach; left: TypedProduct['left'] }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('product'),
    getTranslations('domain'),
    getLocale(),
  ])
  const { run } = reach
  const aside = asideWords(reach.aside, { t, domain, locale })
  const names = [
    ...left.fields.map((field) => t(fieldLabels[field])),
    ...left.criteria.map((fact) => domain(`rule.${fact}`)),
  ]
  const notes = [
    ...(names.length > 0
      ? [
          t('reach.panel.left', {
            fields: listed(
              names.map((name) => inside(name, locale)),
              locale,
            ),
          }),
        ]
      : []),
    ...(aside === '' ? [] : [aside]),
  ]
  return (
    <Panel
      title={t('reach.panel.title', { band: run.companies })}
      more={
        <>
          {run.loosenings.length > 0 && (
            <CardBody line>
              <ReachLoosenings run={run} beside />
            </CardBody>
          )}
          <CardBody line>
            <ReachRules run={run} />
          </CardBody>
          {run.byDistrict.length > 0 && (
            <details className="group/spread border-t border-line">
              <summary className="flex cursor-pointer list-none items-center gap-2 px-4 py-3 font-semibold sm:px-5 [&::-webkit-details-marker]:hidden">
                <ChevronRight
                  aria-hidden
                  size={16}
                  className="text-ink-2 group-open/spread:rotate-90"
                />
                {t('reach.panel.spread')}
              </summary>
              <div className="px-4 pb-4 sm:px-5">
                <ReachSpread run={run} narrow />
              </div>
            </details>
          )}
        </>
      }
    >
      <p className="mt-1 text-small text-ink-2">{t('reach.panel.of', { band: run.needs })}</p>
      {notes.map((note) => (
        <p key={note} className="mt-2 text-small text-warn">
          {note}
        </p>
      ))}
    </Panel>
  )
}

/** On a phone its finding stays in sight above the form, covering no field of it at first, and leads down to the panel. */
async function Panel({
  title,
  children,
  more,
}: {
  title: string
  children: ReactNode
  more?: ReactNode
}) {
  const t = await getTranslations('product')
  return (
    <>
      <a
        href="#reach"
        className="sticky top-14 z-10 order-first -mx-4 flex h-13 items-center justify-between gap-3 border-y border-line-2 bg-raised px-4 font-semibold lg:hidden"
      >
        {title}
        <ChevronDown aria-hidden size={16} className="shrink-0 text-ink-2" />
      </a>
      <div id="reach" className="relative scroll-mt-18 bg-paper max-lg:-mx-4 max-lg:px-4">
        <Card as="aside" labelledBy="reach-title">
          <CardBody>
            <h2 id="reach-title" aria-live="polite" className="text-headline-phone">
              {title}
            </h2>
            {children}
          </CardBody>
          {more}
          <CardFoot>
            <p className="noscript:hidden">{t('reach.panel.foot')}</p>
            <p className="hidden noscript:block">{t('reach.panel.footSaved')}</p>
          </CardFoot>
        </Card>
      </div>
    </>
  )
}

import type { Metadata } from 'next'
import { Bell } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { contextFor } from '@/app/session'
import { count } from '@/components/format/figures'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import {
  countLeads,
  countLeadTabs,
  findLead,
  LEADS_A_PAGE,
  listLeads,
  type LeadList,
} from '@/domain/match/queries'
import { whyNotActAs } from '@/domain/actor'
import { countOwnMoves } from '@/domain/introduction/queries'
import { Written } from '@/components/ui/written'
import { listViews } from '@/domain/view/queries'
import { pathFor } from '@/messages/navigation'
import { LeadFilters } from './lead-filters'
import { LeadKeys } from './lead-keys.client'
import { LeadPeek } from './lead-peek'
import { LeadRow } from './lead-row'
import { NoLeads } from './no-leads'
import { leadsHref, placeAmong, readLeadAddress, type LeadPlace } from './lead-address'
import { OwnMoves } from './own-moves'
import { PassByKey } from './pass-by-key'
import { PassedToast } from './passed-toast'
import { ViewBar } from './views/view-bar'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('leads.title') }
}

/** What a tab keeps of the filter: the conditions, but neither product nor list nor view. */
function conditionsOf({
  productId: _p,
  whiteListed: _w,
  passed: _o,
  today: _t,
  view: _v,
  ...rest
}: LeadPlace): LeadList {
  return rest
}

export default async function Page({ searchParams }: PageProps<'/[locale]/financier'>) {
  const context = await contextFor('financier')
  const query = await searchParams
  const { filter: asked, after, lead, done } = readLeadAddress(query)
  const views = await listViews(context)
  const first = views.find(({ opensFirst }) => opensFirst)
  if (first && Object.keys(query).length === 0)
    redirect(pathFor(await getLocale(), leadsHref({ view: { id: first.id, changed: false } })))
  const { place: filter, view } = placeAmong(asked, views)
  const [t, locale, found, total, tabs, mine] = await Promise.all([
    getTranslations('financier'),
    getLocale(),
    listLeads(context, filter, after),
    countLeads(context, filter),
    countLeadTabs(context, views),
    countOwnMoves(context, context.actor.memberId),
  ])
  const leads = found.slice(0, LEADS_A_PAGE)
  const last = leads.at(-1)
  const next = found.length > LEADS_A_PAGE && last ? { fit: last.fit, id: last.id } : null
  const openId = lead === 'none' ? null : (lead ?? leads[0]?.id ?? null)
  const open =
    leads.find(({ id }) => id === openId) ?? (openId ? await findLead(context, openId) : null)
  const place = leads.findIndex(({ id }) => id === open?.id)
  const hrefOf = (id: string | undefined) => id && leadsHref(filter, { after, lead: id })
  const conditions = conditionsOf(filter)
  const back = { filter, after }
  const tab = (own: LeadList, label: ReactNode, leadsIn: number) => ({
    // A view's own conditions stay with the view.
    href: leadsHref({ ...(view ? {} : conditions), ...own, view: filter.view && 'none' }),
    label,
    count: leadsIn,
    current:
      !view &&
      filter.productId === own.productId &&
      filter.today === own.today &&
      filter.whiteListed === own.whiteListed &&
      filter.passed === own.passed,
  })
  return (
    <main id="main" className="page-wide py-6">
      <PageHead
        title={t('leads.title')}
        act={
          <LeadKeys
            shows={`${open?.id} ${done}`}
            words={{
              open: t('keys.open'),
              title: t('keys.title'),
              on: t('keys.on'),
              rows: (['j', 'k', 'enter', 'c', 'x', 'u', 'slash', 'help', 'escape'] as const).map(
                (key) => [t(`keys.key.${key}`), t(`keys.does.${key}`)],
              ),
            }}
          />
        }
      />
      <Tabs
        label={t('leads.tabs')}
        tabs={[
          tab({ today: true }, t('leads.today'), tabs.today),
          tab({}, t('leads.all'), tabs.all),
          ...views.map(({ id, name, alert }) => ({
            href: leadsHref({ view: { id, changed: false } }),
            label: (
              <span className="inline-flex items-center gap-2">
                {alert && <Bell aria-label={t('views.alertOn')} size={14} />}
                <Written>{name}</Written>
              </span>
            ),
            count: tabs.views.get(id) ?? 0,
            current: view?.id === id,
          })),
          tab({ whiteListed: true }, t('leads.whiteList'), tabs.whiteListed),
          tab({ passed: true }, t('leads.passedOver'), tabs.passed),
          ...tabs.products.map(({ id, name, leads: fitting }) =>
            tab({ productId: id }, name, fitting),
          ),
        ]}
      />
      <div className="my-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="relative flex flex-wrap items-center gap-2">
          <LeadFilters filter={filter} asOf={context.now} />
          <ViewBar actor={context.actor} place={filter} view={view} asOf={context.now} />
        </div>
        <p className="text-small text-ink-2">{t('leads.order')}</p>
      </div>
      {filter.today && mine.waiting > 0 && (
        <OwnMoves moves={mine} memberId={context.actor.memberId} />
      )}
      {!whyNotActAs(context.actor, 'financier') && <PassByKey back={back} />}
      {leads.length === 0 ? (
        <Card>
          <CardBody>
            <NoLeads
              filter={filter}
              all={tabs.all}
              conditions={conditions}
              state={context.actor.organisationState}
            />
          </CardBody>
        </Card>
      ) : (
        <div
          className={
            open
              ? 'grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_minmax(400px,38%)] xl:grid-cols-[minmax(0,1fr)_450px]'
              : ''
          }
        >
          <Card labelledBy="leads">
            <h2 id="leads" className="sr-only">
              {t('leads.list')}
            </h2>
            <ol>
              {leads.map((row) => (
                <LeadRow
                  key={row.id}
                  lead={row}
                  now={context.now}
                  href={leadsHref(filter, { after, lead: row.id })}
                  selected={row.id === open?.id}
                />
              ))}
            </ol>
            <CardFoot>
              <Pagination
                summary={t(after ? 'leads.later' : 'leads.first', {
                  shown: count(leads.length),
                  total: count(total),
                })}
                startHref={after ? leadsHref(filter) : undefined}
                nextHref={next ? leadsHref(filter, { after: next }) : undefined}
                size={LEADS_A_PAGE}
              />
            </CardFoot>
          </Card>
          {open && (
            <div className="@container max-lg:hidden lg:sticky lg:top-[72px] lg:max-h-[max(480px,calc(100dvh-252px))] lg:overflow-y-auto">
              <LeadPeek
                context={context}
                lead={open}
                locale={locale}
                back={back}
                previousHref={hrefOf(leads[place - 1]?.id)}
                nextHref={place >= 0 ? hrefOf(leads[place + 1]?.id) : undefined}
                nextId={leads[place + 1]?.id ?? leads[place - 1]?.id}
                closeHref={leadsHref(filter, { after, lead: 'none' })}
              />
            </div>
          )}
        </div>
      )}
      {done && <PassedToast context={context} matchId={done} back={back} />}
    </main>
  )
}

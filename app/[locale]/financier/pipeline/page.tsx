import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { count } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Cuts, Tabs } from '@/components/ui/tabs'
import { Tag } from '@/components/ui/tag'
import { whyNotActAs } from '@/domain/actor'
import { countOwnMoves, listOwnIntroductions } from '@/domain/introduction/queries'
import { listColleagues } from '@/domain/member/queries'
import { groupsOf, shows, statesOf, type Show } from './groups'
import { PipelineRow } from './pipeline-row'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('nav.pipeline') }
}

function hrefOf(show: Show, member: string | undefined): string {
  const query = new URLSearchParams({
    ...(show === 'live' ? {} : { show }),
    ...(member ? { member } : {}),
  }).toString()
  return `/financier/pipeline${query ? `?${query}` : ''}`
}

export default async function Page({ searchParams }: PageProps<'/[locale]/financier/pipeline'>) {
  const context = await contextFor('financier')
  const query = await searchParams
  const show = shows.find((one) => one === query.show) ?? 'live'
  const [t, locale, all, moves, colleagues] = await Promise.all([
    getTranslations('financier'),
    getLocale(),
    listOwnIntroductions(context, statesOf[show]),
    countOwnMoves(context),
    listColleagues(context),
  ])
  const member = colleagues.find(({ id }) => id === query.member)
  const rows = member ? all.filter((row) => row.assignedMemberId === member.id) : all
  const groups = groupsOf(rows)
  const mayAct = whyNotActAs(context.actor, 'financier') === null
  return (
    <main id="main" className="page-wide py-6">
      <PageHead title={t('nav.pipeline')}>
        {t(mayAct ? 'pipeline.summary' : 'pipeline.summaryReader', moves)}
      </PageHead>
      <Tabs
        label={t('pipeline.tabs')}
        tabs={shows.map((one) => ({
          href: hrefOf(one, member?.id),
          label: t(`pipeline.show.${one}`),
          count: one === show ? rows.length : undefined,
          current: one === show,
        }))}
      />
      {colleagues.length > 1 && (
        <div className="mt-3 flex flex-wrap items-center gap-x-2">
          <span className="text-small text-ink-2">{t('pipeline.by')}</span>
          <Cuts
            label={t('pipeline.by')}
            cuts={[
              { href: hrefOf(show, undefined), label: t('pipeline.everybody'), current: !member },
              ...colleagues
                .filter(({ state }) => state === 'active')
                .map(({ id, name }) => ({
                  href: hrefOf(show, id),
                  label: name,
                  current: member?.id === id,
                })),
            ]}
          />
        </div>
      )}
      <div className="mt-4 space-y-5">
        {groups.length === 0 && (
          <Card>
            <CardBody>
              <EmptyState
                kind={member ? 'no-hits' : 'nothing'}
                title={t(member ? 'pipeline.noneOf' : `pipeline.none.${show}`, {
                  name: member?.name ?? '',
                })}
                act={
                  <LinkButton href={member ? hrefOf(show, undefined) : '/financier'} size="small">
                    {t(member ? 'pipeline.toAll' : 'pipeline.toLeads')}
                  </LinkButton>
                }
              >
                {t('pipeline.noneText')}
              </EmptyState>
            </CardBody>
          </Card>
        )}
        {groups.map((group) => (
          <Card key={group.name} labelledBy={`group-${group.name}`}>
            <CardHead
              id={`group-${group.name}`}
              title={t(`pipeline.group.${group.name}`)}
              note={t('pipeline.groupSum', {
                count: count(group.rows.length),
                amount: group.sums
                  .map(({ kind, fen }) => t(`pipeline.sum.${kind}`, { amount: money(fen, locale) }))
                  .join(t('pipeline.separator')),
              })}
              act={
                group.isOwnMove && (
                  <Tag tone="warn">{t(mayAct ? 'pipeline.yours' : 'pipeline.colleagues')}</Tag>
                )
              }
            />
            <ol>
              {group.rows.map((row) => (
                <PipelineRow key={row.id} row={row} now={context.now} />
              ))}
            </ol>
          </Card>
        ))}
      </div>
    </main>
  )
}

import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { whyNotActAs } from '@/domain/actor'
import { listOwnDisclosures } from '@/domain/consent/queries'
import { furthestOf } from '@/domain/need/life'
import { hasEnded } from '@/domain/need/need'
import { listOwnNeeds, type OwnNeed } from '@/domain/need/queries'
import { standingOf } from '@/domain/need/standing'
import { findOwnProfile } from '@/domain/profile/queries'
import { CurrentNeed } from './_home/current-need'
import { InTalk } from './_home/in-talk'
import { LesserTasks } from './_home/lesser-tasks'
import { OtherNeeds, PreviousNeeds } from './_home/other-needs'
import { ProfileState } from './_home/profile-state'
import { Seen } from './_home/seen'
import { Todo } from './_home/todo'
import { Welcome } from './_home/welcome'
import { WhiteListCard } from './_home/white-list-card'
import { ownTasks } from './own-tasks'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('company'))('home.title') }
}

const order = ['in-review', 'published'] as const

/** The open need that has come furthest stands first. */
function currentOf(needs: readonly OwnNeed[]): OwnNeed | undefined {
  const open = needs.filter(({ state }) => (order as readonly string[]).includes(state))
  const furthest = furthestOf(
    open.flatMap((one) => one.introductions.map(({ state }) => ({ state, one }))),
  )
  return furthest?.one ?? open.find(({ state }) => state === 'published') ?? open[0]
}

export default async function Page() {
  const context = await contextFor('company')
  const [t, needs, tasks, profile, seen] = await Promise.all([
    getTranslations('company'),
    listOwnNeeds(context),
    ownTasks(),
    findOwnProfile(context),
    listOwnDisclosures(context, 4),
  ])
  const current = currentOf(needs)
  const ended = needs.filter(({ state }) => hasEnded(state))
  const others = needs.filter(
    (one) => one !== current && !ended.includes(one) && one.state !== 'draft',
  )
  const talking = needs.filter((one) => standingOf(one).inTalk > 0).length
  const drawn = needs.filter((one) => standingOf(one).drawn > 0).length
  const { now } = context
  const mayWrite = whyNotActAs(context.actor, 'company', ['applied']) === null
  return (
    <main id="main" className="page py-8">
      <PageHead
        title={t('home.title')}
        act={
          mayWrite && (
            <LinkButton
              href="/company/needs/new"
              tone="primary"
              icon={<Plus aria-hidden size={16} />}
            >
              {t('home.new')}
            </LinkButton>
          )
        }
      >
        {t('home.summary', { company: context.actor.organisationName, talking, drawn })}
      </PageHead>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="space-y-5">
          {needs.length === 0 ? (
            <Welcome profile={profile} actor={context.actor} />
          ) : (
            <Card as="div">
              {current && <CurrentNeed need={current} now={now} />}
              <CardBody line={current !== undefined}>
                <Todo tasks={tasks} now={now} actor={context.actor} />
              </CardBody>
              <LesserTasks drafts={tasks.drafts} profile={profile} now={now} mayWrite={mayWrite} />
              {current && <InTalk need={current} now={now} />}
            </Card>
          )}
          {others.length > 0 && <OtherNeeds needs={others} now={now} />}
          {ended.length > 0 && <PreviousNeeds needs={ended} mayWrite={mayWrite} />}
        </div>
        <div className="space-y-5">
          <Seen seen={seen} now={now} mayAct={whyNotActAs(context.actor, 'company') === null} />
          <WhiteListCard context={context} />
          <ProfileState profile={profile} now={now} />
        </div>
      </div>
    </main>
  )
}

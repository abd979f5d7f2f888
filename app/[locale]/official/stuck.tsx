import { getLocale, getTranslations } from 'next-intl/server'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardFoot, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { TextLink } from '@/components/ui/text-links'
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { noteLooks } from '@/domain/consent/note-looks'
import { listDisputedInScope } from '@/domain/ledger/queries'
import {
  listNeedsToReview,
  listOverdueIntroductions,
  listUnansweredNeeds,
} from '@/domain/need/official-queries'
import { listApplicantsInScope } from '@/domain/organisation/queries'
import { deedOf } from '@/domain/product/classes'
import { listOverdueRequests } from '@/domain/request/queries'

interface StuckThing {
  id: string
  /** Null where it is about a financier. */
  companyId: string | null
  title: string
  why: string
  act: string
  href: string
  due: Date | null
}

/** What has waited longer than it may, longest first: unanswered needs, overdue introductions, reviews and requests, disputes. */
async function gather(context: Context<OfficialActor>, most: number) {
  const { now } = context
  const [t, domain, locale] = await Promise.all([
    getTranslations('official.stuck'),
    getTranslations('domain'),
    getLocale(),
  ])
  const [unanswered, overdue, disputed, applicants, reviews, requests] = await Promise.all([
    listUnansweredNeeds(context, most),
    listOverdueIntroductions(context, most),
    listDisputedInScope(context, most),
    listApplicantsInScope(context),
    listNeedsToReview(context),
    listOverdueRequests(context),
  ])
  const lateApplicants = applicants.filter(({ dueAt }) => dueAt !== null && dueAt <= now)
  const lateReviews = reviews.filter(
    ({ reviewDueAt }) => reviewDueAt !== null && reviewDueAt <= now,
  )
  const things: StuckThing[] = [
    ...unanswered.map((one) => ({
      id: one.id,
      companyId: one.companyId,
      title: one.companyName,
      why: t('unanswered', { code: one.code }),
      act: t('look'),
      href: `/official/needs/${one.id}`,
      due: one.answerDueAt,
    })),
    ...overdue.map((one) => ({
      id: one.id,
      companyId: one.companyId,
      title: one.companyName,
      why: t('overdue', {
        code: one.needCode,
        state: domain(`introductionState.${one.state}`, { deed: deedOf(one.class) }),
      }),
      act: t('look'),
      href: `/official/needs/${one.needId}`,
      due: one.dueAt,
    })),
    ...lateReviews.map((one) => ({
      id: `review ${one.id}`,
      companyId: one.companyId,
      title: one.companyName,
      why: t('review', { code: one.code }),
      act: t('reviewAct'),
      href: `/official/needs/${one.id}`,
      due: one.reviewDueAt,
    })),
    ...lateApplicants.map((one) => ({
      id: one.id,
      companyId: one.kind === 'company' ? one.id : null,
      title: one.name,
      why: t('applicant'),
      act: t('reviewAct'),
      href: `/official/organisations/${one.id}`,
      due: one.dueAt,
    })),
    ...requests.map(({ request, companyId, companyName }) => ({
      id: request.id,
      companyId,
      title: companyName,
      why: t('request', { code: request.code }),
      act: t('look'),
      href: `/official/requests/${request.id}`,
      due: request.dueAt,
    })),
    ...disputed.map((one) => ({
      id: one.id,
      companyId: one.companyId,
      title: one.companyName,
      why: t('disputed', {
        amount: money(one.amountFen, locale),
        class: domain(`class.${one.class}`),
      }),
      act: t('decide'),
      href: `/official/ledger/${one.id}`,
      due: null,
    })),
  ]
  const total =
    (unanswered[0]?.ofAll ?? 0) +
    (overdue[0]?.ofAll ?? 0) +
    (disputed[0]?.ofAll ?? 0) +
    lateApplicants.length +
    requests.length +
    lateReviews.length
  const since = ({ due }: StuckThing) => due?.getTime() ?? Infinity
  return { total, things: things.toSorted((a, b) => since(a) - since(b)) }
}

/** The card on the monitor, or the whole list among the to-dos. */
export async function Stuck({
  context,
  most,
  allHref,
}: {
  context: Context<OfficialActor>
  most: number
  allHref?: string
}) {
  const t = await getTranslations('official.stuck')
  const { total, things } = await gather(context, most)
  const shown = allHref ? pickOfEach(things, most) : things
  await noteLooks(
    context,
    shown.flatMap(({ companyId }) => companyId ?? []),
    ['identity'],
    'list',
  )
  return (
    <Card labelledBy="stuck">
      <CardHead
        id="stuck"
        title={t('title', { count: total })}
        note={total === 0 ? t('noneNote') : undefined}
        act={allHref && total > 0 && <TextLink href={allHref}>{t('all')}</TextLink>}
      />
      {shown.map((one) => (
        <CardBody key={one.id} line>
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-semibold">
                <span lang="zh">{one.title}</span>
              </p>
              <p className="text-small text-ink-2">{one.why}</p>
              {one.due && (
                <p className="mt-1">
                  <ClockChip due={one.due} now={context.now} />
                </p>
              )}
            </div>
            <LinkButton href={one.href} size="small">
              {one.act}
              <span className="sr-only" lang="zh">
                {' '}
                {one.title}
              </span>
            </LinkButton>
          </div>
        </CardBody>
      ))}
      {!allHref && total > shown.length && (
        <CardFoot>{t('more', { shown: shown.length, total })}</CardFoot>
      )}
    </Card>
  )
}

/** A few, so that no kind hides another: each kind's first in turn. */
function pickOfEach(things: StuckThing[], most: number): StuckThing[] {
  const kinds = new Map<string, StuckThing[]>()
  for (const thing of things) {
    const kind = `${thing.act} ${thing.href.split('/')[2] ?? ''}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), thing])
  }
  const queues = [...kinds.values()]
  const picked: StuckThing[] = []
  for (let round = 0; picked.length < most && queues.some((queue) => queue[round]); round++)
    for (const queue of queues) {
      const one = queue[round]
      if (one && picked.length < most) picked.push(one)
    }
  return picked
}

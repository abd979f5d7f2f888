import { useLocale, useTranslations } from 'next-intl'
import { nearClock, nearDay, timeLeft } from '@/components/format/dates'
import { LifeSteps, type LifeStep } from '@/components/ui/steps'
import { dayOf } from '@/domain/calendar/calendar'
import type { IntroductionState } from '@/domain/introduction/introduction'
import type { FinancierMet } from './met'

const order = ['met', 'consented', 'contacted', 'complete', 'decided', 'drawn'] as const
type Step = (typeof order)[number]

/** The step that a state is on its way to. */
const goingTo: Record<Exclude<IntroductionState, 'ended'>, Step | null> = {
  invited: 'consented',
  assigned: 'consented',
  requested: 'consented',
  open: 'contacted',
  'in-contact': 'complete',
  'file-complete': 'decided',
  approved: 'drawn',
  drawn: null,
}

/** From the first row to the money: what was with its day, what is with its clock. */
export function Life({ met, now }: { met: FinancierMet; now: Date }) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  const moments: Record<Step, Date | null> = {
    met: met.createdAt,
    consented: met.openedAt,
    contacted: met.contactedAt,
    complete: met.fileCompleteAt,
    decided: met.approvedAt,
    drawn: met.drawnAt,
  }
  const today = dayOf(now)
  const next = met.state === 'ended' ? null : goingTo[met.state]
  const steps = order.map((id): LifeStep => {
    const moment = moments[id]
    const name = id === 'met' ? domain(`origin.${met.origin}`) : t(`intro.step.${id}`)
    if (id === next)
      return {
        id,
        name,
        state: 'now',
        warn: met.dueAt !== null && met.dueAt <= now,
        note:
          met.dueAt === null
            ? undefined
            : met.dueAt <= now
              ? timeLeft(met.dueAt, now, locale)
              : t('intro.due', { when: nearClock(met.dueAt, now, locale) }),
      }
    return moment && (next === null || order.indexOf(id) < order.indexOf(next))
      ? { id, name, state: 'done', note: nearDay(dayOf(moment), today, locale) }
      : { id, name, state: 'ahead' }
  })
  const ended: LifeStep[] = met.endedAt
    ? [
        {
          id: 'ended',
          name: domain('introductionState.ended'),
          state: 'now',
          note: nearDay(dayOf(met.endedAt), today, locale),
        },
      ]
    : []
  return (
    <LifeSteps
      label={t('intro.life')}
      steps={met.endedAt ? [...steps.filter(({ state }) => state === 'done'), ...ended] : steps}
    />
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { nearDay } from '@/components/format/dates'
import { CardBody } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Dated } from '@/components/ui/dated'
import { LifeSteps, type LifeStep } from '@/components/ui/steps'
import { QuietLink } from '@/components/ui/text-links'
import { dayOf, type Day } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { isLive } from '@/domain/introduction/introduction'
import { furthestOf, lifeOf, type LifeNeed, type LifePoint } from '@/domain/need/life'
import { termsOf } from '@/domain/need/need'
import type { OwnNeed } from '@/domain/need/queries'
import { deedOf } from '@/domain/product/classes'
import { needLine, needTitle } from '../need-words'

/** What the life of a need is read from. */
function lifeNeed(need: OwnNeed): LifeNeed {
  const drawings = need.introductions.flatMap((met) => met.drawings)
  const waiting = drawings.filter(({ state }) => state === 'reported')
  const settled = drawings.length > 0 && waiting.length === 0
  return {
    ...need,
    confirmedAt: settled ? (need.endedAt ?? need.savedAt) : null,
    confirmDueAt: waiting[0]?.confirmDueAt ?? null,
    introductions: need.introductions.map((met) => ({
      ...met,
      offerWaits: met.offers.some(({ state }) => state === 'approved'),
    })),
  }
}

export async function LifeOfNeed({ need, now }: { need: OwnNeed; now: Date }) {
  const [t, locale] = await Promise.all([getTranslations('need'), getLocale()])
  const today = dayOf(now)
  const life = lifeOf(lifeNeed(need))
  const going = need.introductions.filter(({ state }) => isLive(state) || state === 'drawn')
  const furthest = furthestOf(going)
  const [first = 'credit-loan'] = need.classes
  const deed = deedOf(furthest?.productClass ?? first)
  const short = (day: Day) => nearDay(day, today, locale)
  const noteOf = ({ step, state, on, latest, waitsFor }: LifePoint) => {
    if (state === 'done')
      return step === 'confirmed'
        ? undefined
        : step === 'introduced' && on
          ? t('life.introduced', { day: short(on), count: going.length })
          : on && short(on)
    if (waitsFor === 'company') return t('life.waitsForYou')
    if (step === 'confirmed') return t('life.confirmWithin', { days: WORKING_DAYS.confirm })
    if (step === 'drawn' && state === 'ahead' && latest)
      return t('life.wanted', { day: short(latest) })
    return latest ? t('life.latest', { day: short(latest) }) : undefined
  }
  const steps = life.map((point): LifeStep => ({
    id: point.step,
    name: t(`life.steps.${point.step}`, { deed }),
    note: noteOf(point),
    warn: point.waitsFor === 'company',
    state: point.state,
  }))
  const next = life.find(({ state }) => state === 'now')
  return (
    <>
      <LifeSteps steps={steps} label={t('life.label')} />
      {need.state === 'published' && next && (
        <p className="mt-3 text-small text-ink-2">
          <Dated>
            {furthest
              ? t('life.furthest', {
                  financier: furthest.financierName,
                  step: t(`life.steps.${next.step}`, { deed }),
                  day: next.latest ? short(next.latest) : '',
                  dated: next.latest ? 'yes' : 'no',
                })
              : t('life.nobody', {
                  products: need.fitting.products,
                  financiers: need.fitting.financiers,
                })}
          </Dated>
        </p>
      )}
    </>
  )
}

/** The need that has come furthest: what it is, where it stands, what comes by when. */
export async function CurrentNeed({ need, now }: { need: OwnNeed; now: Date }) {
  const [domain, t, locale] = await Promise.all([
    getTranslations('domain'),
    getTranslations('need'),
    getLocale(),
  ])
  const say = { domain, need: t, locale }
  return (
    <CardBody>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="text-h1">
          <QuietLink href={`/company/needs/${need.id}`}>{needTitle(need, say)}</QuietLink>
        </h2>
        <span className="text-small">
          <Code>{need.code}</Code>
        </span>
      </div>
      <p className="mt-1 mb-5 text-small text-ink-2">
        <Dated>{needLine(termsOf(need), say)}</Dated>
      </p>
      <LifeOfNeed need={need} now={now} />
    </CardBody>
  )
}

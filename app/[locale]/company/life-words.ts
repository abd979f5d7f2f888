import type { Locale, useTranslations } from 'next-intl'
import { nearDay, timeLeft } from '@/components/format/dates'
import { dayOf, type Day } from '@/domain/calendar/calendar'
import { isLive } from '@/domain/introduction/introduction'
import {
  companyWordOf,
  furthestOf,
  lifeOf,
  type CompanyWord,
  type LifePoint,
} from '@/domain/need/life'
import type { OwnNeed } from '@/domain/need/queries'
import { findingOf } from '@/domain/need/standing'

type Say = ReturnType<typeof useTranslations<'need'>>

/** What of a need its life is read from. */
export type LivingNeed = Pick<
  OwnNeed,
  | 'state'
  | 'publishedAt'
  | 'reviewDueAt'
  | 'answerDueAt'
  | 'firstAnswerAt'
  | 'wantedBy'
  | 'openFen'
  | 'isBeingJudged'
  | 'fitting'
> & {
  introductions: (Pick<
    OwnNeed['introductions'][number],
    | 'state'
    | 'dueAt'
    | 'openedAt'
    | 'fileCompleteAt'
    | 'approvedAt'
    | 'drawnAt'
    | 'decisionDays'
    | 'financierName'
  > & {
    offers: Pick<OwnNeed['introductions'][number]['offers'][number], 'state'>[]
    drawings: Pick<OwnNeed['introductions'][number]['drawings'][number], 'state' | 'confirmDueAt'>[]
  })[]
}

/** Each step with its name and note, and the sentence on what comes next; null where nothing does. */
export function lifeWords(need: LivingNeed, now: Date, t: Say, locale: Locale) {
  const drawings = need.introductions.flatMap((met) => met.drawings)
  const word = companyWordOf(drawings)
  const life = lifeOf(
    {
      ...need,
      answerDueAt: need.firstAnswerAt === null ? need.answerDueAt : null,
      word,
      confirmDueAt: drawings.find(({ state }) => state === 'reported')?.confirmDueAt ?? null,
      introductions: need.introductions.map((met) => ({
        ...met,
        offerWaits: met.offers.some(({ state }) => state === 'approved'),
      })),
    },
    now,
  )
  const going = need.introductions.filter(({ state }) => isLive(state) || state === 'drawn')
  const today = dayOf(now)
  const next = life.find(({ state }) => state === 'now')
  return {
    steps: life.map((point) => ({
      id: point.step,
      name: t(`life.steps.${point.step}`),
      note: noteOf(point),
      warn: point.waitsFor === 'company' || point.lateSince !== null,
      state: point.state,
    })),
    sentence: need.state === 'published' && next ? sentenceOf(next) : null,
  }

  function short(day: Day): string {
    return nearDay(day, today, locale)
  }

  function noteOf({ step, state, on, latest, lateSince, waitsFor }: LifePoint) {
    if (step === 'confirmed') return wordNote(word, state)
    if (state === 'done')
      return step === 'introduced' && on
        ? t('life.introduced', { day: short(on), count: going.length })
        : on && short(on)
    if (lateSince) return timeLeft(lateSince, now, locale)
    if (waitsFor === 'company') return t('life.waitsForYou')
    if (step === 'drawn' && state === 'ahead' && latest)
      return t(latest < today ? 'life.wantedPast' : 'life.wanted', { day: short(latest) })
    return latest ? t('life.latest', { day: short(latest) }) : undefined
  }

  function wordNote(of: CompanyWord | null, state: LifePoint['state']) {
    if (of === null || of === 'confirmed') return undefined
    if (of === 'reported') return state === 'now' ? t('life.waitsForYou') : undefined
    return t(`life.word.${of}`)
  }

  function sentenceOf(point: LifePoint): string {
    const furthest = furthestOf(going)
    if (!furthest) return nobodyYet(point)
    const words = {
      financier: furthest.financierName,
      step: t(`life.steps.${point.step}`),
      day: point.latest ? short(point.latest) : '',
      dated: point.latest ? 'yes' : 'no',
      over: point.lateSince ? timeLeft(point.lateSince, now, locale) : '',
    }
    if (point.step === 'confirmed') {
      if (word === 'disputed') return t('life.disputed')
      if (word === 'unconfirmed') return t('life.unconfirmed')
    }
    if (!point.lateSince) return t('life.furthest', words)
    return t(point.waitsFor === 'company' ? 'life.lateYou' : 'life.late', words)
  }

  function nobodyYet({ latest, lateSince }: LifePoint): string {
    const finding = findingOf(need, need.fitting.products)
    if (finding === 'judging') return t('life.judging')
    if (finding !== 'finding') return t('life.noProduct')
    if (lateSince)
      return t('life.unanswered', { ...need.fitting, over: timeLeft(lateSince, now, locale) })
    if (need.firstAnswerAt !== null) return t('life.again', need.fitting)
    return t('life.nobody', {
      ...need.fitting,
      day: latest ? short(latest) : '',
      dated: latest ? 'yes' : 'no',
    })
  }
}

import { describe, expect, it } from 'vitest'
import { companyWordOf, lifeOf, type LifeIntroduction, type LifeNeed } from './life'

const at = (text: string) => new Date(`${text}T02:00:00Z`)
const need: LifeNeed = {
  state: 'published',
  publishedAt: at('2024-05-13'),
  reviewDueAt: null,
  answerDueAt: at('2024-05-15'),
  wantedBy: '2024-06-28',
  word: null,
  confirmDueAt: null,
  introductions: [],
}
const met: LifeIntroduction = {
  state: 'requested',
  dueAt: at('2024-05-16'),
  openedAt: null,
  fileCompleteAt: null,
  approvedAt: null,
  drawnAt: null,
  decisionDays: 10,
  offerWaits: false,
}
const drawn: LifeIntroduction = {
  ...met,
  state: 'drawn',
  openedAt: at('2024-05-14'),
  fileCompleteAt: at('2024-05-17'),
  approvedAt: at('2024-05-20'),
  drawnAt: at('2024-05-22'),
  dueAt: null,
}
/** Before any clock of the need has run out. */
const EARLY = at('2024-05-13')
const read = (one: LifeNeed, now = EARLY) =>
  lifeOf(one, now).map(({ step, state, on, latest, lateSince, waitsFor }) =>
    [step, state, on ?? latest, lateSince && 'late', waitsFor]
      .filter((part) => part !== null)
      .join(' '),
  )

describe('the life of a need', () => {
  it('waits for the review first, and tells the latest days of what follows', () =>
    expect(
      read({ ...need, state: 'in-review', publishedAt: null, reviewDueAt: at('2024-05-14') }),
    ).toEqual([
      'published now 2024-05-14 official',
      'introduced ahead 2024-05-16',
      'file ahead 2024-05-28',
      'decided ahead 2024-06-27',
      'drawn ahead 2024-06-28',
      'confirmed ahead',
    ]))

  it('waits for the company where a request is open', () =>
    expect(read({ ...need, introductions: [met] }).slice(0, 4)).toEqual([
      'published done 2024-05-13',
      'introduced now 2024-05-16 company',
      'file ahead 2024-05-28',
      'decided ahead 2024-06-07',
    ]))

  it('is read from the introduction that has come furthest, and forgets ended ones', () => {
    const ended: LifeIntroduction = { ...met, state: 'ended', approvedAt: at('2024-05-14') }
    const far: LifeIntroduction = {
      ...met,
      state: 'file-complete',
      openedAt: at('2024-05-14'),
      fileCompleteAt: at('2024-05-17'),
      dueAt: at('2024-05-27'),
    }
    expect(read({ ...need, introductions: [met, far, ended] }).slice(1, 5)).toEqual([
      'introduced done 2024-05-14',
      'file done 2024-05-17',
      'decided now 2024-05-27 financier',
      'drawn ahead 2024-06-28',
    ])
  })

  it('names no day that has passed: what is late says so, and what follows is reckoned from now', () => {
    const late = at('2024-06-20')
    expect(read(need, late)).toEqual([
      'published done 2024-05-13',
      'introduced now late financier',
      'file ahead 2024-07-02',
      'decided ahead 2024-08-01',
      'drawn ahead 2024-06-28',
      'confirmed ahead',
    ])
    const overdue = { ...need, introductions: [met], answerDueAt: null }
    expect(read(overdue, late)[1]).toBe('introduced now late company')
  })

  it('waits for nothing once it has ended, but the word on what was drawn', () => {
    const ended: LifeIntroduction = { ...met, state: 'ended' }
    for (const state of ['withdrawn', 'expired'] as const)
      expect(read({ ...need, state, introductions: [ended] }, at('2024-06-20'))).toEqual([
        'published done 2024-05-13',
        'introduced ahead',
        'file ahead',
        'decided ahead',
        'drawn ahead',
        'confirmed ahead',
      ])
    const closed: LifeNeed = { ...need, state: 'closed', introductions: [drawn], word: 'reported' }
    expect(read({ ...closed, confirmDueAt: at('2024-06-05') }).at(-1)).toBe(
      'confirmed now 2024-06-05 company',
    )
  })

  it('is done when the company has confirmed, not when it disputes or says nothing', () => {
    const told: LifeNeed = {
      ...need,
      introductions: [drawn],
      word: 'reported',
      confirmDueAt: at('2024-06-05'),
    }
    expect(read(told).at(-1)).toBe('confirmed now 2024-06-05 company')
    expect(read({ ...told, word: 'disputed' }).at(-1)).toBe('confirmed now official')
    expect(read({ ...told, word: 'unconfirmed' }).at(-1)).toBe('confirmed now company')
    expect(read({ ...told, word: 'confirmed' }).at(-1)).toBe('confirmed done')
    expect(read({ ...told, word: 'verified' }).at(-1)).toBe('confirmed done')
  })

  it('takes of several drawings the one that is furthest from a word', () => {
    const of = (...states: Parameters<typeof companyWordOf>[0][number]['state'][]) =>
      companyWordOf(states.map((state) => ({ state })))
    expect(of()).toBeNull()
    expect(of('voided')).toBeNull()
    expect(of('confirmed', 'disputed', 'voided')).toBe('disputed')
    expect(of('disputed', 'reported')).toBe('reported')
    expect(of('confirmed', 'unconfirmed')).toBe('unconfirmed')
    expect(of('confirmed', 'verified')).toBe('verified')
    expect(of('confirmed', 'confirmed')).toBe('confirmed')
  })
})

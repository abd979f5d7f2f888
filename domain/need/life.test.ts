import { describe, expect, it } from 'vitest'
import { lifeOf, type LifeIntroduction, type LifeNeed } from './life'

const at = (text: string) => new Date(`${text}T02:00:00Z`)
const need: LifeNeed = {
  state: 'published',
  publishedAt: at('2024-05-13'),
  reviewDueAt: null,
  answerDueAt: at('2024-05-15'),
  wantedBy: '2024-06-28',
  confirmedAt: null,
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
const read = (one: LifeNeed) =>
  lifeOf(one).map(({ step, state, on, latest, waitsFor }) =>
    [step, state, on ?? latest, waitsFor].filter((part) => part !== null).join(' '),
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

  it('ends when the company has confirmed', () => {
    const drawn: LifeIntroduction = {
      ...met,
      state: 'drawn',
      openedAt: at('2024-05-14'),
      fileCompleteAt: at('2024-05-17'),
      approvedAt: at('2024-05-20'),
      drawnAt: at('2024-05-22'),
      dueAt: null,
    }
    const told = { ...need, introductions: [drawn], confirmDueAt: at('2024-06-05') }
    expect(read(told).at(-1)).toBe('confirmed now 2024-06-05 company')
    expect(read({ ...told, confirmedAt: at('2024-05-24') }).at(-1)).toBe(
      'confirmed done 2024-05-24',
    )
  })
})

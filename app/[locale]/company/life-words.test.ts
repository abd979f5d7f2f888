import { createTranslator, type Locale } from 'next-intl'
import { describe, expect, it } from 'vitest'
import en from '@/messages/en/need.json'
import zh from '@/messages/zh/need.json'
import { lifeWords, type LivingNeed } from './life-words'

const messages = { zh, en }
const NOW = new Date('2024-11-29T02:00:00Z')
const at = (day: string) => new Date(`${day}T02:00:00Z`)
const need: LivingNeed = {
  state: 'published',
  publishedAt: at('2024-06-14'),
  reviewDueAt: null,
  answerDueAt: at('2024-06-18'),
  firstAnswerAt: null,
  wantedBy: '2024-07-31',
  openFen: 100,
  isBeingJudged: false,
  fitting: { products: 49, financiers: 30 },
  introductions: [],
}
type Say = Parameters<typeof lifeWords>[2]
type Met = LivingNeed['introductions'][number]
const met: Met = {
  state: 'drawn',
  dueAt: null,
  openedAt: at('2024-06-17'),
  fileCompleteAt: at('2024-06-19'),
  approvedAt: at('2024-06-24'),
  drawnAt: at('2024-07-01'),
  decisionDays: null,
  financierName: 'Bank',
  offers: [],
  drawings: [{ state: 'disputed', confirmDueAt: null }],
}

function read(one: LivingNeed, locale: Locale = 'en', now = NOW) {
  const say = createTranslator({ locale, messages: { need: messages[locale] }, namespace: 'need' })
  const { steps, sentence } = lifeWords(one, now, say as unknown as Say, locale)
  // Days and figures are held together by spaces that do not break.
  const plain = (text: string | null | undefined) => text?.replaceAll('\u00a0', ' ')
  return {
    steps: steps.map((step) => ({ ...step, note: plain(step.note) })),
    sentence: plain(sentence),
  }
}
const noteOf = (one: LivingNeed, step: string) =>
  read(one).steps.find(({ id }) => id === step)?.note

describe('what a company reads of how far its need has come', () => {
  it('says of an answer that is late how late, and what can be done; never *by 18 June*', () => {
    const { sentence, steps } = read(need)
    expect(sentence).toContain('No financier has answered, 114 working days over')
    expect(sentence).toContain('you may invite one yourself')
    expect(steps[1]).toMatchObject({ note: '114 working days over', warn: true })
    expect(JSON.stringify([sentence, steps])).not.toContain('18 June')
    expect(read(need, 'zh').sentence).toContain('还没有机构答复，已超 114 个工作日')
  })

  it('names the day while there is time', () =>
    expect(read(need, 'en', at('2024-06-17')).sentence).toContain('asked to answer by 18 June'))

  it('says that the day the money was wanted by has passed', () =>
    expect(noteOf(need, 'drawn')).toBe('Wanted by 31 July, which has passed'))

  it('tells who is late in a talk, and that one may end it', () => {
    const late: Met = {
      ...met,
      state: 'open',
      fileCompleteAt: null,
      approvedAt: null,
      drawnAt: null,
    }
    const due = { ...need, introductions: [{ ...late, dueAt: at('2024-11-25'), drawings: [] }] }
    expect(read(due, 'en', at('2024-12-20')).sentence).toMatch(
      /Next: File complete, \d+ working days over/,
    )
  })

  it('says nothing of who fits until it is judged', () => {
    expect(read({ ...need, isBeingJudged: true }).sentence).toContain('being matched')
    expect(read({ ...need, fitting: { products: 0, financiers: 0 } }).sentence).toContain(
      'No product on offer fits',
    )
  })

  it('never calls disputed money confirmed', () => {
    const disputed = { ...need, introductions: [met] }
    expect(read(disputed).steps.at(-1)).toMatchObject({ state: 'now', note: 'You dispute it' })
    expect(read(disputed).sentence).toContain('An official decides')
    const silent = { ...met, drawings: [{ state: 'unconfirmed' as const, confirmDueAt: null }] }
    expect(noteOf({ ...need, introductions: [silent] }, 'confirmed')).toBe('Not confirmed in time')
  })

  it('has no deadline once it is withdrawn', () => {
    const { sentence, steps } = read({ ...need, state: 'withdrawn' })
    expect(sentence).toBeUndefined()
    expect(steps.slice(1).map(({ note }) => note)).toEqual(Array(5).fill(undefined))
  })

  it('does not call an answer late that was given', () =>
    expect(read({ ...need, firstAnswerAt: at('2024-06-17') }).sentence).toContain(
      'The talks so far have ended',
    ))
})

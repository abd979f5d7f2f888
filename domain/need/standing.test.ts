import { describe, expect, it } from 'vitest'
import type { IntroductionState } from '../introduction/introduction'
import { findingOf, standingOf } from './standing'

const need = (...states: IntroductionState[]) => ({
  state: 'published' as const,
  openFen: 100,
  introductions: states.map((state) => ({ state })),
})

describe('how a need stands', () => {
  it('counts as in talk who holds a seat, and nobody who has paid or gone', () =>
    expect(standingOf(need('drawn', 'ended', 'requested', 'approved'))).toEqual({
      inTalk: 2,
      drawn: 1,
      free: 1,
    }))

  it('has no seat free once all is agreed, or where nobody can come in', () => {
    expect(standingOf({ ...need('drawn'), openFen: 0 })).toMatchObject({ inTalk: 0, free: 0 })
    expect(standingOf({ ...need(), state: 'withdrawn' })).toMatchObject({ free: 0 })
  })

  it('never has fewer than none free', () =>
    expect(standingOf(need('open', 'open', 'open', 'approved'))).toMatchObject({ free: 0 }))

  it('knows who could finance it only once it is judged', () => {
    expect(findingOf({ openFen: 100, isBeingJudged: true }, 0)).toBe('judging')
    expect(findingOf({ openFen: 100, isBeingJudged: true }, 3)).toBe('judging')
    expect(findingOf({ openFen: 100, isBeingJudged: false }, 0)).toBe('nobody')
    expect(findingOf({ openFen: 100, isBeingJudged: false }, 3)).toBe('finding')
    expect(findingOf({ openFen: 0, isBeingJudged: true }, 0)).toBe('settled')
  })
})

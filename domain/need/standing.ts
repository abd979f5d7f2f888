/** How a need stands in counts, the same on every page: who is in talk, who has paid, which seats are free. */
import { isLive, type IntroductionState } from '../introduction/introduction'
import { seatsFree, type NeedState } from './need'

export interface Standing {
  /** Live introductions; each holds a seat. */
  inTalk: number
  /** Introductions from which money came. They hold none. */
  drawn: number
  /** Seats that somebody may still take: none once all is agreed, or the need is not published. */
  free: number
}

export function standingOf(need: {
  state: NeedState
  openFen: number
  introductions: readonly { state: IntroductionState }[]
}): Standing {
  const inTalk = need.introductions.filter(({ state }) => isLive(state)).length
  const isOpen = need.state === 'published' && need.openFen > 0
  return {
    inTalk,
    drawn: need.introductions.filter(({ state }) => state === 'drawn').length,
    free: isOpen ? seatsFree(inTalk) : 0,
  }
}

/** Who could finance what is still open of a published need; *judging* while that is not known yet. */
export type Finding = 'settled' | 'judging' | 'finding' | 'nobody'

export function findingOf(
  { openFen, isBeingJudged }: { openFen: number; isBeingJudged: boolean },
  products: number,
): Finding {
  if (openFen <= 0) return 'settled'
  if (isBeingJudged) return 'judging'
  return products > 0 ? 'finding' : 'nobody'
}

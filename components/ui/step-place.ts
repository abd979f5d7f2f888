export type StepState = 'done' | 'now' | 'ahead'

/** Where a row of steps stands: in one, past the last, or left after so many. */
export function placeIn(steps: readonly { state: StepState }[]): {
  stands: 'in' | 'done' | 'left'
  /** How many steps that is, the one under way among them. */
  step: number
} {
  const now = steps.findIndex(({ state }) => state === 'now')
  if (now !== -1) return { stands: 'in', step: now + 1 }
  const done = steps.filter(({ state }) => state === 'done').length
  return { stands: done === steps.length ? 'done' : 'left', step: done }
}

import { describe, expect, it } from 'vitest'
import { placeIn, type StepState } from './step-place'

const steps = (...states: StepState[]) => states.map((state) => ({ state }))

describe('where a row of steps stands', () => {
  it('is in the step that is now', () =>
    expect(placeIn(steps('done', 'now', 'ahead'))).toEqual({ stands: 'in', step: 2 }))

  it('is past the last once all are done, and not in the first', () =>
    expect(placeIn(steps('done', 'done', 'done'))).toEqual({ stands: 'done', step: 3 }))

  it('was left where it ended', () => {
    expect(placeIn(steps('done', 'ahead', 'ahead'))).toEqual({ stands: 'left', step: 1 })
    expect(placeIn(steps('ahead', 'ahead'))).toEqual({ stands: 'left', step: 0 })
  })
})

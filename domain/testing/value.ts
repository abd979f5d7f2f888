import type { Result } from '../result'

/** The value of a verb that must work. */
export function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${result.refusal}`)
  return result.value
}

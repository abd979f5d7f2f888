import { setTimeout as pause } from 'node:timers/promises'

/** Pauses between one start and the next, in ms; the last one holds from then on. */
const PAUSES = [0, 1000, 2000, 5000, 10_000, 30_000]
/** Whoever ran so long was well: the next pause is the first again. */
const WELL_MS = 60_000

/**
 * Keeps something running: where `begun` ends by itself it is begun again, sooner or later as it lasted long or not. `begin`
 * answers `{ ended }`; `tell` is told why and after how many ms it will be tried again; `isOver` ends the keeping.
 */
export async function keepRunning(
  begun,
  { begin, tell, isOver, wait = (ms) => pause(ms), now = Date.now },
) {
  let failures = 0
  for (let one = begun, since = now(); ; since = now()) {
    const end = await one.ended
    if (isOver()) return
    failures = now() - since > WELL_MS ? 1 : failures + 1
    for (;;) {
      const ms = PAUSES[Math.min(failures, PAUSES.length) - 1]
      tell(end, ms)
      await wait(ms)
      if (isOver()) return
      try {
        one = await begin()
        break
      } catch (error) {
        if (isOver()) return
        tell(error, undefined)
        failures += 1
      }
    }
  }
}

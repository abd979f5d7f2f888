/** What takes seconds and must not keep the pages waiting: written in steps, between which others may go first. */
export type Steps<Result> = Generator<undefined, Result>

const AT_ONCE_MS = 10

export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same, and whatever else waits has its turn every few milliseconds. */
export async function finishBeside<Result>(steps: Steps<Result>): Promise<Result> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since < AT_ONCE_MS) continue
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}

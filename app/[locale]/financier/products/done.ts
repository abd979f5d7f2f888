const acts = ['saved', 'published', 'reconfirmed', 'paused', 'retired'] as const

/** What was just done, as the address says it after the act. */
export function doneOf(said: string | string[] | undefined): (typeof acts)[number] | undefined {
  return acts.find((act) => act === said)
}

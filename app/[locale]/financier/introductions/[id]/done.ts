const acts = [
  'claimed',
  'answered',
  'contacted',
  'completed',
  'offered',
  'approved',
  'withdrawn',
  'drawn',
  'declined',
  'assigned',
] as const

/** What was just done, as the address says it after the act. */
export function doneOf(said: string | string[] | undefined): (typeof acts)[number] | undefined {
  return acts.find((act) => act === said)
}

/** What a verb answers: a value, or a refusal a person can act on. Bugs and outages are thrown instead. */
export type Result<Value, Refusal extends string = string> =
  { ok: true; value: Value } | { ok: false; refusal: Refusal; facts?: RefusalFacts }

/** Figures and names that the sentence of a refusal mentions; never free prose. */
export type RefusalFacts = Record<string, string | number>

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refused<Refusal extends string>(
  refusal: Refusal,
  facts?: RefusalFacts,
): { ok: false; refusal: Refusal; facts?: RefusalFacts } {
  return facts ? { ok: false, refusal, facts } : { ok: false, refusal }
}

/** What a financier's deals tell of it for one need, in the few kinds that people read. */
import type { Teaser } from '../need/teaser'
import type { Facts } from '../profile/profile'
import type { Stand } from '../ranking/standing'
import { evidenceKinds, type Evidence, type EvidenceKind, type TrackRecord } from './match'

/** By what the ranking calls its evidence; what is not named here is how busy a financier is. */
const kindOf: Readonly<Record<string, EvidenceKind>> = {
  'similar needs': 'alike',
  class: 'class',
  chain: 'chain',
  'class × chain': 'chain',
  district: 'place',
  zone: 'place',
  'class × district': 'place',
  home: 'place',
  'home unknown': 'place',
  amount: 'terms',
  tenor: 'terms',
  age: 'age',
  qualification: 'qualification',
  stage: 'stage',
  'white list': 'white-list',
  'financed together': 'relations',
  'financed together, at second hand': 'relations',
}

/** Whose deals are counted behind a kind. */
const countedBy: Readonly<Record<EvidenceKind, string>> = {
  alike: 'similar needs',
  class: 'class',
  chain: 'class × chain',
  place: 'district',
  terms: 'amount',
  age: 'age',
  qualification: 'qualification',
  stage: 'stage',
  'white-list': 'white list',
  relations: 'financed together',
  activity: 'deals',
}

const HUNDRED = 100
const inTimes = (points: number) => Math.round(HUNDRED * Math.exp(points / 1_000))

/** Of no standing, nothing. */
export function evidenceOf(
  stand: Stand | undefined,
  facts: Pick<Facts, 'zone'> | null,
): Pick<TrackRecord, 'standing' | 'deals' | 'similar' | 'evidence'> | undefined {
  if (!stand) return undefined
  const dealsBehind = (name: string) =>
    stand.parts.find(({ evidence }) => evidence === name)?.deals ?? null
  const evidence = evidenceKinds.map((kind): Evidence => {
    const points = stand.parts
      .filter((part) => (kindOf[part.evidence] ?? 'activity') === kind)
      .reduce((sum, part) => sum + part.points, 0)
    const name = kind === 'place' && facts?.zone ? 'zone' : countedBy[kind]
    return { kind, deals: dealsBehind(name), times: inTimes(points) }
  })
  return {
    standing: stand.standing,
    deals: dealsBehind('class') ?? 0,
    similar: dealsBehind('class × chain') ?? 0,
    evidence,
  }
}

/** Whether a kind tells nothing but what a financier reads in the teaser. */
function isInTeaser(kind: EvidenceKind, teaser: Teaser): boolean {
  if (kind === 'chain') return teaser.chain !== null
  if (kind === 'place') return teaser.zone !== null
  if (kind === 'white-list') return teaser.whiteListed
  return kind !== 'stage' && kind !== 'relations'
}

/** The record before consent: of what rests on facts outside the teaser only that it counts. */
export function maskRecord(record: TrackRecord, teaser: Teaser): TrackRecord & { hidden: boolean } {
  const shown = record.evidence.filter(({ kind }) => isInTeaser(kind, teaser))
  return {
    ...record,
    similar: teaser.chain === null ? 0 : record.similar,
    evidence: shown,
    hidden: shown.length < record.evidence.length,
  }
}

/** Where in the ledger a question stands: its position, its moment, and the places it is asked of. */
import type { Database } from '@/db/client'
import type { OfficialActor } from '../actor'
import type { Context } from '../context'
import type { LedgerPosition } from '../ledger/ledger'
import { findLastPosition, findPosition, findPositionBefore } from '../ledger/positions'
import type { Scope } from '../place/place'
import type { Parameters, QuestionTrouble, Read } from './read-question'
import { isWithin, scopeCode } from './scope-code'
import type { Question } from './totals'

export interface Asked {
  /** Always of a position: of the one that was named, or of the last there is. */
  question: Question
  position: LedgerPosition
  /** Whether the address names the position. */
  isFixed: boolean
  /** Whose rows: an official's own places, or those of them that the address names. */
  context: Context<OfficialActor>
  /** All places of the official. */
  ownScope: Scope
  /** As an address names it: kept when other parameters change. */
  parameters: Parameters
  /** As an address names it that is to give the same for ever. */
  lasting: Parameters
  trouble: QuestionTrouble | null
}

async function findAsked(
  db: Database,
  asOf: Read['asOf'],
): Promise<[LedgerPosition, QuestionTrouble | null]> {
  const found =
    typeof asOf === 'number'
      ? await findPosition(db, asOf)
      : asOf
        ? ((await findPositionBefore(db, asOf)) ?? { position: 0, at: new Date(0) })
        : null
  const last = found ?? (await findLastPosition(db))
  return [last, asOf === null || found ? null : { code: 'as-of-ahead', parameter: 'asOf' }]
}

/** Finds the position that was asked for, and keeps to the places that were. */
export async function placeQuestion(context: Context<OfficialActor>, read: Read): Promise<Asked> {
  const { period, until, definition, cut, scope } = read
  const [found, ahead] = await findAsked(context.db, read.asOf)
  // Before anything was known there is no moment but this one.
  const position = found.position === 0 ? { ...found, at: context.now } : found
  const own = context.actor.scope
  const isWider = scope !== null && !isWithin(scope, own)
  const places = scope && !isWider ? scope : own
  const isFixed = read.asOf !== null && ahead === null
  const parameters = { ...read.parameters, asOf: isFixed ? String(position.position) : undefined }
  return {
    question: { period, until, definition, cut, asOf: position.position },
    position,
    isFixed,
    ownScope: own,
    context: { ...context, actor: { ...context.actor, scope: places } },
    parameters,
    lasting: {
      ...parameters,
      definition: definition.code,
      asOf: String(position.position),
      scope: scopeCode(places),
    },
    trouble:
      read.trouble ?? ahead ?? (isWider ? { code: 'scope-wider', parameter: 'scope' } : null),
  }
}

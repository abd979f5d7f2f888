import type { need } from '@/db/schema'
import type { NeedTerms } from './need'

type NeedRow = typeof need.$inferSelect

/** The terms of a stored need, without its state. */
export function termsOf(row: NeedRow): NeedTerms {
  return {
    classes: row.classes,
    useKind: row.useKind,
    words: row.words,
    amountFen: row.amountFen,
    leastFen: row.leastFen,
    inParts: row.inParts,
    partFen: row.partFen,
    tenorMonths: row.tenorMonths,
    collateral: row.collateral,
    maxCostBp: row.maxCostBp,
    wantedBy: row.wantedBy,
    showWhiteList: row.showWhiteList,
  }
}

/**
 * The report of a month: written by one statistician of the city, agreed by another, and thereby sealed and published. Its data
 * never change; a later word on the month is a numbered edition of its own that says why.
 */
import * as z from 'zod'
import type { PublishedTotals, RevisedTotals } from '../publication/publication'
import { monthSchema, monthText } from '../totals/totals'

export const reportStates = ['draft', 'proposed', 'sealed'] as const
export type ReportState = (typeof reportStates)[number]

/** What leaves the house of a report; the JSON comes last, and names the digests of the others. */
export const reportFiles = ['zh.pdf', 'en.pdf', 'zh.xlsx', 'en.xlsx', 'report.json'] as const
export type ReportFileName = (typeof reportFiles)[number]
export const digestedFiles = reportFiles.filter((name) => name !== 'report.json')

/** What a seal is over: entries of the ledger, and the marks on them. */
export const sealedKinds = ['entry', 'mark'] as const
export type SealedKind = (typeof sealedKinds)[number]

/** What its writer says: of a month what changed since the last, of a revision why. In both languages or in none. */
export const reportNoteSchema = z
  .object({
    noteZh: z.string().trim().max(1_000, 'too-long'),
    noteEn: z.string().trim().max(1_000, 'too-long'),
  })
  .refine(({ noteZh, noteEn }) => (noteZh === '') === (noteEn === ''), {
    error: 'both-languages',
    path: ['noteEn'],
  })
export type ReportNote = z.output<typeof reportNoteSchema>
export const returnReportSchema = z.string().trim().min(4, 'required').max(500, 'too-long')

/** The parts of the chain table that are shown at most. */
export const CHAINS_SHOWN = 8

export interface ReportChain {
  key: string | null
  companies: number
  companyTimes: number
  drawnFen: number
  /** In the same period of the year before; null where it is not shown. */
  companiesThen: number | null
}

interface Signed {
  by: string
  at: string
}

/** All that a report says, as plain JSON: months are 'YYYY-MM', moments ISO. Null is *not shown* or *not there*. */
export interface ReportData {
  report: string
  edition: number
  month: string
  from: string
  definition: string
  /** The publication that it makes, or that it revises; null while it is proposed. */
  publication: number | null
  /** The moment of its position. */
  knownAt: string
  totals:
    PublishedTotals | (RevisedTotals & { loans: null; grantedFen: null; evidenced: null }) | null
  /** The same period of the year before, as it was published. */
  before: PublishedTotals | null
  /** What the month adds to the year so far. */
  added: { companies: number; companyTimes: number; drawnFen: number } | null
  /** Companies from January on, each once. */
  months: { month: string; companies: number | null; companiesThen: number | null }[]
  /** By chain, of the year to the last quarter that ended. */
  chains: { from: string; to: string; shown: ReportChain[]; others: number } | null
  /** Of a revision: the edition that it follows, and what that said. */
  revises: { edition: number; totals: RevisedTotals | null } | null
  note: { zh: string; en: string } | null
  /** Over the keyed hashes of the entries and marks that it stands on. */
  root: string
  proposed: Signed
  agreed: Signed | null
}

export const reportCode = (month: number) => `YB-${monthText(month)}`

/** How an address names a report: 2024-05.1, or 2024-05 for its last edition. */
export const reportKey = (month: number, edition: number) => `${monthText(month)}.${edition}`

const reportKeySchema = z.string().regex(/^\d{4}-\d\d([.][1-9]\d{0,2})?$/)

export function readReportKey(text: string): { month: number; edition: number | null } | null {
  const key = reportKeySchema.safeParse(text)
  if (!key.success) return null
  const [name, edition] = key.data.split('.')
  const month = monthSchema.safeParse(name)
  return month.success ? { month: month.data, edition: edition ? Number(edition) : null } : null
}

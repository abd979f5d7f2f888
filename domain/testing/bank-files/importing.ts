/** A bank file of few rows, imported. */
import { Readable } from 'node:stream'
import { sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import type { Actor } from '../../actor'
import type { Context } from '../../context'
import { usccCheckCharacter } from '../../uscc/uscc'
import type { Answers } from '../../bank-file/bank-file'
import { importServices } from '../../bank-file/import-services'

export const now = new Date('2024-06-12T02:00:00Z')
export const clock = { audience: 'clock' } as const

export const official = {
  audience: 'official',
  memberId: '00000000-0000-7000-8000-000000000001',
  organisationId: '00000000-0000-7000-8000-000000000002',
  organisationName: '',
  personName: '',
  role: 'owner',
  organisationState: 'admitted',
  duties: ['statistician'],
  scope: { city: true },
} as const
export const code = (number: number) => {
  const first = `91619999R${String(number).padStart(8, '0')}`
  return `${first}${usccCheckCharacter(first)}`
}
const headings =
  '统一社会信用代码,企业名称,金融机构,机构类型,融资方式,合同编号,授信日期,授信金额(元),放款日期,放款金额(元),期限(月)'

interface Line {
  company?: number
  bank?: string
  contract?: string
  granted?: [day: string, yuan: string]
  drawn?: [day: string, yuan: string]
}
export const line = ({
  company = 1,
  bank = '渭水银行',
  contract = 'HT-1',
  granted = ['2024/1/2', '60000'],
  drawn = ['2024/1/5', '50000'],
}: Line = {}) =>
  [
    code(company),
    `企业${company}`,
    bank,
    '银行',
    '担保贷款',
    contract,
    ...granted,
    ...drawn,
    12,
  ].join(',')

export const source = (lines: readonly string[]) => () =>
  Readable.from([new TextEncoder().encode([headings, ...lines].join('\r\n'))])

export async function take(
  db: Database,
  lines: readonly string[],
  { commit = true, skipBad = false, actor = clock as Actor, answers = {} as Answers } = {},
) {
  const context = { actor, now, db } as Context<typeof clock>
  return importServices(context, { source: source(lines), commit, skipBad, answers })
}

export async function taken(db: Database, lines: readonly string[], how = {}) {
  const result = await take(db, lines, how)
  if (!result.ok) throw new Error(result.refusal)
  return result.value
}

export const countOf = async (db: Database, table: string) => {
  const { rows } = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from ${sql.identifier(table)}`,
  )
  return rows[0]?.n
}

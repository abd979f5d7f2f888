/** An import as it is told in tests: who sends it, and what was found of it. */
import { expect } from 'vitest'
import type { Database } from '@/db/client'
import { rolledBack } from '@/db/testing'
import type { Context } from '../context'
import { confirmImport } from '../import-run/confirm-import'
import type { ImportSender } from '../import-run/lock-import'
import { findImport } from '../import-run/queries'
import { runImport } from '../import-run/run-import'
import { startImport } from '../import-run/start-import'
import { financierActor, makeCast, makeMember, officialActor, type Cast } from './cast'

export const now = new Date('2024-06-12T02:00:00Z')
export const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
export const nothing = { answers: {}, cells: {}, leave: [], takeBack: [], forget: false }

export const headings = '统一社会信用代码,企业名称,金融机构,融资方式,合同编号,放款日期,放款金额(元)'
export const row = (
  uscc: string,
  more: Partial<Record<'bank' | 'contract' | 'yuan' | 'name', string>>,
) =>
  [
    ...[uscc, more.name ?? '', more.bank ?? '渭水银行', '信用贷款'],
    ...[more.contract ?? 'HT-1', '2024-05-06', more.yuan ?? '50000'],
  ].join(',')

interface Stage {
  tx: Database
  cast: Cast
  official: Context<ImportSender>
  financier: Context<ImportSender>
  /** Uploads lines below the headings, and answers the id. */
  upload: (of: Context<ImportSender>, lines: string[], head?: string) => Promise<string>
  reportOf: (of: Context<ImportSender>, id: string) => ReturnType<typeof readReport>
  write: (of: Context<ImportSender>, id: string) => Promise<void>
}

async function readReport(of: Context<ImportSender>, id: string) {
  const found = (await findImport(of, id))?.found
  if (!found?.ok) throw new Error(found?.problem ?? 'nothing found')
  return found.report
}

export const staged = (database: () => Database) => (tell: (stage: Stage) => Promise<void>) => () =>
  rolledBack(database(), async (tx) => {
    const cast = await makeCast(tx)
    const more = { duties: ['statistician' as const], scopeCity: true }
    const statistician = await makeMember(tx, cast.authority.id, 'owner', more)
    const of = <Who extends ImportSender>(actor: Who) => ({ actor, now, db: tx })
    await tell({
      ...{ tx, cast },
      official: of(officialActor(cast.authority, statistician, ['statistician'])),
      financier: of(financierActor(cast.financier, cast.of.financier.owner)),
      upload: async (sender, lines, head = headings) => {
        const bytes = new TextEncoder().encode([head, ...lines].join('\r\n'))
        const started = await startImport(sender, { name: '台账.csv', bytes })
        if (!started.ok) throw new Error(started.refusal)
        return started.value
      },
      reportOf: readReport,
      write: async (sender, id) => {
        const version = (await findImport(sender, id))?.version ?? 0
        expect(await confirmImport(sender, id, version)).toEqual({ ok: true, value: id })
        await runImport({ actor: { audience: 'clock' }, now, db: tx }, id)
        expect((await findImport(sender, id))?.state).toBe('done')
      },
    })
  })

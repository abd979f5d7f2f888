import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { importEntry, importRun, member, organisation, service } from '@/db/schema'
import type { ImportReport } from '@/domain/bank-file/import-report'
import { addDays, startOf } from '@/domain/calendar/calendar'
import type { Found } from '@/domain/import-run/check-import'
import { findImport } from '@/domain/import-run/queries'
import type { ImportSender } from '@/domain/import-run/lock-import'
import { startImport } from '@/domain/import-run/start-import'
import { actorOf } from '@/domain/member/queries'
import { personas } from './personas'
import type { Stage } from './stage'

const headings =
  '统一社会信用代码,企业名称,金融机构,融资方式,合同编号,借据号,放款日期,放款金额（元）'
const words = { 'credit-loan': '信用贷款', 'secured-loan': '抵押贷款' } as const

/** An import that is done, of rows that the ledger has, and one that waits to be mended; by an official and by a bank. */
export async function addImports(stage: Stage): Promise<void> {
  const { db, world } = stage
  stage.now = startOf(addDays(world.today, -1))
  for (const { email } of [personas.official, personas.financier]) {
    const [who] = await db.select({ id: member.id }).from(member).where(eq(member.email, email))
    const actor = await actorOf(db, who?.id ?? '')
    if (!actor || actor.audience === 'company') throw new Error(`${email} sends no spreadsheet`)
    const lines = await latestOf(stage, actor)
    const context = stage.as<ImportSender>(actor)
    const send = async (name: string, rows: readonly string[]) => {
      const bytes = new TextEncoder().encode([headings, ...rows].join('\r\n'))
      const started = await startImport(context, { name, bytes })
      if (!started.ok) throw new Error(started.refusal)
      return started.value
    }
    const done = await send(
      '上月科技贷款.csv',
      lines.map(({ line }) => line),
    )
    await finish(context, done, lines)
    const fresh = lines.map(({ line }, at) => line.replace(/,(\d{4}-)/, `X${at},$1`))
    await send('本月科技贷款.csv', [...fresh, fresh[0]?.replace(/\d+$/, '很多') ?? ''])
  }
}

/** Its latest drawings, as lines of a bank's file. */
async function latestOf({ db }: Stage, actor: ImportSender) {
  const isOfficial = actor.audience === 'official'
  const company = sql<string>`(select ${organisation.name} from ${organisation} where ${organisation.id} = ${service.organisationId})`
  const uscc = sql<string>`(select ${organisation.uscc} from ${organisation} where ${organisation.id} = ${service.organisationId})`
  const financier = sql<string>`(select ${organisation.name} from ${organisation} where ${organisation.id} = ${service.financierId})`
  const rows = await db
    .select({
      ...{ id: service.id, company, uscc, financier, class: service.class, on: service.happenedOn },
      ...{ contract: service.contractNo, voucher: service.voucher, fen: service.amountFen },
    })
    .from(service)
    .where(
      and(
        eq(service.rung, 6),
        // Some are there on any day: in silence what was reported is unconfirmed by now.
        inArray(service.state, ['reported', 'unconfirmed', 'confirmed']),
        sql`${service.class} in ('credit-loan', 'secured-loan')`,
        isOfficial ? eq(service.source, 'import') : eq(service.financierId, actor.organisationId),
        isOfficial ? undefined : eq(service.source, 'report'),
      ),
    )
    .orderBy(desc(service.happenedOn), desc(service.id))
    .limit(2)
  return rows.map(({ id, fen, ...row }) => ({
    ...{ id, fen },
    line: [
      ...[row.uscc, row.company, row.financier, words[row.class as keyof typeof words]],
      ...[row.contract, row.voucher ?? '', row.on, fen / 100],
    ].join(','),
  }))
}

/** As if it had brought them: they are in the ledger. */
async function finish(
  context: { db: Stage['db']; now: Date; actor: ImportSender },
  id: string,
  lines: readonly { id: string; fen: number }[],
): Promise<void> {
  const { db, now } = context
  const found = (await findImport(context, id))?.found
  if (!found?.ok) throw new Error(`the import was not read: ${JSON.stringify(found)}`)
  const drawn = { ...found.report.drawn, added: lines.length }
  const addedFen = lines.reduce((sum, { fen }) => sum + fen, 0)
  const report: ImportReport = { ...found.report, there: [], drawn: { ...drawn, addedFen } }
  await db
    .update(importRun)
    .set({
      state: 'done',
      found: { ok: true, report } satisfies Found,
      confirmedAt: now,
      doneAt: now,
    })
    .where(eq(importRun.id, id))
  if (lines.length > 0)
    await db
      .insert(importEntry)
      .values(lines.map(({ id: serviceId }) => ({ importId: id, serviceId })))
}

import { asc } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { publication, report } from '@/db/schema'
import { findPositionBefore } from '@/domain/ledger/positions'
import { dueAt } from '@/domain/publication/publication'
import { listDueMonths, publishMonths } from '@/domain/publication/publish-month'
import { readPublished } from '@/domain/publication/queries'
import { sayOf, yearTo } from '@/domain/report/compose-report'
import { dataDigest } from '@/domain/report/digest'
import type { ReportData } from '@/domain/report/report'
import { giveKey, keepHashes, readRoots } from '@/domain/report/sealed-rows'
import { writeTable } from './rows'
import { workingHoursBefore } from './working-time'
import type { World } from './world'

const MINUTE = 60_000

/**
 * The report of each month that was due, sealed on its day over the ledger as it was. Their files are made when they are first
 * read.
 */
export async function sealPast(tx: Database, world: World): Promise<void> {
  const random = world.random.fork('reports')
  const [city] = world.officials
  const [writer, other] = (city?.members ?? []).filter(({ duties }) =>
    duties?.includes('statistician'),
  )
  if (!writer || !other) throw new Error('two seal')
  const months = []
  for (const { id } of await listDueMonths(tx, world.now)) {
    const [month, at] = [Number(id), new Date(dueAt(Number(id)).getTime() - MINUTE)]
    const found = await findPositionBefore(tx, workingHoursBefore(at, 2))
    months.push({
      month,
      at: dueAt(month),
      position: found?.position ?? 0,
      knownAt: found?.at ?? at,
    })
  }
  const last = months.at(-1)
  const first = months[0]
  if (!first || !last) return
  await publishMonths(tx, months)
  const period = { from: first.month, to: last.month }
  await giveKey(tx, Buffer.from(Array.from({ length: 32 }, () => random.int(0, 255))))
  await keepHashes(tx, period, last.position)
  const roots = await readRoots(
    tx,
    months.map(({ month, position }) => ({ ...yearTo(month), position })),
  )
  const windows = await readPublished(tx, period)
  const numbers = await tx.select().from(publication).orderBy(asc(publication.month))
  const silent = { noteZh: '', noteEn: '', edition: 1 }
  const rows = months.map(({ month, at, position, knownAt }, index) => {
    const proposedAt = workingHoursBefore(at, 1)
    const data: ReportData = {
      ...sayOf({ month, knownAt, ...silent }, windows),
      root: roots[index] ?? '',
      publication: numbers[index]?.number ?? null,
      proposed: { by: writer.name, at: proposedAt.toISOString() },
      agreed: { by: other.name, at: at.toISOString() },
    }
    const id = random.id(proposedAt)
    world.event(proposedAt, 'report.saved', id, writer)
    world.event(proposedAt, 'report.proposed', id, writer)
    world.event(at, 'report.sealed', id, other)
    return {
      ...{ id, month, ...silent, state: 'sealed', version: 3, position, data },
      ...{ savedAt: proposedAt, savedByMemberId: writer.id, digest: dataDigest(data) },
      ...{ proposedAt, proposedByMemberId: writer.id },
      ...{ sealedAt: at, sealedByMemberId: other.id },
    }
  })
  await writeTable(tx, report, rows)
}

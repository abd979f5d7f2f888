/** A ledger of many rows and words on them, drawn from a seed, and the same kept in memory to count it by hand. */
import type { Database } from '@/db/client'
import { service, serviceMark, type organisation } from '@/db/schema'
import { addDays, monthOf, startOf } from '../calendar/calendar'
import { chains } from '../chain/chain'
import { newId } from '../id'
import type { LedgerRung, ServiceState } from '../ledger/ledger'
import { openCommits, placeCommits } from '../ledger/positions'
import { districts, zones } from '../place/place'
import { classes } from '../product/classes'
import { qualificationKinds } from '../profile/profile'
import { makeOrganisation } from './cast'
import { WAN } from './rows'

export type ServiceRow = typeof service.$inferInsert
type Organisation = typeof organisation.$inferSelect
export interface Word {
  serviceId: string
  state: ServiceState
  at: Date
}

/** Numbers that look random and are the same for the same seed. */
export function dice(seed: number) {
  let state = seed
  const roll = (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
  const one = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value =>
    values[roll(values.length)] as Value
  return { roll, one }
}

const answers: ServiceState[] = ['confirmed', 'unconfirmed', 'disputed', 'verified', 'voided']

/** Companies with branches, financiers of three kinds, and `count` rows over 17 months, all of one place where it is given. */
export async function writeLedger(
  db: Database,
  seed: number,
  count: number,
  place: Pick<ServiceRow, 'district' | 'zone'> = {},
) {
  const { roll, one } = dice(seed)
  const parents: Organisation[] = []
  for (let made = 0; made < 14; made++) parents.push(await makeOrganisation(db, 'company'))
  const branches: Organisation[] = []
  for (const parent of parents.slice(0, 3))
    branches.push(await makeOrganisation(db, 'company', { parentId: parent.id }))
  const financiers: Organisation[] = []
  for (const financierKind of ['bank', 'bank', 'fund', 'guarantee', 'bank'] as const)
    financiers.push(await makeOrganisation(db, 'financier', { financierKind }))
  const rows = Array.from({ length: count }, (_, index): ServiceRow => {
    const company = one([...parents, ...branches])
    const financier = one(financiers)
    const happenedOn = addDays('2023-01-01', roll(515))
    const contractNo = roll(6) === 0 ? null : `HT-${roll(count)}`
    const rung = one<LedgerRung>([4, 5, 6, 6, 6])
    return {
      id: newId(),
      organisationId: company.id,
      companyId: company.parentId ?? company.id,
      financierId: financier.id,
      financierKind: financier.financierKind ?? 'bank',
      rung,
      class: one(classes),
      contractNo,
      contractKey: contractNo ?? `DJ-${index}`,
      happenedOn,
      month: monthOf(happenedOn),
      amountFen: rung === 4 ? 0 : (1 + roll(900)) * WAN + index,
      rateBp: roll(3) === 0 ? null : 250 + roll(300),
      firstLoan: roll(5) === 0,
      district: roll(7) === 0 ? null : one(districts),
      zone: roll(3) === 0 ? null : one(zones),
      chains: [...new Set(Array.from({ length: roll(3) }, () => one(chains.slice(0, 4))))],
      qualifications: roll(2) === 0 ? [] : [one(qualificationKinds.slice(0, 3))],
      whiteListed: roll(4) === 0,
      source: 'import',
      recordedAt: new Date(startOf(happenedOn).getTime() + roll(60 * 24) * 3_600_000),
      state: 'reported',
      ...place,
    }
  })
  // A park lies in one zone; every other row of it is in the park.
  for (const [index, row] of rows.entries())
    row.park = row.zone === 'high-tech' && index % 2 === 0 ? 'silk-road-science' : null
  const words = await told(db, async (tx) => {
    const commitAt = await openCommits(
      tx,
      rows.map(({ recordedAt }) => recordedAt),
    )
    await tx
      .insert(service)
      .values(rows.map((row) => ({ ...row, commitId: commitAt(row.recordedAt) })))
    return sayWords(tx, rows, new Map(), dice(seed + 1), count, new Date(0))
  })
  return { rows, words, parents, financiers }
}

/** What is told in one transaction gets positions in the order of its moments. */
function told<Answer>(db: Database, tell: (tx: Database) => Promise<Answer>): Promise<Answer> {
  return db.transaction(async (tx) => {
    const answer = await tell(tx)
    await placeCommits(tx)
    return answer
  })
}

/** So many words on random rows, each after the row's last and not before `since`; a voided row hears no more. */
export function addWords(db: Database, ...said: Said): Promise<Word[]> {
  return told(db, (tx) => sayWords(tx, ...said))
}

type Said = [
  rows: readonly ServiceRow[],
  last: Map<string, Word>,
  drawn: ReturnType<typeof dice>,
  count: number,
  since: Date,
]

async function sayWords(
  tx: Database,
  ...[rows, last, { roll, one }, count, since]: Said
): Promise<Word[]> {
  const words: Word[] = []
  for (let said = 0; said < count; said++) {
    const row = one(rows)
    const before = last.get(row.id)
    if (before?.state === 'voided') continue
    const after = Math.max((before?.at ?? row.recordedAt).getTime(), since.getTime())
    const word = {
      serviceId: row.id,
      state: one(answers),
      at: new Date(after + (1 + roll(400)) * 3_600_000),
    }
    last.set(row.id, word)
    words.push(word)
  }
  const commitAt = await openCommits(
    tx,
    words.map(({ at }) => at),
  )
  const marks = words.map((word) => ({ ...word, commitId: commitAt(word.at) }))
  if (marks.length > 0) await tx.insert(serviceMark).values(marks)
  const states = [...last.values()]
  await tx.execute(
    `update service set state = said.state from (values ${states
      .map(({ serviceId, state }) => `('${serviceId}'::uuid, '${state}')`)
      .join(', ')}) as said(id, state) where service.id = said.id`,
  )
  return words
}

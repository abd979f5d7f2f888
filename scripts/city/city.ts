import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { need, organisation, service, serviceMark } from '@/db/schema'
import { addDays, startOf, type Day } from '@/domain/calendar/calendar'
import { drawFrom } from '@/domain/id'
import { readAsWere } from '@/domain/ledger/as-were'
import { placeCommits } from '@/domain/ledger/positions'
import { tell } from '@/domain/notification/tell'
import { addApplications } from './applications'
import { Askers } from './askers'
import { addCompanies, addProfileRows } from './companies'
import { addEntries } from './entries'
import { addFinanciers } from './financiers'
import { addImports } from './imports'
import { Ledger } from './ledger'
import { addPastNeeds, NEED_DAYS, playNeeds } from './needs'
import { addOfficials } from './officials'
import { addPersonaCompanies } from './persona-company'
import { addProducts } from './products'
import { sealPast } from './reports'
import { addRequests } from './requests'
import { noRows, writeRows, type Say } from './rows'
import { Services } from './services'
import { Stage } from './stage'
import { addTargets } from './targets'
import { addWaitingCodes } from './waiting-codes'
import { addWhiteList } from './white-list'
import { World } from './world'

/** Needs reach back from today and must not reach the period whose figures are published. */
export const EARLIEST_TODAY: Day = '2026-03-01'

export interface Given {
  seed: number
  today: Day
  /** Of the one password: argon2 salts it anew each time. */
  passwordHash: string
  /** How many of the needs there are: all, or a share where a test does with fewer. */
  share?: number
}

/**
 * Fills an empty database with the whole city as it is on the evening before a day. The same given, the same rows, to the
 * byte. What has ended and the ledger are written in bulk; what lives is played, by the verbs.
 */
export async function fillCity(tx: Database, given: Given, say: Say = () => {}): Promise<void> {
  if (given.today < EARLIEST_TODAY)
    throw new Error(`the city is drawn from ${EARLIEST_TODAY} on, ${NEED_DAYS} days back`)
  await tx.execute(sql`lock table ${organisation} in share row exclusive mode`)
  if ((await tx.$count(organisation)) > 0) throw new Error('the database is not empty')
  const world = new World(given.seed, given.today, given.passwordHash)
  const stage = new Stage(tx, world, startOf(addDays(given.today, -NEED_DAYS)))
  const draws = world.random.fork('draws')
  drawFrom({ id: () => draws.id(stage.now), below: (end) => draws.int(0, end - 1) })
  try {
    await fill(stage, given.share ?? 1, say)
  } finally {
    drawFrom(null)
  }
}

async function fill(stage: Stage, share: number, say: Say): Promise<void> {
  const { db: tx, world } = stage
  const write = async () => {
    await writeRows(tx, world.rows, say)
    world.rows = noRows()
  }
  addOfficials(world)
  addPersonaCompanies(world)
  addCompanies(world)
  addWhiteList(world)
  addRequests(world)
  addEntries(world)
  addTargets(world)
  addFinanciers(world)
  addApplications(world)
  addProducts(world)
  addProfileRows(world)
  addWaitingCodes(world)
  await write()

  const asWere = await readAsWere(
    tx,
    world.companies.map(({ row }) => row.id),
  )
  const services = new Services(world, asWere)
  const askers = new Askers(world)
  await addPastNeeds(tx, world, services, askers, share)
  await write()
  await services.write(tx, say)
  await tx.execute(sql`analyze`)
  await playNeeds(stage, askers, share)
  say(`${String(await tx.$count(need)).padStart(6)}  need, those that live by the verbs`)

  const ofPlatform = await tx
    .select({
      companyId: service.companyId,
      class: service.class,
      happenedOn: service.happenedOn,
    })
    .from(service)
    .where(and(eq(service.rung, 6), ne(service.state, 'voided')))
    .orderBy(asc(service.happenedOn), asc(service.contractKey), asc(service.id))
  new Ledger(world, services, ofPlatform).fill()
  await services.write(tx, say)
  await write()
  for (const happened of world.latest.toSorted((a, b) => Number(a.at) - Number(b.at))) {
    stage.now = happened.at
    await tell(tx, happened)
  }
  await placeCommits(tx)
  // What was written a moment ago nobody has counted yet: without it each month is read by a plan for an empty ledger.
  await tx.execute(sql`analyze ${service}, ${serviceMark}`)
  await sealPast(tx, world)
  await write()
  await addImports(stage)
}

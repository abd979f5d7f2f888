import type { Day } from '@/domain/calendar/calendar'
import { addCompanies, addProfileRows } from './companies'
import { addFinanciers } from './financiers'
import { addJudgements } from './judging'
import { addLeads } from './leads'
import { Ledger } from './ledger'
import { addNeeds, NEED_DAYS } from './needs'
import { addOfficials } from './officials'
import { addPersonaCompanies } from './persona-company'
import { addProducts } from './products'
import type { Rows } from './rows'
import { Contracts } from './services'
import { addWhiteList } from './white-list'
import { World } from './world'

/** Needs reach back from today and must not reach the period whose figures are published. */
export const EARLIEST_TODAY: Day = '2026-03-01'

/**
 * The whole city, from its seed and the day it is, up to the evening before. Pure: the same three give the same rows, to
 * the byte; the hash of the one password is given, because argon2 salts it anew each time.
 */
export function drawCity(given: { seed: number; today: Day; passwordHash: string }): Rows {
  if (given.today < EARLIEST_TODAY)
    throw new Error(`the city is drawn from ${EARLIEST_TODAY} on, ${NEED_DAYS} days back`)
  const world = new World(given.seed, given.today, given.passwordHash)
  addOfficials(world)
  addPersonaCompanies(world)
  addCompanies(world)
  addWhiteList(world)
  addFinanciers(world)
  addProducts(world)
  const contracts = new Contracts()
  addNeeds(world, contracts)
  new Ledger(world, contracts).fill()
  addProfileRows(world)
  addJudgements(world)
  addLeads(world)
  const { rows } = world
  rows.serviceMark.sort((a, b) => Number(a.at) - Number(b.at))
  return rows
}

import { Worker } from 'node:worker_threads'
import { afterEach, expect, test, vi } from 'vitest'
import { addDays } from '../calendar/calendar'
import { chains } from '../chain/chain'
import { districts } from '../place/place'
import { classes } from '../product/classes'
import { learnBeside } from './learn-beside'
import { learnCity, type CityLedger } from './learn-city'
import { seeded } from './random'
import { finish } from './steps'

const random = seeded(5)
const below = (most: number) => Math.floor(random() * most)
const pick = <Value>(list: readonly Value[]) => list[below(list.length)]!

/** Every financier has a chain of its own, and half of its contracts are in it. */
const ledger: CityLedger = {
  homes: districts.slice(0, 6).map((home, at) => ({ id: `f${at}`, home })),
  contracts: Array.from({ length: 160 }, (_, at) => {
    const financier = below(6)
    return {
      ...{ id: `c${String(at).padStart(3, '0')}`, companyId: `o${below(40)}` },
      ...{ financierId: `f${financier}`, contractNo: `C-${at}`, secures: null },
      ...{ class: pick(classes.slice(0, 3)), happenedOn: addDays('2022-06-01', 4 * at) },
      ...{ amountFen: 1_000_000 * (1 + below(900)), tenorMonths: pick([6, 12, 36, null]) },
      ...{ district: pick(districts), zone: null },
      chains: [random() < 0.5 ? chains[financier]! : pick(chains)],
      ...{ qualifications: [], whiteListed: false, stage: null, foundedOn: '2015-01-01' },
    }
  }),
}
const inProcess = JSON.stringify(finish(learnCity(ledger)))
const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)

afterEach(() => {
  said.mockClear()
})

test('in a thread it is learned to the same bytes as here, while this one goes on', async () => {
  let turns = 0
  const clock = setInterval(() => (turns += 1), 1)
  const learned = await learnBeside(ledger)
  clearInterval(clock)
  expect(JSON.stringify(learned)).toBe(inProcess)
  expect(learned.lessons).toBeGreaterThan(50)
  expect(turns).toBeGreaterThan(3)
  expect(said).not.toHaveBeenCalled()
}, 60_000)

test('where no thread starts, or one ends without an answer, it is learned here all the same, and said once', async () => {
  const missing = () => new Worker(new URL('./not-there.mjs', import.meta.url))
  const silent = () => new Worker('', { eval: true })
  for (const start of [missing, silent])
    expect(JSON.stringify(await learnBeside(ledger, start))).toBe(inProcess)
  expect(said).toHaveBeenCalledTimes(1)
}, 60_000)

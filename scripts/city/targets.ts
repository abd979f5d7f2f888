import type { SetTargetInput } from '@/domain/target/target'
import { officeMoment } from './working-time'
import type { World } from './world'

const plan = (year: number) => `${year} 年科技金融工作要点（示范）`
const YI = 10_000_000_000

/** Each January; in June 2026 the city raises one. */
const targets: (Omit<SetTargetInput, 'source'> & { on: string })[] = [
  { on: '2024-01-18', year: 2024, measure: 'companies', place: 'city', value: 720 },
  { on: '2024-01-18', year: 2024, measure: 'drawn', place: 'city', value: 36 * YI },
  { on: '2025-01-16', year: 2025, measure: 'companies', place: 'city', value: 820 },
  { on: '2025-01-16', year: 2025, measure: 'drawn', place: 'city', value: 40 * YI },
  { on: '2026-01-15', year: 2026, measure: 'companies', place: 'city', value: 850 },
  { on: '2026-01-15', year: 2026, measure: 'drawn', place: 'city', value: 42 * YI },
  { on: '2026-01-15', year: 2026, measure: 'companies', place: 'yanta', value: 240 },
  { on: '2026-01-15', year: 2026, measure: 'companies', place: 'high-tech', value: 330 },
  { on: '2026-06-18', year: 2026, measure: 'companies', place: 'city', value: 880 },
]

/** The yearly targets that statisticians of the city set, and what another took the place of. */
export function addTargets(world: World): void {
  const random = world.random.fork('targets')
  const by = world.officials[0]?.members.find(({ duties }) => duties?.includes('statistician'))
  if (!by) throw new Error('nobody sets targets')
  for (const { on, ...target } of targets) {
    const setAt = officeMoment(random, on)
    if (setAt >= world.now) continue
    const before = world.rows.yearlyTarget.find(
      ({ year, measure, place, state }) =>
        state === 'in-force' &&
        year === target.year &&
        measure === target.measure &&
        place === target.place,
    )
    if (before) Object.assign(before, { state: 'ended', endedAt: setAt, endedByMemberId: by.id })
    const id = random.id(setAt)
    world.rows.yearlyTarget.push({
      ...{ ...target, id, source: plan(target.year), state: 'in-force', setAt },
      ...{ setByMemberId: by.id, endedAt: null, endedByMemberId: null, reason: null },
    })
    world.event(setAt, 'target.set', id, by)
  }
}

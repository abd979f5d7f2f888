import { dayOf, type Day } from '@/domain/calendar/calendar'
import { personas } from './personas'
import { chainTable } from './tables'
import type { Company, World } from './world'

/** The first batch: 49 enterprises over 19 chains. */
const FIRST_BATCH: Day = '2024-03-15'

/** The list is gone through each spring: it stands until then. */
function nextMarchEnd(today: Day): Day {
  const end = `${today.slice(0, 4)}-03-31`
  return end >= today ? end : `${Number(today.slice(0, 4)) + 1}-03-31`
}

/** Key enterprises by chain, each with a contact at the authority. Nobody has served those of hydrogen yet. */
export function addWhiteList(world: World): void {
  const random = world.random.fork('white list')
  const [city] = world.officials
  const chosen = new Set<Company>()
  for (const { chain, listed } of chainTable) {
    const able = world.companies.filter(
      ({ row, profile }) =>
        row.state === 'admitted' &&
        row.parentId === null &&
        profile.chains[0] === chain &&
        row.admittedAt !== null &&
        dayOf(row.admittedAt) < FIRST_BATCH,
    )
    const persona = able.filter(({ row }) => row.name === personas.company.organisation)
    const others = able
      .filter((one) => !persona.includes(one))
      .toSorted((a, b) => (b.profile.staff ?? 0) - (a.profile.staff ?? 0))
    for (const company of [...persona, ...others].slice(0, listed)) {
      chosen.add(company)
      company.whiteList.push({ chain, batchOn: FIRST_BATCH })
      company.weight = chain === 'hydrogen' ? 0 : company.weight && Math.max(company.weight, 4)
      world.rows.whiteListEntry.push({
        id: random.id(world.now),
        batchOn: FIRST_BATCH,
        organisationId: company.row.id,
        chain,
        contactMemberId: random.pick(city?.members ?? []).id,
        endedOn: nextMarchEnd(world.today),
      })
    }
  }
  if (chosen.size !== 49) throw new Error(`the first white list has ${chosen.size} enterprises`)
}

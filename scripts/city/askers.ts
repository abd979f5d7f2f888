import { addDays, startOf, type Day } from '@/domain/calendar/calendar'
import type { Random } from './random'
import type { Company, World } from './world'

/** A company asks again after so many days at the earliest. */
const BETWEEN_DAYS = 240

/** Which companies ask for money when: admitted ones, livelier ones more often. */
export class Askers {
  private readonly able: Company[]
  private readonly latest = new Map<Company, Day>()

  constructor({ companies }: World) {
    this.able = companies.filter(
      ({ row, weight }) => row.state === 'admitted' && !row.parentId && weight > 0,
    )
  }

  pick(random: Random, day: Day): Company {
    for (;;) {
      const company = random.weighted(this.able, ({ weight }) => weight ** 0.4)
      const { admittedAt } = company.row
      const since = addDays(this.latest.get(company) ?? '2000-01-01', BETWEEN_DAYS)
      if (admittedAt && admittedAt < startOf(addDays(day, -2)) && since < day) return company
    }
  }

  take(company: Company, day: Day): void {
    this.latest.set(company, day)
  }
}

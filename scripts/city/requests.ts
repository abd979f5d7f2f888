import * as z from 'zod'
import { addDays, dueAfter, isWorkingDay, type Day } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { requestKinds, requestStates } from '@/domain/request/request'
import { readTable } from './tables'
import { officeMoment } from './working-time'
import type { Company, World } from './world'

const shapes = readTable(
  'requests',
  z.object({
    kind: z.enum(requestKinds),
    /** The chain of a white-listed company. */
    company: z.enum(chains),
    /** Working days before today, and how many of them it took to answer. */
    asked: z.coerce.number(),
    answered: z.coerce.number(),
    state: z.enum(requestStates),
    title: z.string(),
    words: z.string(),
    answer: z.string(),
  }),
)

function workingDaysBefore(today: Day, days: number): Day {
  let day = today
  for (let left = days; left > 0;) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) left--
  }
  return day
}

/** What white-listed companies asked of their contacts beyond finance. */
export function addRequests(world: World): void {
  const random = world.random.fork('requests')
  const contactOf = new Map(
    world.rows.whiteListEntry.map((one) => [one.organisationId, one.contactMemberId]),
  )
  const asked = new Map<string, number>()
  for (const shape of shapes) {
    const listed = world.companies.filter(({ whiteList }) =>
      whiteList.some(({ chain }) => chain === shape.company),
    )
    const turn = asked.get(shape.company) ?? 0
    asked.set(shape.company, turn + 1)
    const company = listed[turn % listed.length] as Company
    const contact = world.officials
      .flatMap(({ members }) => members)
      .find(({ id }) => id === contactOf.get(company.row.id))
    const [by] = company.members
    if (!contact || !by) throw new Error(`nobody asks or answers for ${company.row.name}`)
    const day = workingDaysBefore(world.today, shape.asked)
    const askedAt = officeMoment(random, day)
    const dueAt = dueAfter(askedAt, WORKING_DAYS.request)
    const answeredAt =
      shape.state === 'asked'
        ? null
        : officeMoment(random, workingDaysBefore(world.today, shape.asked - shape.answered))
    const remindedAt = shape.state === 'asked' && dueAt < world.now ? dueAt : null
    const id = random.id(askedAt)
    world.rows.request.push({
      ...{ id, code: world.code('request', askedAt), organisationId: company.row.id },
      ...{ kind: shape.kind, title: shape.title, words: shape.words, state: shape.state },
      ...{ contactMemberId: contact.id, askedAt, askedByMemberId: by.id, dueAt, remindedAt },
      ...{ answeredAt, answeredByMemberId: answeredAt && contact.id },
      answer: answeredAt && shape.answer,
    })
    const about = { companyId: company.row.id }
    world.event(askedAt, 'request.asked', id, by, about)
    if (remindedAt) world.event(remindedAt, 'request.reminded', id, null, about)
    const event = shape.state === 'given' ? 'request.granted' : 'request.declined'
    if (answeredAt) world.event(answeredAt, event, id, contact, about)
  }
}

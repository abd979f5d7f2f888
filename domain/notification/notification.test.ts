import { expect, test } from 'vitest'
import { eventTypes } from '../event/event'
import { kindsOf, notificationKinds } from './notification'
import { audienceOf, toldByItsVerb, toldOf, toldToNobody } from './told'

const toldTypes = Object.keys(toldOf)

test('every event is told to somebody, or named as told to nobody', () => {
  expect([...toldTypes, ...toldToNobody, ...toldByItsVerb].toSorted()).toEqual(
    [...eventTypes].toSorted(),
  )
})

test('each audience is told only of its own kinds, and of each by some event', () => {
  const told = Object.values(toldOf).flatMap((one) => one.told)
  for (const { kind, to } of told) {
    const audience = audienceOf[to]
    if (audience) expect(kindsOf[audience] as readonly string[], `${kind} to ${to}`).toContain(kind)
  }
  // Leads are told by the judgement that finds them, and an import tells of its rows.
  const apart = ['lead', 'lead-in-view', 'services-imported', 'totals-differed']
  const all = new Set([...told.map(({ kind }) => kind), ...apart])
  expect([...all].toSorted()).toEqual([...notificationKinds].toSorted())
})

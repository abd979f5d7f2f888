import { expect, test } from 'vitest'
import { colleagueOf } from './colleague'

const member = {
  id: '1',
  name: 'Name',
  email: 'name@test.example',
  role: 'editor' as const,
  duties: [],
  createdAt: new Date('2024-05-15T02:00:00Z'),
}
const invitedUntil = new Date('2024-05-29T16:00:00Z')

test('who was invited has not joined: the invitation runs to a day, and says when it is over', () => {
  const on = (now: string) =>
    colleagueOf({ ...member, state: 'invited', invitedUntil }, new Date(now)).invited
  expect(on('2024-05-29T15:59:00Z')).toEqual({ until: '2024-05-29', isOver: false })
  expect(on('2024-05-29T16:00:00Z')).toEqual({ until: '2024-05-29', isOver: true })
  expect(
    colleagueOf({ ...member, state: 'active', invitedUntil: null }, invitedUntil),
  ).toMatchObject({ since: '2024-05-15', invited: null })
})

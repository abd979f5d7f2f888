import { yearlyTarget } from '@/db/schema'
import { newId } from '../id'
import { endTarget } from '../target/end-target'
import { setTarget } from '../target/set-target'
import type { SetTargetInput, TargetState } from '../target/target'
import { answeredId, asOfficial, type Attempt, type Stage } from './attempt'
import { NOW } from './cast'

export const aTarget: SetTargetInput = {
  ...{ year: 2024, measure: 'companies', place: 'city', value: 800 },
  source: 'Work plan of the year',
}

async function makeTarget({ db, cast }: Stage, state: string) {
  const by = cast.of.authority.owner.id
  const id = newId()
  await db.insert(yearlyTarget).values({
    ...{ ...aTarget, id, state: state as TargetState, setAt: NOW, setByMemberId: by },
    ...(state === 'ended' ? { endedAt: NOW, endedByMemberId: by, reason: 'Another plan' } : {}),
  })
  return { id }
}

export const targetAttempts: Record<string, Attempt> = {
  'set-target': {
    build: () => Promise.resolve({ id: newId() }),
    run: (context) => setTarget(asOfficial(context), aTarget),
    tried: ['none'],
    names: [],
    result: answeredId,
  },
  'end-target': {
    build: makeTarget,
    run: (context, { id }) => endTarget(asOfficial(context), id, 'The plan was changed'),
  },
}

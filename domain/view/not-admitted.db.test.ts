import { eq } from 'drizzle-orm'
import { test } from 'vitest'
import { savedView } from '@/db/schema'
import { financierActor } from '../testing/cast'
import { expectRefusal, tale, value } from '../testing/tale'
import { changeView } from './change-view'
import { chooseView } from './choose-view'
import { deleteView } from './delete-view'
import { saveView } from './save-view'

const { scene } = tale()
const mine = { name: 'mine', shared: false, alert: true }

test.each([
  ['applied', 'not-admitted'],
  ['refused', 'organisation-refused'],
  ['suspended', 'organisation-suspended'],
] as const)('a financier that is %s keeps no views of leads', (state, refusal) =>
  scene(async ({ db, cast, who, as }) => {
    const id = value(await saveView(as(who.financier), mine, {}))
    const actor = as(financierActor(cast.financier, cast.of.financier.owner, state))
    for (const act of [
      () => saveView(actor, { ...mine, name: 'another' }, {}),
      () => changeView(actor, id, { filter: { class: 'equity' } }),
      () => chooseView(actor, id, { alert: false, opensFirst: true }),
      () => deleteView(actor, id),
    ])
      await expectRefusal(db, act, refusal)
    await db.delete(savedView).where(eq(savedView.id, id))
  })(),
)

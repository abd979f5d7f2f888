import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { member, need, organisation } from '@/db/schema'
import { testDatabase } from '@/db/testing'
import type { CompanyActor } from './actor'
import type { Context } from './context'
import { newId } from './id'
import { startNeed } from './need/start-need'

const database = testDatabase()

async function newCompany(): Promise<CompanyActor> {
  const db = database()
  const organisationId = newId()
  const memberId = newId()
  const now = new Date()
  await db.insert(organisation).values({
    id: organisationId,
    kind: 'company',
    uscc: organisationId.slice(0, 18),
    name: '一次科技',
    state: 'admitted',
    createdAt: now,
  })
  await db.insert(member).values({
    id: memberId,
    organisationId,
    email: `${memberId}@example.cn`,
    name: '林',
    role: 'owner',
    state: 'active',
    passwordHash: 'x',
    createdAt: now,
  })
  return {
    audience: 'company',
    memberId,
    organisationId,
    organisationName: '一次科技',
    personName: '林',
    role: 'owner',
    organisationState: 'admitted',
  }
}

function sent(actor: CompanyActor, key: string): Context<CompanyActor> {
  return { actor, now: new Date(), db: database(), once: { key, acts: 0 } }
}

async function countNeeds(actor: CompanyActor): Promise<number> {
  const [row] = await database()
    .select({ needs: sql<number>`count(*)::int` })
    .from(need)
    .where(eq(need.organisationId, actor.organisationId))
  return row?.needs ?? 0
}

test('a form sent ten times at once is one act, with ten equal answers', async () => {
  const actor = await newCompany()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => startNeed(sent(actor, 'form-1:same'))),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]?.ok).toBe(true)
  expect(await countNeeds(actor)).toBe(1)
})

test('the same form with other answers, or another form, is another act', async () => {
  const actor = await newCompany()
  await startNeed(sent(actor, 'form-1:one'))
  await startNeed(sent(actor, 'form-1:two'))
  await startNeed({ ...sent(actor, ''), once: undefined })
  expect(await countNeeds(actor)).toBe(3)
})

test('one form that runs two verbs runs both', async () => {
  const actor = await newCompany()
  const context = sent(actor, 'form-2:twice')
  const first = await startNeed(context)
  const second = await startNeed(context)
  expect(first).not.toEqual(second)
  expect(await countNeeds(actor)).toBe(2)
})

test('a refusal takes no key: the form may be sent again', async () => {
  const actor = await newCompany()
  const applied = { ...actor, organisationState: 'suspended' as const }
  expect((await startNeed(sent(applied, 'form-3:x'))).ok).toBe(false)
  expect((await startNeed(sent(actor, 'form-3:x'))).ok).toBe(true)
})

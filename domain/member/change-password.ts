import { eq, sql } from 'drizzle-orm'
import { member } from '@/db/schema'
import type { MemberActor } from '../actor'
import { isMember, transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { ok, refused, type Result } from '../result'
import { whyNotPassword, type NewPasswordRefusal } from './new-password'
import { hashPassword, verifyPassword } from './password'
import { trySecret } from './try-secret'

/** Sets a new password after the old one; every session of the member ends, and the answer is the new version. */
export async function changePassword(
  context: Context<MemberActor>,
  input: { currentPassword: string; password: string },
): Promise<Result<number, 'wrong-audience' | 'password-wrong' | NewPasswordRefusal>> {
  const { actor } = context
  if (!isMember(actor)) return refused('wrong-audience')
  const secret = { account: actor.memberId, wrong: ['password-wrong'] as const }
  const hashed = await trySecret<string, 'password-wrong' | 'password-common'>(
    context,
    secret,
    async () => {
      const [own] = await context.db.select().from(member).where(eq(member.id, actor.memberId))
      if (!(await verifyPassword(own?.passwordHash ?? null, input.currentPassword)))
        return refused('password-wrong')
      const no = await whyNotPassword(input.password, own?.email ?? '')
      return no ? refused(no) : ok(await hashPassword(input.password))
    },
  )
  if (!hashed.ok) return hashed
  return transact(context, async (tx) => {
    const [changed] = await tx
      .update(member)
      .set({ passwordHash: hashed.value, sessionVersion: sql`${member.sessionVersion} + 1` })
      .where(eq(member.id, actor.memberId))
      .returning({ sessionVersion: member.sessionVersion })
    await recordEvent(tx, context, 'member.password-changed', actor.memberId)
    return ok(changed?.sessionVersion ?? 1)
  })
}

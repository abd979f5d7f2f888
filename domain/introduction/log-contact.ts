import { eq } from 'drizzle-orm'
import { contact, product } from '@/db/schema'
import type { FinancierActor } from '../actor'
import { dayOf } from '../calendar/calendar'
import type { Context } from '../context'
import { newId } from '../id'
import { writeService } from '../ledger/write-service'
import { refused, type Result } from '../result'
import type { ContactInput } from './introduction'
import { enterState, moveIntroduction, type MoveRefusal } from './move-introduction'

export type LogContactRefusal =
  MoveRefusal | 'day-in-future' | 'before-introduction' | 'already-there'

/** The financier logs a visit, meeting or call. The first one is rung 4 of the ledger. */
export async function logContact(
  context: Context<FinancierActor>,
  introductionId: string,
  input: ContactInput,
): Promise<Result<string, LogContactRefusal>> {
  const { actor, now } = context
  return moveIntroduction<'day-in-future' | 'before-introduction' | 'already-there'>(
    context,
    introductionId,
    {
      as: 'financier',
      from: ['open', 'in-contact'],
      event: 'introduction.contacted',
      facts: { kind: input.kind, on: input.contactedOn },
      run: async (tx, found) => {
        if (input.contactedOn > dayOf(now)) return refused('day-in-future')
        if (input.contactedOn < dayOf(found.createdAt)) return refused('before-introduction')
        await tx.insert(contact).values({
          id: newId(),
          introductionId: found.id,
          kind: input.kind,
          contactedOn: input.contactedOn,
          note: input.note,
          memberId: actor.memberId,
          recordedAt: now,
        })
        if (found.state === 'in-contact') return undefined
        await enterState(tx, found, 'in-contact', now, { contactedAt: now })
        const [terms] = await tx
          .select({ class: product.class })
          .from(product)
          .where(eq(product.id, found.productId))
        if (!terms) throw new Error(`introduction ${found.id} has no product`)
        return writeService(tx, context, {
          organisationId: found.companyId,
          financierId: found.financierId,
          rung: 4,
          class: terms.class,
          contractNo: null,
          contractKey: found.code,
          happenedOn: input.contactedOn,
          amountFen: 0,
          source: 'platform',
          introductionId: found.id,
        })
      },
    },
  )
}

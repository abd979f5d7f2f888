/** What runs later: each job only calls a domain verb, in its own transaction, after the commit that asked for it. */
import { database } from '@/db/client'
import type { ClockActor } from '@/domain/actor'
import { runClocks } from '@/domain/clock/run-clocks'
import type { Context } from '@/domain/context'
import { findDoubts } from '@/domain/doubt/find-doubts'
import { checkImport } from '@/domain/import-run/check-import'
import { runImport } from '@/domain/import-run/run-import'
import { sendMails } from '@/domain/mail/send-mails'
import { writeDigests } from '@/domain/mail/write-digests'
import { judgeNeeds } from '@/domain/match/judge-needs'
import { judgeNeed, judgeProduct } from '@/domain/match/judge-pairs'
import { checkTotals } from '@/domain/moves/check-totals'
import { clearOld } from '@/domain/moves/clear-old'
import { judgeDue } from '@/domain/moves/judge-due'
import { rankAnew } from '@/domain/moves/rank-anew'
import { mailer } from '@/ports/mail'
import type { Jobs, QueueName } from '@/ports/queue'
import { composeDigest } from '@/components/mail/digest-mail'

function clockContext(): Context<ClockActor> {
  return { actor: { audience: 'clock' }, now: new Date(), db: database() }
}

/** One handler a queue; at-least-once, so each may run twice without harm. */
export const handlers: { [Name in QueueName]: (data: Jobs[Name]) => Promise<unknown> } = {
  'judge-need': ({ needId }) => judgeNeed(clockContext(), needId),
  'judge-product': ({ productId }) => judgeProduct(clockContext(), productId),
  'judge-needs': ({ needIds }) => judgeNeeds(clockContext(), needIds),
  'judge-due': () => judgeDue(clockContext()),
  'rank-anew': () => rankAnew(clockContext()),
  'run-clocks': () => runClocks(clockContext()),
  'clear-old': () => clearOld(clockContext()),
  'check-totals': () => checkTotals(clockContext()),
  'find-doubts': () => findDoubts(clockContext()),
  'write-digests': () => writeDigests(clockContext(), composeDigest),
  'check-import': ({ importId }) => checkImport(clockContext(), importId),
  'run-import': ({ importId }) => runImport(clockContext(), importId),
  'send-mails': () => sendMails(clockContext(), mailer()),
}

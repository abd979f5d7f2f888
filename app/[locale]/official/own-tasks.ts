import type { OfficialActor } from '@/domain/actor'
import { countWaitingCodes } from '@/domain/bank-file/queries'
import type { Context } from '@/domain/context'
import { countDoubts } from '@/domain/doubt/queries'
import { countDisputedInScope } from '@/domain/ledger/queries'
import type { Duty } from '@/domain/member/member'
import { countWaiting } from '@/domain/organisation/queries'
import { listDraftsToPublish } from '@/domain/register/queries'
import { countRequests } from '@/domain/request/queries'

/** What waits in the places of an official, and of it what its own duties let it do: the bar and the page count alike. */
export async function countOfficialTasks(context: Context<OfficialActor>) {
  const [{ applicants, needs }, codes, disputes, requests, drafts, doubts] = await Promise.all([
    countWaiting(context),
    countWaitingCodes(context),
    countDisputedInScope(context),
    countRequests(context),
    listDraftsToPublish(context),
    countDoubts(context),
  ])
  const has = (duty: Duty) => context.actor.duties.includes(duty)
  const all = applicants + needs + codes + disputes + requests.waiting + drafts.length + doubts.open
  const own =
    (has('verifier') ? applicants + needs + codes : 0) +
    (has('statistician') ? disputes + doubts.open : 0) +
    requests.own +
    drafts.length
  return { own, others: all - own }
}

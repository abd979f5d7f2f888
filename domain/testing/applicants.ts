/** Whoever applies with a code that is known, and all that the pages let it read. */
import { expect } from 'vitest'
import { service } from '@/db/schema'
import type { FinancierActor, MemberActor } from '../actor'
import { listOwnConsents, listOwnDisclosures } from '../consent/queries'
import { introductionStates } from '../introduction/introduction'
import { listOwnIntroductions } from '../introduction/queries'
import { listOwnServices, listReportedServices } from '../ledger/queries'
import { writeDigests } from '../mail/write-digests'
import { findActor } from '../member/queries'
import { listOwnNeeds } from '../need/queries'
import { listOwnTasks } from '../need/tasks'
import { listOwnNotifications } from '../notice/queries'
import { findOwnOrganisation } from '../organisation/queries'
import { findOwnProfile } from '../profile/queries'
import { makeOrganisation, NOW } from './cast'
import { register, type typed } from './register'
import { makeService } from './rows'
import type { Scene } from './tale'
import { value } from './value'

const nobody = { audience: 'public' as const }
const clock = { audience: 'clock' as const }

/** A company that the ledger knows by name and code, with a row of a bank. */
export async function aKnownCompany(
  { db, cast }: Scene,
  kind: 'company' | 'financier' = 'company',
) {
  const known = await makeOrganisation(db, kind, {
    state: 'known',
    name: 'CANARY-KNOWN',
    district: null,
    zone: null,
  })
  const of =
    kind === 'company'
      ? { companyId: known.id, financierId: cast.financier.id }
      : { companyId: cast.company.id, financierId: known.id }
  await makeService(db, of, 'reported', {
    contractNo: 'CANARY-CONTRACT',
    amountFen: 77_123_456_700,
  })
  return known
}

/** Whoever applied with a code, as the pages know it. */
export async function applicant(
  on: Scene,
  more: Parameters<typeof typed>[0],
): Promise<MemberActor> {
  const { memberId } = value(await register(on.as(nobody), more))
  const actor = await findActor(on.db, { memberId, sessionVersion: 1 })
  if (!actor) throw new Error('nobody signed in')
  return actor
}

/** All that the pages of a company or financier read of the ledger and of others. */
export async function readsOf({ as, db }: Scene, actor: MemberActor) {
  const mails: unknown[] = []
  await writeDigests(as(clock, new Date(NOW.getTime() + 86_400_000)), (facts) => {
    mails.push(facts)
    return { subject: '', text: '', html: '' }
  })
  const shared = [
    await findOwnOrganisation(as(actor)),
    await listOwnNotifications(as(actor), null),
    mails,
  ]
  const own =
    actor.audience === 'company'
      ? [
          await listOwnServices(as(actor)),
          await listOwnNeeds(as(actor)),
          await listOwnTasks(as(actor)),
          await listOwnConsents(as(actor)),
          await listOwnDisclosures(as(actor), 100),
          await findOwnProfile(as(actor)),
        ]
      : [
          await listReportedServices(as(actor as FinancierActor), null),
          await listOwnIntroductions(as(actor as FinancierActor), introductionStates),
        ]
  const rows = await db.select({ id: service.id }).from(service)
  expect(rows.length).toBeGreaterThan(0)
  return JSON.stringify([shared, own])
}

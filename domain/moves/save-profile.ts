import { whyNotActAs, type CompanyActor, type FinancierActor, type WhyNotAct } from '../actor'
import { dayOf } from '../calendar/calendar'
import { transact, type Context } from '../context'
import { recordEvent } from '../event/record-event'
import { renewOpenNeeds } from '../need/renew-open-needs'
import { lockOrganisation, savePlace } from '../organisation/save-place'
import { dateProfile } from '../profile/date-profile'
import {
  financierSections,
  whyNotSection,
  type SaveProfileInput,
  type WhyNotSection,
} from '../profile/profile'
import { readProfile } from '../profile/queries'
import { saveSection } from '../profile/save-section'
import { ok, refused, type Result } from '../result'

/** Saves one section of the profile, also while the application is not decided yet. A financier has but two. */
export async function saveProfile(
  context: Context<CompanyActor | FinancierActor>,
  input: SaveProfileInput,
): Promise<Result<string, WhyNotAct | WhyNotSection>> {
  const { actor } = context
  const isFinancier = actor.audience === 'financier' && financierSections.includes(input.section)
  const no = whyNotActAs(actor, isFinancier ? 'financier' : 'company', ['applied'])
  if (no) return refused(no)
  const { organisationId } = actor
  return transact(context, async (tx) => {
    await lockOrganisation(tx, organisationId)
    const stored = await readProfile(tx, organisationId)
    const why = whyNotSection(input, stored, dayOf(context.now))
    if (why) return refused(why)
    if (input.section === 'place') await savePlace(tx, organisationId, input.values)
    await saveSection(tx, organisationId, input, context.now)
    await dateProfile(tx, organisationId, dayOf(context.now))
    await renewOpenNeeds(tx, organisationId, context.now)
    await recordEvent(tx, context, 'organisation.profile-saved', organisationId, {
      ...(isFinancier ? {} : { companyId: organisationId }),
      facts: { section: input.section },
    })
    return ok(organisationId)
  })
}

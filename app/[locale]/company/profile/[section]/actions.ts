'use server'

import { notFound } from 'next/navigation'
import { parseForm, refusedForm, typedIn, type Reading } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import type { Context } from '@/domain/context'
import { saveProfile } from '@/domain/moves/save-profile'
import type { CompanyActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import {
  expiredAnew,
  sectionSchemas,
  type ProfileSection,
  type Qualification,
  type SaveProfileInput,
} from '@/domain/profile/profile'
import { findOwnProfile } from '@/domain/profile/queries'
import { dropEmptyCertificates, MOST_ROWS, ROWS } from './certificate-form'

const reads: Record<ProfileSection, Record<string, Reading>> = {
  place: { district: 'text', zone: 'text', park: 'text' },
  business: {
    chains: 'list',
    mainChain: 'text',
    noChain: 'flag',
    stage: 'text',
    foundedOn: 'text',
    introduction: 'text',
  },
  people: { staff: 'whole', rdStaff: 'whole' },
  accounts: {
    'years[].year': 'whole',
    'years[].revenueFen': 'money',
    'years[].profitFen': 'money',
    'years[].rdSpendFen': 'money',
    debtRatioBp: 'rate',
    debtRatioYear: 'whole',
  },
  property: {
    inventionPatents: 'whole',
    otherPatents: 'whole',
    software: 'whole',
    collateral: 'list',
    'qualifications[].kind': 'text',
    'qualifications[].level': 'text',
    'qualifications[].number': 'text',
    'qualifications[].issuer': 'text',
    'qualifications[].validFrom': 'text',
    'qualifications[].validTo': 'text',
  },
  contact: { contactName: 'text', contactPhone: 'text' },
}

/** Keeps a section. Asked for another row, it only gives the page back with one more, and everything typed. */
export async function saveSection(
  section: ProfileSection,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('company', form)
  if (form.get('verb') === 'add') {
    const rows = Math.min(MOST_ROWS, Number(form.get(ROWS)) || 0)
    return { status: 'idle', values: { ...typedIn(form), [ROWS]: String(rows + 1) } }
  }
  if (!Object.hasOwn(sectionSchemas, section)) return notFound()
  if (section === 'property') dropEmptyCertificates(form)
  const parsed = parseForm(sectionSchemas[section], form, reads[section])
  if (!parsed.ok) return refusedForm(parsed, 'profile')
  const input = { section, values: parsed.data } as SaveProfileInput
  const done = await saveProfile(context, input)
  if (!done.ok && done.refusal === 'certificate-expired' && input.section === 'property')
    return atExpired(context, input.values.qualifications, form)
  const need = form.get('need')
  const back =
    typeof need === 'string' && /^[0-9a-f-]{36}$/.test(need)
      ? `/company/needs/${need}/check`
      : '/company/profile?done'
  return settle(done, form, back)
}

/** The sentence stands at the last day of each certificate that has run out. */
async function atExpired(
  context: Context<CompanyActor>,
  entered: Qualification[],
  form: FormData,
): Promise<FormState> {
  const rows = expiredAnew(entered, await findOwnProfile(context), dayOf(context.now))
  const errors = rows.map((row) => [`qualifications[${row}].validTo`, 'certificate-expired'])
  return refusedForm({ errors: Object.fromEntries(errors), values: typedIn(form) }, 'profile')
}

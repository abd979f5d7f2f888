'use server'

import { notFound } from 'next/navigation'
import { isForm, parseForm } from '@/app/forms'
import { contextFor, currentActor } from '@/app/session'
import type { Kept } from '@/components/ui/form-state'
import { stepSchemas, type NeedStep } from '@/domain/need/need'
import { findOwnNeed } from '@/domain/need/queries'
import { saveNeed } from '@/domain/need/save-need'
import { SEEN_ELSEWHERE } from './elsewhere'
import { stepReads, typedFields } from './reading'

/** Keeps what can be read of a step while it is typed. Null once signed out: typing leads nowhere else. */
export async function keepStep(id: string, step: NeedStep, form: FormData): Promise<Kept | null> {
  if ((await currentActor()) === null) return null
  const context = await contextFor('company')
  if (!isForm(form) || !Object.hasOwn(stepSchemas, step)) notFound()
  const seen = Number(form.get(SEEN_ELSEWHERE) ?? form.get('savedAt')) || null
  const done = await saveNeed(context, id, { step, typed: typedFields(step, form) }, seen)
  if (!done.ok) return done.refusal === 'edited-elsewhere' ? { elsewhere: true } : null
  const own = await findOwnNeed(context, id)
  const at = own?.savedAt.getTime()
  return at === undefined ? null : { at, stamp: at, isPart: hasUnread(step, form) }
}

/** Whether something was answered that cannot be kept as it stands; what is only empty yet is none. */
function hasUnread(step: NeedStep, form: FormData): boolean {
  const parsed = parseForm(stepSchemas[step], form, stepReads[step])
  return (
    !parsed.ok &&
    Object.values(parsed.errors).some((code) => code !== 'required' && code !== 'choose-class')
  )
}

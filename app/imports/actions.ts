'use server'

import * as z from 'zod'
import { parseForm, refusedForm, typedIn } from '@/app/forms'
import { contextForMember } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import type { MemberActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { isId } from '@/domain/id'
import { confirmImport } from '@/domain/import-run/confirm-import'
import { discardImport } from '@/domain/import-run/discard-import'
import { LIMITS } from '@/domain/import-run/import-run'
import type { ImportSender } from '@/domain/import-run/lock-import'
import { mendImport } from '@/domain/import-run/mend-import'
import { readMending } from '@/domain/import-run/mending'
import { findImport } from '@/domain/import-run/queries'
import { startImport } from '@/domain/import-run/start-import'
import { stopImport } from '@/domain/import-run/stop-import'
import { undoImport } from '@/domain/import-run/undo-import'
import { importsOf, stepOf } from './place'

/** The figures that sentences on an upload name. */
const limits = {
  megabytes: LIMITS.fileBytes / 1_000_000,
  unpacked: LIMITS.unpackedBytes / 1_000_000,
  rows: LIMITS.rows,
  columns: LIMITS.columns,
}

/** Each verb refuses who is none. */
const asSender = (context: Context<MemberActor>) => context as Context<ImportSender>
const placeOf = (context: Context<MemberActor>, id: string) =>
  `${importsOf(context.actor.audience)}/${id}`
const idOf = (asked: string) => (isId(asked) ? asked : crypto.randomUUID())

export async function upload(_: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const file = form.get('file')
  if (!(file instanceof File) || file.name === '') return refusedForm({ refusal: 'file-missing' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const done = await startImport(asSender(context), { name: file.name, bytes })
  if (!done.ok) return refusedForm({ ...done, facts: { ...limits, ...done.facts } })
  return settle(done, form, (id) => placeOf(context, id))
}

/** Keeps what was said, and goes where something is left to say. */
export async function mend(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const texts = [...form.entries()].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as [string, string]] : [],
  )
  const done = await mendImport(asSender(context), idOf(id), readMending(texts))
  if (!done.ok) return settle(done, form, '')
  const found = await findImport(asSender(context), done.value)
  const step = found ? stepOf(found) : 'columns'
  const from = form.get('from')
  const query =
    step === 'mend' && typeof from === 'string' && /^\d+$/.test(from) ? `?from=${from}` : ''
  return settle(done, form, `${placeOf(context, id)}/${step}${query}`)
}

const versionSchema = z.object({ version: z.number().int() })

export async function confirm(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const parsed = parseForm(versionSchema, form, { version: 'whole' })
  if (!parsed.ok) return refusedForm(parsed)
  const done = await confirmImport(asSender(context), idOf(id), parsed.data.version)
  return settle(done, form, placeOf(context, id))
}

export async function stop(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const done = await stopImport(asSender(context), idOf(id))
  return settle(done, form, `${placeOf(context, id)}/mend?done=stopped`)
}

export async function discard(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const done = await discardImport(asSender(context), idOf(id))
  return settle(done, form, importsOf(context.actor.audience))
}

const whySchema = z.object({
  why: z.string('required').trim().min(1, 'required').max(500, 'too-long'),
})

export async function undo(id: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextForMember(form)
  const parsed = parseForm(whySchema, form, { why: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'imports')
  const done = await undoImport(asSender(context), idOf(id), parsed.data.why)
  if (!done.ok) return refusedForm({ ...done, values: typedIn(form) })
  return settle(done, form, placeOf(context, id))
}

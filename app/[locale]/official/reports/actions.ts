'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { filesOf } from '@/app/reports/report-files'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { agreeReport } from '@/domain/report/agree-report'
import { discardReport } from '@/domain/report/discard-report'
import { findSealedById } from '@/domain/report/queries'
import { reportNoteSchema, returnReportSchema } from '@/domain/report/report'
import { returnReport } from '@/domain/report/return-report'
import { saveReport } from '@/domain/report/save-report'
import { sealReport } from '@/domain/report/seal-report'
import { idFrom } from '../id-from'

const place = (id: string, done: string) => `/official/reports/${id}?done=${done}`
const notes = { noteZh: 'text', noteEn: 'text' } as const
/** A field left empty is read as nothing said. */
const noteFrom = z.preprocess((read) => {
  const { noteZh, noteEn } = read as Record<string, unknown>
  return { noteZh: noteZh ?? '', noteEn: noteEn ?? '' }
}, reportNoteSchema)

export async function write(month: number, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const parsed = parseForm(noteFrom, form, notes)
  if (!parsed.ok) return refusedForm(parsed, 'report')
  const done = await saveReport(context, { month: Number(month) }, parsed.data)
  return settle(done, form, (id) => place(id, 'saved'))
}

export async function save(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(noteFrom, form, notes)
  if (!parsed.ok) return refusedForm(parsed, 'report')
  return settle(await saveReport(context, { id }, parsed.data), form, place(id, 'saved'))
}

export async function propose(
  asked: string,
  version: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  return settle(await sealReport(context, id, Number(version)), form, place(id, 'proposed'))
}

export async function agree(
  asked: string,
  version: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const done = await agreeReport(context, id, Number(version))
  const sealed = done.ok ? await findSealedById(context.db, id) : null
  if (sealed) await filesOf(context, sealed)
  return settle(done, form, place(id, 'sealed'))
}

export async function giveBack(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(z.object({ reason: returnReportSchema }), form, { reason: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'report')
  return settle(await returnReport(context, id, parsed.data.reason), form, place(id, 'returned'))
}

export async function discard(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const done = await discardReport(context, idFrom(asked))
  return settle(done, form, '/official/reports?done=discarded')
}

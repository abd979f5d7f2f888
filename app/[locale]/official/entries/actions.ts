'use server'

import * as z from 'zod'
import { parseForm, refusedForm } from '@/app/forms'
import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { discardEntry } from '@/domain/register/discard-entry'
import { publishEntry } from '@/domain/register/publish-entry'
import { registers, withdrawSchema } from '@/domain/register/register'
import { saveEntry } from '@/domain/register/save-entry'
import { withdrawEntry } from '@/domain/register/withdraw-entry'
import { idFrom } from '../id-from'
import { listOf } from './entry-address'
import { readEntry } from './read-entry'

const place = (id: string, done: string) => `/official/entries/${id}?done=${done}`
const registerOf = (text: string) => registers.find((one) => one === text) ?? 'news'

export async function save(
  asked: string | null,
  register: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('official', form)
  const read = await readEntry(registerOf(register), form)
  if (!read.ok) return read.state
  const done = await saveEntry(context, asked === null ? null : idFrom(asked), read.input)
  return settle(done, form, (id) => place(id, 'saved'))
}

export async function publish(
  asked: string,
  version: number,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  return settle(await publishEntry(context, id, Number(version)), form, place(id, 'published'))
}

export async function withdraw(asked: string, _: FormState, form: FormData): Promise<FormState> {
  const context = await contextFor('official', form)
  const id = idFrom(asked)
  const parsed = parseForm(z.object({ reason: withdrawSchema }), form, { reason: 'text' })
  if (!parsed.ok) return refusedForm(parsed, 'registers')
  return settle(await withdrawEntry(context, id, parsed.data.reason), form, place(id, 'withdrawn'))
}

export async function discard(
  asked: string,
  register: string,
  _: FormState,
  form: FormData,
): Promise<FormState> {
  const context = await contextFor('official', form)
  const done = await discardEntry(context, idFrom(asked))
  return settle(done, form, `${listOf(registerOf(register))}?done=discarded`)
}

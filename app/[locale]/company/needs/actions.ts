'use server'

import { contextFor } from '@/app/session'
import { settle } from '@/app/settle'
import type { FormState } from '@/components/ui/form-state'
import { closeNeed } from '@/domain/moves/close-need'
import { withdrawNeed } from '@/domain/moves/withdraw-need'
import { copyNeed } from '@/domain/need/copy-need'
import { discardNeed } from '@/domain/need/discard-need'
import { startNeed } from '@/domain/need/start-need'
import { submitNeed } from '@/domain/need/submit-need'

export async function start(_: FormState, form: FormData): Promise<FormState> {
  const done = await startNeed(await contextFor('company', form))
  return settle(done, form, (id) => `/company/needs/${id}/edit/use`)
}

export async function copy(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await copyNeed(await contextFor('company', form), id)
  return settle(done, form, (draft) => `/company/needs/${draft}/edit/cost`)
}

export async function discard(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await discardNeed(await contextFor('company', form), id)
  return settle(done, form, '/company')
}

export async function submit(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await submitNeed(await contextFor('company', form), id)
  return settle(done, form, `/company/needs/${id}/published`)
}

export async function withdraw(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await withdrawNeed(await contextFor('company', form), id)
  return settle(done, form, `/company/needs/${id}`)
}

export async function close(id: string, _: FormState, form: FormData): Promise<FormState> {
  const done = await closeNeed(await contextFor('company', form), id)
  return settle(done, form, `/company/needs/${id}`)
}

import { notFound } from 'next/navigation'
import { refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import type { FormState } from '@/components/ui/form-state'
import { isId } from '@/domain/id'
import type { Result } from '@/domain/result'
import type { Messages } from '@/messages/messages'

/** An id out of an address, or not found: a text that is none would be an error in SQL. */
export function idFrom(text: string): string {
  return isId(text) ? text : notFound()
}

/** What every act of an official answers: the page with what was done, not found, or why not. */
export async function answer(
  result: Result<string, keyof Messages['refusals']>,
  form: FormData,
  done: string,
): Promise<FormState> {
  if (result.ok) return go(done)
  if (result.refusal === 'not-found') notFound()
  const { refusal, facts } = result
  return refusedForm({ refusal, values: typedIn(form), ...(facts ? { facts } : {}) })
}

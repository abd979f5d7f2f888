import { refusedForm, typedIn } from '@/app/forms'
import { go } from '@/app/go'
import type { FormState } from '@/components/ui/form-state'
import type { Result } from '@/domain/result'
import type { Messages } from '@/messages/messages'

/** Ends an act that called a verb: what was done leads on to a page, a refusal gives the form back with what was typed. */
export async function settle<Value>(
  done: Result<Value, keyof Messages['refusals']>,
  typed: FormData | ReturnType<typeof typedIn>,
  onTo: string | ((value: Value) => string),
  how?: Parameters<typeof go>[1],
): Promise<FormState> {
  if (done.ok) return go(typeof onTo === 'string' ? onTo : onTo(done.value), how)
  return refusedForm({ ...done, values: typed instanceof FormData ? typedIn(typed) : typed })
}

/** What an action answers to its form: codes and what was typed. The sentences are the form's. */
export interface FormState {
  status: 'idle' | 'refused' | 'done'
  /** Why a verb said no, as a fact in kebab-case. */
  refusal?: string
  /** Figures and names that the sentence of the refusal mentions. */
  facts?: Record<string, string | number>
  /** Field to code: 'required', 'too-long', or the noun's own. */
  errors?: Record<string, string>
  values?: Record<string, string | string[]>
}

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export const idle: FormState = { status: 'idle' }
export const IDEMPOTENCY_KEY = 'idempotencyKey'

type Codes = { [code: string]: string | Codes }

/** Sentences by code. `errors` holds them for all fields, or for one under its name. */
export interface FormSentences {
  errors: Codes
  refusals: Record<string, string>
  /** When there is no sentence of its own. */
  anyError: string
  anyRefusal: string
}

/** `items[0].amount` is asked as itself, then as `items[].amount`, then as `amount`. */
export function errorSentence(field: string, code: string, sentences: FormSentences): string {
  const pattern = field.replace(/\[\d+\]/g, '[]')
  const names = [field, pattern, pattern.replace(/\[\]$/, ''), pattern.split('.').at(-1) ?? field]
  for (const name of names) {
    const own = sentences.errors[name]
    if (typeof own === 'object' && typeof own[code] === 'string') return own[code]
  }
  const shared = sentences.errors[code]
  return typeof shared === 'string' ? shared : sentences.anyError
}

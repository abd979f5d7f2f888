/** What an action answers to its form: sentences, resolved at the door, and what was typed. */
export interface FormState {
  status: 'idle' | 'refused' | 'done'
  /** Why a verb said no. */
  refusal?: string
  /** What to put right, by field. */
  errors?: Record<string, string>
  values?: Record<string, string | string[]>
}

/**
 * What became of typing that was sent by itself: kept at a moment (ms), with the stamp that the next sending carries so that no
 * other tab is overwritten; or not, since another tab has saved.
 */
export type Kept =
  | {
      at: number
      stamp: number
      /** Some of it cannot be read yet, and is in the tab alone. */
      isPart?: boolean
    }
  | { elsewhere: true }
export type KeepAction = (form: FormData) => Promise<Kept | null>

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

export const idle: FormState = { status: 'idle' }
export const IDEMPOTENCY_KEY = 'idempotencyKey'
/** Among what was typed: the code that was probably meant. */
export const MEANT_CODE = 'meantUscc'

import type * as en from './en'
import type { Locale } from './routing'
import type * as zh from './zh'

export type Messages = typeof zh
export type Namespace = keyof Messages

// Fails to compile when a namespace or a key is in one language only.
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
const _sameKeysInBothLanguages: Same<typeof zh, typeof en> = true

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}

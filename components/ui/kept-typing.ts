/** What is typed and not sent yet, kept in the tab for whoever typed it: never a password, never a file. */
import { IDEMPOTENCY_KEY } from './form-state'

export type Typed = Record<string, string | string[]>
export interface KeptTyping {
  values: Typed
  /** When, in ms. */
  at: number
}

const PREFIX = 'typed:'
/** The signal, to forms on this page and to other tabs, that whoever was here has signed out. */
export const FORGOTTEN = 'typed-forgotten'
/** A page of a member says whose it is; without a member it is a stranger's. */
const WHOSE = 'data-typist'

const whose = () => document.querySelector(`[${WHOSE}]`)?.getAttribute(WHOSE) ?? 'stranger'

/** A form of a page, whatever its language. */
export function keyOf(form: string): string {
  const path = window.location.pathname.replace(/^\/(?:zh|en)(?=\/|$)/, '')
  return `${PREFIX}${whose()}:${path}:${form}`
}

/** Where the browser keeps nothing (private windows, a full store) typing goes on as without it. */
function quietly<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}

export function typedOf(form: HTMLFormElement): Typed {
  const values: Typed = {}
  const sent = new FormData(form)
  for (const name of new Set(sent.keys())) {
    if (name === IDEMPOTENCY_KEY || /^\$ACTION_|password|secret/i.test(name)) continue
    const texts = sent.getAll(name).filter((one) => typeof one === 'string')
    if (texts.length > 0) values[name] = name.endsWith('[]') ? texts : (texts.at(-1) ?? '')
  }
  return values
}

/** Whether two typings are the same, whenever the draft behind them was saved. */
export function isSameTyping(one: Typed, other: Typed): boolean {
  const text = ({ savedAt: _at, version: _version, ...typed }: Typed) =>
    JSON.stringify(Object.entries(typed).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return text(one) === text(other)
}

export function keep(key: string, values: Typed): number | null {
  const at = Date.now()
  return quietly(() => {
    sessionStorage.setItem(key, JSON.stringify({ values, at }))
    return at
  })
}

export function readKept(key: string): KeptTyping | null {
  return quietly(() => {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as KeptTyping | null
    return typeof kept?.at === 'number' && typeof kept.values === 'object' ? kept : null
  })
}

export function drop(key: string): void {
  quietly(() => sessionStorage.removeItem(key))
}

function dropWhere(isGone: (key: string) => boolean): void {
  quietly(() => {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(PREFIX) && isGone(key)) sessionStorage.removeItem(key)
  })
}

function forgetHere(): void {
  window.dispatchEvent(new Event(FORGOTTEN))
  dropWhere(() => true)
}

/** On a member's page: what anybody else typed in this tab is gone, and all of it once the member signs out in another. */
export function keepOnlyOwn(typist: string): () => void {
  dropWhere((key) => !key.startsWith(`${PREFIX}${typist}:`))
  const others = new BroadcastChannel(FORGOTTEN)
  others.onmessage = forgetHere
  return () => others.close()
}

/** At sign-out nothing stays, in this tab and the others. */
export function forgetTyping(): void {
  forgetHere()
  const others = new BroadcastChannel(FORGOTTEN)
  others.postMessage(null)
  others.close()
}

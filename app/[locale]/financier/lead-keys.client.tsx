'use client'

import { Keyboard } from 'lucide-react'
import { useEffect, useSyncExternalStore } from 'react'

const STORED = 'kerong.keys'
const CHANGED = 'kerong.keys-changed'

function listen(changed: () => void) {
  window.addEventListener(CHANGED, changed)
  return () => window.removeEventListener(CHANGED, changed)
}

function areOn(): boolean {
  try {
    return window.localStorage.getItem(STORED) !== 'off'
  } catch {
    return true
  }
}

function choose(on: boolean) {
  try {
    window.localStorage.setItem(STORED, on ? 'on' : 'off')
  } catch {
    // A browser that stores nothing keeps them on.
  }
  window.dispatchEvent(new Event(CHANGED))
}

const typing = 'input:not([type=checkbox]), select, textarea, [contenteditable]'

const rowsNow = () => [...document.querySelectorAll<HTMLElement>('[data-lead]')]

/** The row that has the focus, else the one that is open beside the list; -1 where neither is. */
function placeNow(rows: readonly HTMLElement[]): number {
  const focused = rows.findIndex((row) => row.contains(document.activeElement))
  return focused >= 0 ? focused : rows.findIndex((row) => 'selected' in row.dataset)
}

function focusRow(row: HTMLElement | undefined) {
  const links = row?.querySelectorAll('a') ?? []
  ;[...links].find((link) => link.offsetParent !== null)?.focus()
}

/** Rows are links: a key only moves the focus, and Enter follows the link as ever. */
function moveBy(step: 1 | -1) {
  const rows = rowsNow()
  const from = placeNow(rows)
  const to = from < 0 ? 0 : from + step
  focusRow(rows[Math.min(Math.max(to, 0), rows.length - 1)])
}

/** Passes over the row of the keys, and leaves the focus to the one after it. */
function passOver() {
  const rows = rowsNow()
  const place = placeNow(rows)
  const [row, next] = [rows[place], rows[place + 1] ?? rows[place - 1]]
  const form = document.querySelector<HTMLFormElement>('#pass-by-key form')
  const put = (name: string, value = '') => {
    const field = form?.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
  if (!row) return
  put('lead', row.dataset.lead)
  put('next', next?.dataset.lead)
  form?.requestSubmit()
}

function press(key: string): boolean {
  const filters = document.querySelector<HTMLDetailsElement>('#filters')
  const help = document.querySelector<HTMLElement>('#lead-keys')
  switch (key) {
    case 'j':
      moveBy(1)
      return true
    case 'k':
      moveBy(-1)
      return true
    case 'c':
      document.querySelector<HTMLElement>('a:has([data-key=claim])')?.click()
      return true
    case 'x':
      passOver()
      return true
    case 'u':
      document.querySelector<HTMLElement>('button:has([data-key=undo])')?.click()
      return true
    case '/':
      if (filters) filters.open = true
      filters?.querySelector('select')?.focus()
      return true
    case '?':
      help?.togglePopover()
      return true
    case 'Escape': {
      if (help?.matches(':popover-open')) return false
      if (filters?.open) {
        filters.open = false
        filters.querySelector('summary')?.focus()
        return true
      }
      const row = document.querySelector<HTMLElement>('[data-selected] a')
      document.querySelector<HTMLElement>('a[data-key=escape]')?.click()
      row?.focus()
      return true
    }
    default:
      return false
  }
}

/** An act on a lead was sent, and its answer is not there yet: another address is another page, with new parts. */
let acted = false

interface Words {
  open: string
  title: string
  on: string
  rows: [string, string][]
}

/**
 * What the keys do, and the switch that turns them off for good. `shows` says which lead is open and what was done last:
 * after an act on a lead, whose button is gone with it, the row that is open now takes the focus.
 */
export function LeadKeys({ words, shows }: { words: Words; shows: string }) {
  const on = useSyncExternalStore(listen, areOn, () => true)
  useEffect(() => {
    const sent = ({ target }: Event) => {
      acted ||= target instanceof HTMLFormElement && target.elements.namedItem('back') !== null
    }
    document.addEventListener('submit', sent)
    return () => document.removeEventListener('submit', sent)
  }, [])
  useEffect(() => {
    if (acted) focusRow(document.querySelector<HTMLElement>('[data-selected]') ?? undefined)
    acted = false
  }, [shows])
  useEffect(() => {
    if (!on) return
    const heard = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        event.isComposing
      )
        return
      const inField = event.target instanceof Element && event.target.closest(typing) !== null
      if (inField && event.key !== 'Escape') return
      if (press(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [on])
  return (
    <div className="max-lg:hidden">
      <button type="button" popoverTarget="lead-keys" className="button button-small button-plain">
        <Keyboard aria-hidden size={16} />
        {words.open}
        {on && (
          <kbd className="rounded-tag border border-line-2 bg-surface px-1.5 text-small">?</kbd>
        )}
      </button>
      <div
        id="lead-keys"
        popover="auto"
        role="dialog"
        aria-label={words.title}
        className="fixed top-28 right-6 left-auto m-0 w-80 rounded-card border border-line-2 bg-raised p-5 text-ink"
      >
        <h2 className="text-h2">{words.title}</h2>
        <dl className="mt-3 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5">
          {words.rows.map(([key, does]) => (
            <div key={key} className="col-span-2 grid grid-cols-subgrid">
              <dt>
                <kbd className="rounded-tag border border-line-2 bg-surface px-1.5 text-small">
                  {key}
                </kbd>
              </dt>
              <dd className="text-ink-2">{does}</dd>
            </div>
          ))}
        </dl>
        <label className="mt-4 flex items-center gap-3 border-t border-line pt-4">
          <input
            type="checkbox"
            className="tick"
            checked={on}
            onChange={(event) => choose(event.target.checked)}
          />
          {words.on}
        </label>
      </div>
    </div>
  )
}

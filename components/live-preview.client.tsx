'use client'

import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useRef, useState, useTransition, type ReactNode } from 'react'

/** A pause in typing, so that a figure is reckoned once and not after each of its digits. */
const PAUSE_MS = 300

/** Whether a form was typed into before scripts ran. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue
    if (field instanceof HTMLInputElement)
      return field.value !== field.defaultValue || field.checked !== field.defaultChecked
    if (!(field instanceof HTMLSelectElement)) return false
    const first = [...field.options].findIndex((option) => option.defaultSelected)
    return field.selectedIndex !== Math.max(0, first)
  })
}

/**
 * Keeps the panel beside a form at what is typed: the server reckons it anew from the fields after each pause. Before
 * scripts have run, the panel stands as it was saved.
 */
export function LivePreview({
  action,
  counting,
  look,
  children,
}: {
  action: (form: FormData, tried: string | null) => Promise<ReactNode>
  counting: string
  look?: string
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const asked = useRef(0)
  const hasBegun = useRef(false)
  const [typed, setTyped] = useState<{ for: string | null; panel: ReactNode } | null>(null)
  const [pending, start] = useTransition()
  const tried = useSearchParams().get('try')
  const reckon = useCallback(() => {
    const form = box.current?.closest('main')?.querySelector('form')
    if (!form) return
    const turn = ++asked.current
    const fields = new FormData(form)
    start(async () => {
      // Without an answer (no network, signed out) the panel stands as it was: the form must not suffer for it.
      const panel = await action(fields, tried).catch(() => null)
      // Only the latest answer is shown: an earlier one may come later.
      if (turn === asked.current && panel !== null) setTyped({ for: tried, panel })
    })
  }, [action, tried])
  useEffect(() => {
    const form = box.current?.closest('main')?.querySelector('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      // What is typed ends what was tried: it would be reckoned from another figure.
      const address = new URL(window.location.href)
      if (address.searchParams.has('try')) {
        address.searchParams.delete('try')
        window.history.replaceState(null, '', address)
      }
      clearTimeout(timer)
      timer = setTimeout(reckon, PAUSE_MS)
    }
    if (!hasBegun.current && isTouched(form)) reckon()
    hasBegun.current = true
    form.addEventListener('input', later)
    form.addEventListener('change', later)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', later)
      form.removeEventListener('change', later)
    }
  }, [reckon])
  useEffect(() => {
    if (typed && typed.for !== tried) reckon()
  }, [typed, tried, reckon])
  return (
    <div ref={box} aria-busy={pending} className={look}>
      {typed?.panel ?? children}
      <p role="status" className="sr-only">
        {pending ? counting : ''}
      </p>
    </div>
  )
}

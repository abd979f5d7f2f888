'use client'

import { useParams } from 'next/navigation'
import { createContext, useContext, useId, useRef, type ReactNode } from 'react'
import { buttonLook, type ButtonSize, type Tone } from './button-look'
import { DatedIn } from './dated-in'

const DialogId = createContext<string>('')

/** Newer browsers open a dialog by attributes, also before any script has loaded. */
const invoke = (command: 'show-modal' | 'close', id: string) => ({ command, commandfor: id })

/** Only for what cannot be undone: it names it, and says what it does. Its buttons stand in its own form. */
export function Dialog({
  opener,
  tone = 'danger',
  size = 'normal',
  wide = false,
  title,
  children,
}: {
  opener: ReactNode
  tone?: Tone
  size?: ButtonSize
  wide?: boolean
  title: ReactNode
  children: ReactNode
}) {
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  const locale = useParams<{ locale?: string }>().locale === 'en' ? 'en' : 'zh'
  return (
    <>
      <button
        type="button"
        className={buttonLook(tone, size, wide)}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => {
          // A browser that knows the attributes opens it by itself right after this.
          if (!('commandForElement' in currentTarget)) box.current?.showModal()
        }}
        {...invoke('show-modal', id)}
      >
        <span>
          <DatedIn locale={locale}>{opener}</DatedIn>
        </span>
      </button>
      <dialog ref={box} id={id} aria-labelledby={`${id}-title`} className="dialog">
        <h2 id={`${id}-title`} className="text-h2">
          <DatedIn locale={locale}>{title}</DatedIn>
        </h2>
        <div className="mt-2 text-ink-2">
          <DialogId value={id}>{children}</DialogId>
        </div>
      </dialog>
    </>
  )
}

/** The way out, beside the act: 先不封存. */
export function DialogCancel({ children }: { children: ReactNode }) {
  const id = useContext(DialogId)
  return (
    <button
      type="button"
      className={buttonLook('plain', 'normal', false)}
      onClick={(event) => {
        if (!('commandForElement' in HTMLButtonElement.prototype))
          event.currentTarget.closest('dialog')?.close()
      }}
      {...invoke('close', id)}
    >
      {children}
    </button>
  )
}

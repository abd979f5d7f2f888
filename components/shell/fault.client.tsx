'use client'

import { useParams } from 'next/navigation'
import { Link } from '@/components/ui/link.client'
import en from '@/messages/en/trouble.json'
import zh from '@/messages/zh/trouble.json'
import { Seal } from './seal'

/** What a person sees of a bug or an outage: whose fault, the reference that is also in the log, and the way on. */
export function Fault({ error, retry }: { error: unknown; retry: () => void }) {
  const { locale } = useParams<{ locale?: string }>()
  const words = locale === 'en' ? en : zh
  const digest =
    error instanceof Error && 'digest' in error && typeof error.digest === 'string'
      ? error.digest
      : undefined
  // db/statement-error.ts gives an outage of the database this digest.
  const isAway = digest === 'database-away'
  const say = { ...words.error, ...(isAway ? words.away : {}) }
  const reference = isAway ? undefined : digest
  return (
    <>
      <header className="h-14 border-b border-line bg-surface px-4 sm:px-6">
        <Link
          href="/"
          aria-label={say.brand.name}
          className="flex h-full w-fit items-center gap-2.5"
        >
          <Seal above={say.brand.above} below={say.brand.below} />
          <span aria-hidden className="text-[16px] font-bold">
            {say.brand.name}
          </span>
        </Link>
      </header>
      <main id="main" className="page py-16">
        <h1 className="text-h1">{say.title}</h1>
        <p className="mt-3 text-ink-2">{say.text}</p>
        {reference && (
          <p className="mt-3">
            {say.reference} <span className="code font-semibold">{reference}</span>
          </p>
        )}
        <div className="mt-6 flex flex-wrap gap-2">
          <button type="button" onClick={retry} className="button button-normal button-primary">
            {say.act}
          </button>
          <Link href="/" className="button button-normal button-plain">
            {say.home}
          </Link>
        </div>
      </main>
    </>
  )
}

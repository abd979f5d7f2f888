'use client'

import { useState } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import { SubmitButton } from '@/components/ui/form.client'
import { useStart } from '@/components/ui/fields.client'
import { useForm } from '@/components/ui/form-context.client'
import { SAVED_ELSEWHERE, SEEN_ELSEWHERE } from './elsewhere'

interface Props {
  savedAt: number
  /** Where the draft stands as it was saved last. */
  latest: string
  words: { see: string; keep: string }
}

/** The moment of the draft that this page showed; and, when another tab has saved since, both ways to go on. */
export function SavedElsewhere({ savedAt, latest, words }: Props) {
  // As old as the answers in the fields, also when the page around them is read anew.
  const [opened] = useState(String(savedAt))
  const before = useStart('savedAt', opened)
  const shown = useForm()?.stamp ?? before
  const elsewhere = useStart(SAVED_ELSEWHERE, undefined)
  return (
    <>
      <input type="hidden" name="savedAt" value={shown} />
      {elsewhere !== undefined && (
        <div className="flex flex-wrap gap-2 max-sm:*:w-full">
          <a href={latest} target="_blank" className={buttonLook('plain', 'small', false)}>
            {words.see}
          </a>
          <SubmitButton size="small" tone="plain" name={SEEN_ELSEWHERE} value={elsewhere}>
            {words.keep}
          </SubmitButton>
        </div>
      )}
    </>
  )
}

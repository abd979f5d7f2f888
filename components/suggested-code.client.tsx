'use client'

import { buttonLook } from '@/components/ui/button-look'
import { fill } from '@/components/format/words'
import { useField } from '@/components/ui/form-context.client'
import { MEANT_CODE } from '@/components/ui/form-state'

/** Sends the form with the code that was probably meant: its value comes after the field's, and the last one counts. */
export function MeantCode({ words }: { words: string }) {
  const { value } = useField(MEANT_CODE)
  if (typeof value !== 'string' || value === '') return null
  return (
    <div className="mt-2">
      <button
        type="submit"
        name="uscc"
        value={value}
        className={buttonLook('plain', 'small', false)}
      >
        {fill(words, { code: value })}
      </button>
    </div>
  )
}

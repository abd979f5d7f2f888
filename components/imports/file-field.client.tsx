'use client'

import { useState } from 'react'
import { FieldFrame } from '@/components/ui/fields.client'

/** The file to upload; one that is too large is said before it is sent. */
export function FileField({
  most,
  tooLarge,
  ...words
}: {
  label: string
  hint: string
  /** Bytes. */
  most: number
  tooLarge: string
}) {
  const [isTooLarge, setTooLarge] = useState(false)
  return (
    <FieldFrame name="file" {...words}>
      {(control) => (
        <>
          <input
            {...control}
            type="file"
            accept=".xlsx,.xls,.et,.csv,.txt,.gz"
            className="control file-control"
            onChange={(event) => {
              const input = event.currentTarget
              const over = (input.files?.[0]?.size ?? 0) > most
              setTooLarge(over)
              if (over) input.value = ''
            }}
          />
          {isTooLarge && (
            <p role="alert" className="field-error">
              {tooLarge}
            </p>
          )}
        </>
      )}
    </FieldFrame>
  )
}

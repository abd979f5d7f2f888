'use client'

import { useState, type ComponentProps } from 'react'
import { tellingPieces, type WordsFinding } from '@/domain/need/words-check'
import { fill } from './format/words'
import { TextArea, useStart } from './ui/fields.client'

export interface OwnWordsWords {
  /** With {found}. */
  tells: string
  /** Each with {text}. */
  finding: Record<WordsFinding, string>
  separator: string
}

/** A company's own words, with what would tell whose they are said beside them as they are typed. */
export function OwnWordsField({
  companyName,
  says,
  ...field
}: Omit<ComponentProps<typeof TextArea>, 'after' | 'onType'> & {
  companyName: string
  says: OwnWordsWords
}) {
  const own = useStart(field.name, field.start)
  const [typed, setTyped] = useState<string>()
  const found = tellingPieces(typed ?? own ?? '', companyName)
  return (
    <TextArea
      {...field}
      onType={setTyped}
      after={
        <output className="mt-1.5 block text-hint text-warn" aria-live="polite">
          {found.length > 0 &&
            fill(says.tells, {
              found: found
                .map(({ text, finding }) => fill(says.finding[finding], { text }))
                .join(says.separator),
            })}
        </output>
      }
    />
  )
}

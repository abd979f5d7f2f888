import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf, wholeAddress } from '@/app/address'
import type { Asked } from '@/domain/totals/place-question'
import { pathFor } from '@/messages/navigation'
import type { QuestionWords } from './question-words'

/** Where in the ledger a page stands, and the address that gives its figures again: on paper too. */
export async function Standing({
  path,
  asked,
  words,
  kept = {},
}: {
  path: string
  asked: Asked
  words: QuestionWords
  kept?: Record<string, string | undefined>
}) {
  const [t, locale] = await Promise.all([getTranslations('monitor'), getLocale()])
  const address = wholeAddress(pathFor(locale, addressOf(path, asked.lasting, kept)))
  return (
    <>
      {t.rich('standing', {
        position: String(asked.position.position),
        when: words.asOf,
        a: (inside) => (
          <a href={address} className="link">
            {inside}
          </a>
        ),
      })}
    </>
  )
}

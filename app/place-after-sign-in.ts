import type { MemberActor } from '@/domain/actor'
import { inLanguage, pathFor } from '@/messages/navigation'
import type { Locale } from '@/messages/routing'

/** Where a member goes after signing in: the page that was asked for, if it is ours and theirs, else their home. */
export function placeAfterSignIn(
  asked: string | undefined,
  audience: MemberActor['audience'],
  locale: Locale,
): string {
  const home = pathFor(locale, `/${audience}`)
  // A path of ours begins with its language; what browsers read as another host (//, /\) does not.
  const place = /^\/(?:zh|en)\/(company|financier|official|account)(?=[/?]|$)[^\\\s]*$/.exec(
    asked ?? '',
  )
  if (!place) return home
  return place[1] === audience || place[1] === 'account' ? inLanguage(place[0], locale) : home
}

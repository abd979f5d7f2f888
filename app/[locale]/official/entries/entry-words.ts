import type { Locale } from 'next-intl'
import type { Body, EntryState } from '@/domain/register/register'

/** What an entry is called in a language: its title, its series, or nothing but its day. */
export function entryTitle(entry: { body: Body; on: string }, locale: Locale): string {
  const { body } = entry
  if ('titleZh' in body) return locale === 'zh' ? body.titleZh : body.titleEn
  if ('nameZh' in body) return locale === 'zh' ? body.nameZh : body.nameEn
  return body.groups.map((one) => (locale === 'zh' ? one.nameZh : one.nameEn)).join(' · ')
}

/** Who printed it, in a language. */
export function publisherOf({ publisherZh, publisherEn }: Body, locale: Locale): string {
  return locale === 'zh' ? publisherZh : publisherEn
}

export const entryTones = {
  draft: 'neutral',
  published: 'pass',
  withdrawn: 'warn',
} as const satisfies Record<EntryState, string>

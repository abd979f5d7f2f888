import { useLocale } from 'next-intl'

/** What people wrote: marked as Chinese on an English page, for readers aloud, fonts and line breaks. */
export function Written({ children }: { children: string }) {
  const foreign = useLocale() === 'en' && /\p{Script=Han}/u.test(children)
  return foreign ? <span lang="zh">{children}</span> : children
}

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Scope } from '@/domain/place/place'
import { scopeWords } from './place-words'

/** What a page says of its own, and that it holds an official's places only, where they are not the whole city. */
export async function ScopeNote({ scope, children }: { scope: Scope; children?: ReactNode }) {
  const [t, places] = await Promise.all([getTranslations('official'), scopeWords(scope)])
  return (
    <>
      {children}
      {places && <p>{t('ownScope', { places: places.join(t('separator')) })}</p>}
    </>
  )
}

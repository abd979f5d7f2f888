import { useTranslations } from 'next-intl'
import { CopyButton } from './copy-button.client'

/** A code: quiet, never broken, and copied by one press. */
export function Code({ children, copy = true }: { children: string; copy?: boolean }) {
  const t = useTranslations('ui')
  return (
    <span className="inline-flex items-center gap-1 text-ink-2">
      <span className="code">{children}</span>
      {copy && (
        <CopyButton text={children} label={t('copy', { text: children })} done={t('copied')} />
      )}
    </span>
  )
}

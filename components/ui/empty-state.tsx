import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dated } from './dated'

/** Why it is empty and what to do: nothing yet, no hits, no right. */
export function EmptyState({
  kind,
  title,
  children,
  act,
  level = 2,
}: {
  kind: 'nothing' | 'no-hits' | 'no-right'
  title: ReactNode
  children?: ReactNode
  act?: ReactNode
  level?: 2 | 3
}) {
  const t = useTranslations('ui')
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div>
      <p className="text-caption text-ink-2">{t(`empty.${kind}`)}</p>
      <Heading className="mt-2 text-h2">{title}</Heading>
      {children && (
        <div className="mt-1.5 text-ink-2">
          <Dated>{children}</Dated>
        </div>
      )}
      {act && <div className="mt-4 flex flex-wrap gap-2">{act}</div>}
    </div>
  )
}

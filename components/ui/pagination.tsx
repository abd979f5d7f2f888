import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { LinkButton } from './button'

/** By key, never by page number: back to the beginning, or the next ones. Goes into a CardFoot. */
export function Pagination({
  summary,
  startHref,
  nextHref,
  size,
}: {
  /** 第 1–25 条，共 138 条. */
  summary: ReactNode
  /** Given on every page but the first. */
  startHref?: string
  /** Given while there is more. */
  nextHref?: string
  size: number
}) {
  const t = useTranslations('ui')
  return (
    <>
      <p className="num">{summary}</p>
      {(startHref ?? nextHref) && (
        <nav aria-label={t('pages')} className="flex items-center gap-3">
          {startHref && (
            <LinkButton href={startHref} tone="quiet" size="small">
              {t('toStart')}
            </LinkButton>
          )}
          {nextHref && (
            <LinkButton href={nextHref} size="small">
              {t('nextFew', { count: size })}
              <ArrowRight aria-hidden size={14} />
            </LinkButton>
          )}
        </nav>
      )}
    </>
  )
}

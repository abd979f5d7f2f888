import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Downloads, type FileHrefs } from '@/components/ui/downloads'
import { Dated } from '@/components/ui/dated'

export interface ChartWords {
  /** The finding, as a sentence. */
  title: string
  /** What is measured, and in which unit. */
  subtitle: string
  /** What the drawing shows, for who does not see it. */
  description: string
}

/** Finding, measure, drawing, and the same figures as a table and a file. */
export function ChartFrame({
  words,
  level = 2,
  table,
  downloads,
  children,
}: {
  words: ChartWords
  level?: 2 | 3
  table: ReactNode
  downloads?: FileHrefs
  children: ReactNode
}) {
  const t = useTranslations('ui')
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <figure>
      <figcaption>
        <Heading className="text-h2">
          <Dated>{words.title}</Dated>
        </Heading>
        <p className="text-small text-ink-2">
          <Dated>{words.subtitle}</Dated>
        </p>
      </figcaption>
      {children}
      <div className="flex flex-wrap items-start gap-x-5 gap-y-1 text-small">
        <details className="min-w-0 open:w-full">
          <summary className="inline-block min-h-6">
            <span className="link">{t('dataTable')}</span>
          </summary>
          <div className="mt-2">{table}</div>
        </details>
        {downloads && <Downloads hrefs={downloads} of={words.title} />}
      </div>
    </figure>
  )
}

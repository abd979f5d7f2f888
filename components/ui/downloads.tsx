import { useTranslations } from 'next-intl'

/** Where the same figures are to be had, by format. */
export type FileHrefs = Partial<Record<'xlsx' | 'csv' | 'svg', string>>

/** The figures beside it as files, a link a format. */
export function Downloads({ hrefs, of }: { hrefs: FileHrefs; of: string }) {
  const t = useTranslations('files.download')
  const formats = (['xlsx', 'csv', 'svg'] as const).filter((format) => hrefs[format])
  return (
    <ul
      aria-label={t('label', { of })}
      data-print="never"
      className="flex flex-wrap gap-x-4 text-small"
    >
      {formats.map((format) => (
        <li key={format}>
          <a href={hrefs[format]} download className="link inline-block min-h-6">
            {t(format)}
          </a>
        </li>
      ))}
    </ul>
  )
}

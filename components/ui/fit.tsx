import clsx from 'clsx'
import { useTranslations } from 'next-intl'
import { outOf } from '@/components/format/figures'

/** The number over its bar. Grey where the match is a near miss: the number then only says how near. */
export function FitBar({ fit, near = false }: { fit: number; near?: boolean }) {
  const t = useTranslations('ui')
  return (
    <span className="inline-block w-11 text-right">
      <span className="sr-only">{t('fit', { fit })}</span>
      <span
        aria-hidden
        className={clsx('num block text-[21px] leading-tight font-semibold', near && 'text-ink-3')}
      >
        {fit}
      </span>
      <span className="mt-1 block">
        <Bar part={fit} whole={100} near={near} />
      </span>
    </span>
  )
}

function Bar({ part, whole, near = false }: { part: number; whole: number; near?: boolean }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="block h-1 w-full rounded-full bg-line"
    >
      <rect
        width={Math.min(100, (100 * part) / whole)}
        height="4"
        className={near ? 'fill-then' : 'fill-jade'}
      />
    </svg>
  )
}

/** The parts as bars that add up to the number, and the words that keep it in its place. */
export function FitParts({
  fit,
  rules,
  parts,
}: {
  fit: number
  /** The version of the rules. */
  rules: number
  parts: { name: string; part: number; most: number }[]
}) {
  const t = useTranslations('ui')
  return (
    <section>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-h3">{t('fit', { fit })}</h3>
        <p className="text-small text-ink-2">{t('fitOnlyRanks', { rules })}</p>
      </div>
      <dl className="mt-3 grid grid-cols-[max-content_1fr_max-content] items-center gap-x-4 gap-y-2">
        {parts.map(({ name, part, most }) => (
          <div key={name} className="col-span-3 grid grid-cols-subgrid items-center">
            <dt className="text-hint text-ink-2">{name}</dt>
            <dd className="contents">
              <Bar part={part} whole={most} />
              <span className="num text-right">{outOf(part, most)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

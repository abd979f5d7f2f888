import { CircleHelp, CircleSlash2, CircleCheck, Equal, Hourglass } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { count } from '@/components/format/figures'

const marks = {
  ready: [CircleCheck, 'text-pass'],
  asked: [CircleHelp, 'text-warn'],
  there: [Equal, 'text-ink-3'],
  waiting: [Hourglass, 'text-calm'],
  bad: [CircleSlash2, 'text-seal'],
} as const

/** Rows of the file = those that are ready + those asked + those there … : each cell with the sign before it. */
export function EquationStrip({
  figures,
}: {
  figures: Record<'rows' | keyof typeof marks, number>
}) {
  const t = useTranslations('imports.mend')
  const parts = (Object.keys(marks) as (keyof typeof marks)[]).filter(
    (one) => one === 'ready' || figures[one] > 0,
  )
  return (
    <dl aria-label={t('equation')} className="equation">
      <div>
        <dt>{t('inFile')}</dt>
        <dd>
          <span className="num text-figure">{count(figures.rows)}</span> {t('row')}
        </dd>
      </div>
      {parts.map((one, index) => {
        const [Mark, colour] = marks[one]
        return (
          <div key={one} data-sign={index === 0 ? '=' : '+'}>
            <dt>
              <Mark aria-hidden size={14} className={colour} />
              {t(one)}
            </dt>
            <dd>
              <span className="num text-figure">{count(figures[one])}</span> {t('row')}
              {(one === 'there' || one === 'waiting') && (
                <span className="block text-caption text-ink-2">{t(`${one}Note`)}</span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

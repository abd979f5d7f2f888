import { Lock, MoveRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card, CardHead } from '@/components/ui/card'
import { Select } from '@/components/ui/fields.client'
import { Written } from '@/components/ui/written'
import { columns as fields, type Column } from '@/domain/bank-file/bank-file'

export interface MatchedColumn {
  letter: string
  label: string
  samples: string[]
  column: Column | null
  unit: string | null
  period: string | null
  isPersonal: boolean
  by: 'byHeading' | 'remembered' | 'yours'
  /** It is asked above what it means. */
  isAsked: boolean
}

const LEAVE = 'leave-out'

/** The columns of a file, each with what it is read as; personal ones are locked. */
export function Matched({ columns }: { columns: MatchedColumn[] }) {
  const t = useTranslations('imports.columns')
  const say = useTranslations('import')
  const choices = [
    { value: LEAVE, label: t('leaveOut') },
    ...fields.map((value) => ({ value, label: say(`columns.${value}`) })),
  ]
  const noteOf = ({ column, unit, period, by, isPersonal, isAsked }: MatchedColumn) => {
    if (isPersonal) return t('leftPersonal')
    if (isAsked) return t('askedAbove')
    if (column === null) return null
    const units = [
      unit && say(`units.${unit}` as 'units.percent'),
      period && say(`periods.${period}` as 'periods.year'),
    ]
    return [t(by), ...units].filter(Boolean).join(' · ')
  }
  const sorted = [
    ...columns.filter((one) => one.isAsked || one.column !== null),
    ...columns.filter((one) => !one.isAsked && one.column === null),
  ]
  return (
    <Card labelledBy="matched">
      <CardHead id="matched" title={t('matched')} note={t('matchedNote')} />
      <ul>
        {sorted.map((one) => (
          <li key={one.letter} className="matched-row">
            <span className="sheet-letter" aria-label={`${t('column')} ${one.letter}`}>
              {one.letter}
            </span>
            <div className="min-w-0">
              <p className="font-semibold">
                <Written>{one.label}</Written>
              </p>
              <p className="truncate text-small text-ink-2">
                {one.isPersonal ? (
                  t('hiddenValue')
                ) : (
                  <Written>{one.samples.join('、') || t('empty')}</Written>
                )}
              </p>
            </div>
            <MoveRight aria-hidden size={16} className="text-ink-3 max-sm:hidden" />
            {one.isPersonal ? (
              <p className="control flex items-center justify-between bg-sunken text-ink-2">
                {t('leaveOut')}
                <Lock aria-hidden size={15} />
              </p>
            ) : (
              <div>
                <input type="hidden" name={`was.as.${one.label}`} value={one.column ?? LEAVE} />
                <Select
                  name={`q.as.${one.label}`}
                  label={<span className="sr-only">{`${one.letter} ${t('readAs')}`}</span>}
                  start={one.column ?? LEAVE}
                  choices={choices}
                />
              </div>
            )}
            <p className="text-small text-ink-2">{noteOf(one)}</p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

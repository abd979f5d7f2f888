import { useLocale, useTranslations } from 'next-intl'
import { clock } from '@/components/format/dates'
import { exactMoney } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import type { ServiceState } from '@/domain/ledger/ledger'
import { ServiceStateTag } from '../../state-tags'

interface Mark {
  state: ServiceState
  at: Date
  words: string | null
  by: string | null
  rightAmountFen: number | null
}

/** What was said of a row, in order, the entry itself first. */
export function Marks({
  recordedAt,
  recordedBy,
  correctsWhy,
  marks,
}: {
  recordedAt: Date
  recordedBy: string | null
  /** Why it was entered in the place of another. */
  correctsWhy: string | null
  marks: readonly Mark[]
}) {
  const t = useTranslations('ledger.marks')
  const locale = useLocale()
  const all: Mark[] = [
    { state: 'reported', at: recordedAt, by: recordedBy, words: correctsWhy, rightAmountFen: null },
    ...marks,
  ]
  return (
    <Card labelledBy="marks">
      <CardHead id="marks" title={t('title')} note={t('note')} />
      <CardBody>
        <ol className="divide-y divide-line">
          {all.map((mark, index) => (
            <li key={index} className="py-3 first:pt-0 last:pb-0">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="flex flex-wrap items-center gap-2">
                  <ServiceStateTag state={mark.state} />
                  {mark.by && <span lang="zh">{mark.by}</span>}
                </span>
                <time dateTime={mark.at.toISOString()} className="text-small text-ink-2">
                  {clock(mark.at, locale)}
                </time>
              </div>
              {mark.words && (
                <p lang="zh" className="mt-1.5 whitespace-pre-line">
                  {mark.words}
                </p>
              )}
              {mark.rightAmountFen !== null && (
                <p className="mt-1 text-small text-ink-2">
                  {t('rightAmount', { amount: exactMoney(mark.rightAmountFen, locale) })}
                </p>
              )}
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  )
}

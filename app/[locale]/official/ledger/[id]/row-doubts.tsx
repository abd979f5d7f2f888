import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { dayOf } from '@/domain/calendar/calendar'
import type { listDoubtsOf } from '@/domain/doubt/queries'

/** What is, or was, doubted of a row; whoever reads doubts opens it. */
export function RowDoubts({ doubts }: { doubts: Awaited<ReturnType<typeof listDoubtsOf>> }) {
  const t = useTranslations('doubts')
  const locale = useLocale()
  if (doubts.length === 0) return null
  return (
    <div className="mb-5 space-y-3">
      {doubts.map((one) => (
        <Notice key={one.id} tone={one.state === 'open' ? 'warn' : 'calm'}>
          <p>
            {t.rich(`onRow.${one.state}`, {
              kind: t(`kind.${one.kind}`, { rows: one.rows }),
              by: one.decidedBy ?? '',
              day: one.decidedAt ? fullDay(dayOf(one.decidedAt), locale) : '',
              note: () => <Written>{one.note ?? ''}</Written>,
            })}
          </p>
          {one.isOpenable && (
            <p>
              <TextLink href={`/official/doubts/${one.id}`}>{t('see')}</TextLink>
            </p>
          )}
        </Notice>
      ))}
    </div>
  )
}

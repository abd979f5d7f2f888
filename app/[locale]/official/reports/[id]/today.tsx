import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { QuietLink } from '@/components/ui/text-links'
import type { OfficialActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { countTotals } from '@/domain/totals/count'
import { countRowsBehind } from '@/domain/totals/rows-behind'
import { yearTo } from '@/domain/report/compose-report'
import type { ReportData } from '@/domain/report/report'
import { defaultDefinition, monthText, type RowSet } from '@/domain/totals/totals'
import { rowsAddress } from '../../set-address'

/** What a sealed figure would be today, and the entries that make the difference, which open. Of the whole city. */
export async function Today({
  context,
  month,
  position,
  data,
}: {
  context: Context<OfficialActor>
  month: number
  position: number
  data: ReportData
}) {
  const period = yearTo(month)
  const question = { period, definition: defaultDefinition, asOf: position }
  const [t, today, late, gone] = await Promise.all([
    getTranslations('report.official'),
    countTotals(context, { ...question, asOf: null }),
    countRowsBehind(context, question, 'late'),
    countRowsBehind(context, question, 'gone'),
  ])
  if (late.rows === 0 && gone.rows === 0) return <>{t('same')}</>
  if (!data.totals) return <>{t('notShownThen', { companies: today.companies })}</>
  const asked = {
    from: monthText(period.from),
    to: monthText(period.to),
    asOf: String(position),
  }
  const opening = (set: RowSet) =>
    function Opening(inside: ReactNode) {
      return <QuietLink href={rowsAddress(asked, set)}>{inside}</QuietLink>
    }
  return (
    <>
      {t.rich('today', {
        companies: today.companies,
        late: late.rows,
        gone: gone.rows,
        b: (inside) => <b>{inside}</b>,
        l: opening('late'),
        g: opening('gone'),
      })}
    </>
  )
}

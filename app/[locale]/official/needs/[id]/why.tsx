import { getTranslations } from 'next-intl/server'
import { RecordWords } from '@/components/record'
import { Fit, Rules } from '@/components/rules'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import type { FitParts, RuleRow, TrackRecord } from '@/domain/match/match'

/** One product rule by rule, as both sides read it: what a financier does not know yet is within or outside. */
export async function Why({
  match,
  today,
}: {
  match: {
    fit: number
    parts: FitParts
    rows: RuleRow[]
    record: TrackRecord
    rulesVersion: number
    productName: string
    financierName: string
  }
  today: string
}) {
  const t = await getTranslations('official.why')
  return (
    <Card labelledBy="why">
      <CardHead
        id="why"
        title={<span lang="zh">{`${match.financierName} · ${match.productName}`}</span>}
        note={t('note')}
      />
      <Rules rows={match.rows} today={today} actualHead={t('actual')} show={match.rows.length} />
      <CardBody line>
        <Fit fit={match.fit} parts={match.parts} rulesVersion={match.rulesVersion} />
        <RecordWords record={match.record} />
      </CardBody>
    </Card>
  )
}

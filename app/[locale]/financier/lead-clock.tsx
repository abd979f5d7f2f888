import { useTranslations } from 'next-intl'
import { ClockChip } from '@/components/ui/clock-chip'
import { Tag } from '@/components/ui/tag'
import { SEATS } from '@/domain/need/need'

/**
 * What hurries a lead: nobody has answered yet and until when, or how few seats are left. One who is merely matched owes
 * no answer, so a clock that ran out says only that the company still waits.
 */
export function LeadClock({
  lead,
  now,
}: {
  lead: { answerDueAt: Date | null; firstAnswerAt: Date | null; seatsTaken: number }
  now: Date
}) {
  const t = useTranslations('financier')
  const left = SEATS - lead.seatsTaken
  if (left <= 0) return <Tag>{t('leads.full')}</Tag>
  if (left === 1) return <Tag tone="warn">{t('leads.lastSeat')}</Tag>
  if (lead.firstAnswerAt || !lead.answerDueAt) return <Tag>{t('leads.seatsLeft', { left })}</Tag>
  if (lead.answerDueAt <= now) return <Tag tone="warn">{t('leads.noAnswerYet')}</Tag>
  return <ClockChip due={lead.answerDueAt} now={now} />
}

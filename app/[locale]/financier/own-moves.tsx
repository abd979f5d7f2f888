import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-links'

/** Before new leads: the talks that wait for the reader himself. */
export function OwnMoves({
  moves,
  memberId,
}: {
  moves: { waiting: number; overdue: number }
  memberId: string
}) {
  const t = useTranslations('financier')
  return (
    <div className="mb-3">
      <Notice tone={moves.overdue > 0 ? 'warn' : 'calm'}>
        {t('leads.mine', moves)}{' '}
        <TextLink href={`/financier/pipeline?member=${memberId}`}>{t('leads.toMine')}</TextLink>
      </Notice>
    </div>
  )
}

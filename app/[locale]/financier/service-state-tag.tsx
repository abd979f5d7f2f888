import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { ServiceState } from '@/domain/ledger/ledger'

const tones: Record<ServiceState, TagTone> = {
  reported: 'neutral',
  confirmed: 'pass',
  unconfirmed: 'warn',
  verified: 'pass',
  disputed: 'seal',
  voided: 'neutral',
}

export function ServiceStateTag({ state }: { state: ServiceState }) {
  const domain = useTranslations('domain')
  return <Tag tone={tones[state]}>{domain(`serviceState.${state}`)}</Tag>
}

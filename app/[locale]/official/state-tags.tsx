import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { ServiceState } from '@/domain/ledger/ledger'
import type { NeedState } from '@/domain/need/need'
import type { OrganisationState } from '@/domain/organisation/organisation'

const organisationTone: Record<OrganisationState, TagTone> = {
  known: 'neutral',
  applied: 'warn',
  admitted: 'pass',
  refused: 'seal',
  suspended: 'seal',
}
const needTone: Record<NeedState, TagTone> = {
  draft: 'neutral',
  'in-review': 'warn',
  returned: 'neutral',
  published: 'jade',
  withdrawn: 'neutral',
  closed: 'pass',
  expired: 'neutral',
}
const serviceTone: Record<ServiceState, TagTone> = {
  reported: 'neutral',
  confirmed: 'pass',
  unconfirmed: 'neutral',
  verified: 'pass',
  disputed: 'warn',
  voided: 'seal',
}

export function OrganisationStateTag({ state }: { state: OrganisationState }) {
  const domain = useTranslations('domain')
  return <Tag tone={organisationTone[state]}>{domain(`organisationState.${state}`)}</Tag>
}

export function NeedStateTag({ state }: { state: NeedState }) {
  const domain = useTranslations('domain')
  return <Tag tone={needTone[state]}>{domain(`needState.${state}`)}</Tag>
}

export function ServiceStateTag({ state }: { state: ServiceState }) {
  const domain = useTranslations('domain')
  return <Tag tone={serviceTone[state]}>{domain(`serviceState.${state}`)}</Tag>
}

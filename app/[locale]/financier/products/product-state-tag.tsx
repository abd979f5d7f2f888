import { useTranslations } from 'next-intl'
import { Tag, type TagTone } from '@/components/ui/tag'
import type { ProductState } from '@/domain/product/product'

const tones: Record<ProductState, TagTone> = {
  draft: 'neutral',
  live: 'pass',
  paused: 'warn',
  retired: 'neutral',
}

export function ProductStateTag({ state }: { state: ProductState }) {
  const domain = useTranslations('domain')
  return <Tag tone={tones[state]}>{domain(`productState.${state}`)}</Tag>
}

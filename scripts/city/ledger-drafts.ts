import { isFinancing } from '@/domain/product/classes'
import { roundWan } from './need-terms'
import type { DrawnService, ServiceFate } from './services'

/** A drawing that is going to be written, with its grant. */
export interface Draft extends Pick<
  DrawnService,
  'company' | 'financier' | 'class' | 'happenedOn'
> {
  wan: number
  contractNo: string
  rateBp: number | null
  tenorMonths: number | null
  secures: string | null
  isNewContract: boolean
  /** Days from the grant to the drawing, and how much more was granted. */
  grantedBefore: number
  grantedShare: number
  fate: ServiceFate
}

/** 万元 drawn from January to May 2024, as the city published it. */
const PUBLISHED_WAN = 140_200

/** Scales all amounts by one factor, so that January to May 2024 comes to about 1.4 billion yuan. */
export function scaleToPublished(drafts: Draft[]): void {
  const inPeriod = drafts.filter(
    ({ class: name, happenedOn, fate }) =>
      isFinancing(name) && fate === 'ordinary' && happenedOn >= '2024-01' && happenedOn < '2024-06',
  )
  const total = inPeriod.reduce((sum, { wan }) => sum + wan, 0)
  if (total === 0) return
  const factor = PUBLISHED_WAN / total
  for (const draft of drafts) draft.wan = roundWan(draft.wan * factor)
}

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { LivePreview } from '@/components/live-preview.client'
import type { FinancierActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { reckonTyped } from './reach-action'
import { ReachPanel } from './reach-panel'
import type { TypedProduct } from './typed-product'

/** The form of a product, and beside it whom it would reach: as it was saved, and then as it is typed. */
export async function ProductWithReach({
  context,
  saved,
  children,
}: {
  context: Context<FinancierActor>
  saved: TypedProduct
  children: ReactNode
}) {
  const t = await getTranslations('product')
  return (
    <div className="gap-x-10 max-lg:flex max-lg:flex-col max-lg:gap-y-8 lg:grid lg:grid-cols-[minmax(0,1fr)_380px] lg:items-start">
      <div className="min-w-0 max-lg:[&_:is(input,select)]:scroll-mt-16">{children}</div>
      <LivePreview
        action={reckonTyped}
        counting={t('reach.panel.counting')}
        look="max-lg:contents lg:sticky lg:top-[72px] lg:max-h-[calc(100dvh-88px)] lg:overflow-y-auto"
      >
        <ReachPanel context={context} typed={saved} />
      </LivePreview>
    </div>
  )
}

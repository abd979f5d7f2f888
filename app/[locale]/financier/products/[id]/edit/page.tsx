import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { contextFor } from '@/app/session'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { DAYS } from '@/domain/clock/clock'
import { isId } from '@/domain/id'
import { THRESHOLD_CHANGES } from '@/domain/product/product'
import { findOwnProduct } from '@/domain/product/queries'
import { ProductForm } from '../../product-form'
import { ProductWithReach } from '../../product-with-reach'
import { savedProduct } from '../../typed-product'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('product')
  return { title: t('edit.title') }
}

export default async function Page({
  params,
}: PageProps<'/[locale]/financier/products/[id]/edit'>) {
  const context = await contextFor('financier')
  const { id } = await params
  const own = isId(id) ? await findOwnProduct(context, id) : null
  if (!own) notFound()
  const [t, refusals] = await Promise.all([getTranslations('product'), getTranslations('refusals')])
  const why = own.state === 'retired' ? 'wrong-state' : whyNotActAs(context.actor, 'financier')
  return (
    <main id="main" className="page py-6">
      <PageHead
        back={<BackLink href={`/financier/products/${own.id}`}>{own.name}</BackLink>}
        title={t('edit.title')}
      >
        {own.publishedAt
          ? t('edit.publishedNote', {
              most: THRESHOLD_CHANGES,
              days: DAYS.thresholdWindow,
            })
          : t('edit.draftNote')}
      </PageHead>
      {why ? (
        <Notice tone="calm">{refusals(why)}</Notice>
      ) : (
        <ProductWithReach context={context} saved={savedProduct(own)}>
          <ProductForm
            kind={context.actor.financierKind}
            existing={{ id: own.id, version: own.version }}
            start={own}
            isLive={own.state === 'live'}
            isDraft={own.publishedAt === null}
          />
        </ProductWithReach>
      )}
    </main>
  )
}

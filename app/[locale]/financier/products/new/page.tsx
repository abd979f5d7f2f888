import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { ProductForm } from '../product-form'
import { ProductWithReach } from '../product-with-reach'
import { nothingTyped } from '../typed-product'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('product')
  return { title: t('new.title') }
}

export default async function Page() {
  const context = await contextFor('financier')
  const [t, refusals] = await Promise.all([getTranslations('product'), getTranslations('refusals')])
  const why = whyNotActAs(context.actor, 'financier')
  return (
    <main id="main" className="page py-6">
      <PageHead
        back={<BackLink href="/financier/products">{t('list.title')}</BackLink>}
        title={t('new.title')}
      >
        {t('new.note')}
      </PageHead>
      {why ? (
        <Notice tone="calm">{refusals(why)}</Notice>
      ) : (
        <ProductWithReach context={context} saved={nothingTyped}>
          <ProductForm kind={context.actor.financierKind} existing={null} />
        </ProductWithReach>
      )}
    </main>
  )
}

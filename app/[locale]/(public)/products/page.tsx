import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { publicContext } from '@/app/session'
import { PageHead } from '@/components/ui/page-head'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/tag'
import { financierKinds } from '@/domain/organisation/organisation'
import { classes } from '@/domain/product/classes'
import { DAYS } from '@/domain/clock/clock'
import { listLiveProducts } from '@/domain/product/queries'
import { pathFor } from '@/messages/navigation'
import { CatalogueFilter } from './catalogue-filter'
import { ProductTable } from './product-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('public')
  return { title: t('destinations.products') }
}

/** How many of a class are shown while all classes are. */
const FEW = 3

export default async function Page({ searchParams }: PageProps<'/[locale]/products'>) {
  const query = await searchParams
  const asked = classes.find((one) => one === query.class)
  const kind = financierKinds.find((one) => one === query.kind)
  const [t, domain, locale, products] = await Promise.all([
    getTranslations('catalogue'),
    getTranslations('domain'),
    getLocale(),
    listLiveProducts(publicContext().db, { class: asked, financierKind: kind }),
  ])
  const financiers = new Set(products.map(({ product }) => product.financierId)).size
  const shown = asked ? [asked] : classes
  const hrefOf = (words: { class?: string; kind?: string }) => {
    const set = Object.entries(words).filter((entry): entry is [string, string] => !!entry[1])
    return `/products${set.length > 0 ? `?${new URLSearchParams(set).toString()}` : ''}`
  }
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('heading', { products: products.length, financiers })}>
        {t('about', { days: DAYS.reconfirm })}
      </PageHead>
      <CatalogueFilter action={pathFor(locale, '/products')} class={asked} kind={kind} />
      {(asked ?? kind) && (
        <div className="mt-4 flex flex-wrap gap-2">
          {asked && (
            <Chip
              label={t('class')}
              value={domain(`class.${asked}`)}
              removeHref={hrefOf({ kind })}
            />
          )}
          {kind && (
            <Chip
              label={t('kind')}
              value={domain(`financierKind.${kind}`)}
              removeHref={hrefOf({ class: asked })}
            />
          )}
        </div>
      )}
      <div className="mt-5 space-y-5">
        {products.length === 0 && (
          <EmptyState
            kind={asked || kind ? 'no-hits' : 'nothing'}
            title={asked || kind ? t('noHits') : t('none')}
            act={
              asked || kind ? <LinkButton href="/products">{t('showAll')}</LinkButton> : undefined
            }
          >
            {asked || kind ? t('noHitsText') : t('noneText')}
          </EmptyState>
        )}
        {shown.map((one) => {
          const own = products.filter(({ product }) => product.class === one)
          if (own.length === 0) return null
          return (
            <ProductTable
              key={one}
              class={one}
              products={asked ? own : own.slice(0, FEW)}
              count={own.length}
              moreHref={own.length > FEW && !asked ? hrefOf({ class: one, kind }) : undefined}
            />
          )
        })}
      </div>
    </main>
  )
}

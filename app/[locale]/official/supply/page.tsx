import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { addressOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { tags } from '@/components/ui/rich'
import { HeadlineFigure } from '@/components/ui/text-links'
import { amountBands, supplyOf, type SupplyCut } from '@/domain/gap/supply'
import { listAskedNeeds, listOffered, reachesBand } from '@/domain/gap/supply-queries'
import { MonitorTabs } from '../monitor-tabs'
import { ScopeNote } from '../scope-note'
import { SupplyCard } from './supply-card'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supply'))('title') }
}

/** Supply and demand now: what is asked for, and what no product offers, by amount, class and chain. */
export default async function Page() {
  const context = await contextFor('official')
  const [t, locale, needs, products] = await Promise.all([
    getTranslations('supply'),
    getLocale(),
    listAskedNeeds(context),
    listOffered(context),
  ])
  const unmet = needs.filter(({ offered }) => offered.length === 0).length
  const productsOf: Record<SupplyCut, ((key: string) => number) | null> = {
    amount: (key) => {
      const band = amountBands.find(({ id }) => id === key)
      return band ? products.filter((one) => reachesBand(one, band)).length : 0
    },
    class: (key) => products.filter((one) => one.class === key).length,
    chain: null,
  }
  const needsOf = (of: 'asked' | 'unmet') => addressOf('/official/supply/needs', {}, { of })
  return (
    <main id="main" className="print-wide page-wide py-6 sm:py-8">
      <MonitorTabs page="supply" />
      <PageHead
        size="headline"
        title={t.rich('headline', {
          ...tags,
          needs: needs.length,
          unmet,
          a: (inside) =>
            needs.length > 0 ? (
              <HeadlineFigure href={needsOf('asked')}>{inside}</HeadlineFigure>
            ) : (
              inside
            ),
          b: (inside) =>
            unmet > 0 ? <HeadlineFigure href={needsOf('unmet')}>{inside}</HeadlineFigure> : inside,
        })}
      >
        <ScopeNote scope={context.actor.scope}>
          <p>{t('method', { when: clock(context.now, locale), products: products.length })}</p>
        </ScopeNote>
      </PageHead>
      {needs.length === 0 ? (
        <Card as="div">
          <CardBody>
            <EmptyState kind="nothing" title={t('none')}>
              {t('noneNote')}
            </EmptyState>
          </CardBody>
        </Card>
      ) : (
        <div className="grid items-start gap-5 xl:grid-cols-2">
          {(['amount', 'class', 'chain'] as const).map((cut) => (
            <div key={cut} className={cut === 'chain' ? 'min-w-0 xl:col-span-2' : 'min-w-0'}>
              <SupplyCard
                cut={cut}
                lines={supplyOf(needs, cut)}
                productsOf={productsOf[cut]}
                total={needs.length}
              />
            </div>
          ))}
        </div>
      )}
    </main>
  )
}

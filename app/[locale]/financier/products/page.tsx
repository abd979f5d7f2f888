import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { nearDay } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { countLeadTabs } from '@/domain/match/queries'
import { DAYS } from '@/domain/clock/clock'
import { listOwnProducts } from '@/domain/product/queries'
import { leadsHref } from '../lead-address'
import { doneOf } from './done'
import { ProductActs } from './product-acts'
import { ProductStateTag } from './product-state-tag'
import { productWords, reconfirming } from './product-words'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('product')
  return { title: t('list.title') }
}

export default async function Page({ searchParams }: PageProps<'/[locale]/financier/products'>) {
  const context = await contextFor('financier')
  const [t, domain, locale, query, products, tabs] = await Promise.all([
    getTranslations('product'),
    getTranslations('domain'),
    getLocale(),
    searchParams,
    listOwnProducts(context),
    countLeadTabs(context),
  ])
  const today = dayOf(context.now)
  const done = doneOf(query.done)
  const due = products.filter((product) => {
    const standing = reconfirming(product, today)?.standing
    return standing === 'near' || standing === 'over'
  })
  const add = whyNotActAs(context.actor, 'financier') ? undefined : (
    <LinkButton href="/financier/products/new" tone="primary" icon={<Plus aria-hidden size={16} />}>
      {t('list.add')}
    </LinkButton>
  )
  return (
    <main id="main" className="page-wide py-6">
      <PageHead title={t('list.title')} act={add}>
        {t('list.note', { days: DAYS.reconfirm })}
      </PageHead>
      <div className="mb-5 space-y-3 empty:hidden">
        {done && (
          <Notice tone="pass" live>
            {t(`done.${done}`, { days: DAYS.reconfirm })}
          </Notice>
        )}
        {due.length > 0 && (
          <Notice tone="warn" title={t('list.due', { products: due.length })}>
            {t('list.dueText', { days: DAYS.reconfirm })}
          </Notice>
        )}
      </div>
      <Card>
        {products.length === 0 ? (
          <CardBody>
            <EmptyState kind="nothing" title={t('list.empty')} act={add}>
              {t('list.emptyText')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('list.title')}
            head={
              <>
                <Head>{t('list.product')}</Head>
                <Head>{t('list.state')}</Head>
                <Head num>{t('list.leads')}</Head>
                <Head>{t('list.amount')}</Head>
                <Head num>{t('list.rate')}</Head>
                <Head>{t('list.reconfirm')}</Head>
                <Head>{t('list.acts')}</Head>
              </>
            }
          >
            {products.map((product) => {
              const leads = tabs.products.find(({ id }) => id === product.id)?.leads ?? 0
              const words = productWords(product, { t, locale })
              const by = reconfirming(product, today)
              return (
                <Row key={product.id}>
                  <Cell head note={domain(`class.${product.class}`)}>
                    <span className="font-semibold">
                      <QuietLink href={`/financier/products/${product.id}`}>
                        <Written>{product.name}</Written>
                      </QuietLink>
                    </span>
                  </Cell>
                  <Cell label={t('list.state')}>
                    <ProductStateTag state={product.state} />
                  </Cell>
                  <Cell num label={t('list.leads')}>
                    {product.isBeingJudged ? (
                      <span className="text-ink-2">{t('list.judging')}</span>
                    ) : product.state === 'live' && leads > 0 ? (
                      <QuietLink href={leadsHref({ productId: product.id })}>
                        {count(leads)}
                      </QuietLink>
                    ) : (
                      <span className="text-ink-2">
                        {product.state === 'live' ? count(leads) : t('list.notLive')}
                      </span>
                    )}
                  </Cell>
                  <Cell label={t('list.amount')} note={words.tenor}>
                    {words.amount}
                  </Cell>
                  <Cell num label={t('list.rate')} note={words.fee}>
                    {words.rate}
                  </Cell>
                  <Cell label={t('list.reconfirm')}>
                    {by ? (
                      <span
                        className={
                          by.standing === 'fine'
                            ? undefined
                            : by.standing === 'near'
                              ? 'font-semibold text-warn'
                              : 'font-semibold text-seal'
                        }
                      >
                        <Dated>
                          {t(`list.by.${by.standing}`, { day: nearDay(by.by, today, locale) })}
                        </Dated>
                      </span>
                    ) : (
                      <span className="text-ink-2">{t('list.noReconfirm')}</span>
                    )}
                  </Cell>
                  <Cell label={t('list.acts')}>
                    <ProductActs
                      actor={context.actor}
                      product={product}
                      reconfirmFirst={by !== null && by.standing !== 'fine'}
                    />
                  </Cell>
                </Row>
              )
            })}
          </Table>
        )}
      </Card>
    </main>
  )
}

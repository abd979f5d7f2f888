import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import * as z from 'zod'
import { currentActor, publicContext } from '@/app/session'
import { Criteria } from '@/components/criteria'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { PageHead } from '@/components/ui/page-head'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { findLiveProduct } from '@/domain/product/queries'
import { ProductTermsList } from './product-terms'

const find = cache(async (id: string) =>
  z.uuid().safeParse(id).success ? findLiveProduct(publicContext().db, id) : null,
)

export async function generateMetadata({
  params,
}: PageProps<'/[locale]/products/[id]'>): Promise<Metadata> {
  const found = await find((await params).id)
  return found ? { title: `${found.product.name} · ${found.financierName}` } : {}
}

export default async function Page({ params }: PageProps<'/[locale]/products/[id]'>) {
  const found = await find((await params).id)
  if (!found) notFound()
  const { product, financierName, financierKind } = found
  const [t, domain, actor] = await Promise.all([
    getTranslations('catalogue'),
    getTranslations('domain'),
    currentActor(),
  ])
  const name = domain(`class.${product.class}`)
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={
          <BackLink href={`/products?class=${product.class}`}>{t('backTo', { name })}</BackLink>
        }
        above={
          <>
            <Written>{financierName}</Written> ·{' '}
            {financierKind && `${domain(`financierKind.${financierKind}`)} · `}
            {name}
          </>
        }
        title={<Written>{product.name}</Written>}
        act={
          actor === null || actor.audience === 'company' ? (
            <LinkButton
              tone="primary"
              href={actor ? '/company/needs/new' : '/sign-up?kind=company'}
            >
              {t('register')}
            </LinkButton>
          ) : undefined
        }
      >
        {product.summary && <Written>{product.summary}</Written>}
      </PageHead>
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Card labelledBy="terms">
          <CardHead id="terms" title={t('terms')} />
          <CardBody>
            <ProductTermsList product={product} />
          </CardBody>
        </Card>
        <Card labelledBy="criteria">
          <CardHead id="criteria" title={t('criteria')} />
          <CardBody>
            <Criteria criteria={product.criteria} />
          </CardBody>
          <CardBody line>
            <p className="text-small text-ink-2">
              {t('criteriaFoot')} <TextLink href="/method#matching">{t('howMatched')}</TextLink>
            </p>
          </CardBody>
        </Card>
      </div>
    </main>
  )
}

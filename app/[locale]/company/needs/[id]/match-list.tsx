import clsx from 'clsx'
import { useLocale, useTranslations } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { allInCost, count, rate } from '@/components/format/figures'
import { moneyRange } from '@/components/format/money'
import { Reasons } from '@/components/reasons'
import { LinkButton } from '@/components/ui/button'
import { Card, CardFoot } from '@/components/ui/card'
import { FitBar } from '@/components/ui/fit'
import { Link } from '@/components/ui/link.client'
import { Tag } from '@/components/ui/tag'
import { Written } from '@/components/ui/written'
import { Dated } from '@/components/ui/dated'
import { isLive } from '@/domain/introduction/introduction'
import type { OwnMatch } from '@/domain/match/need-matches'
import { reasonsOf } from '@/domain/match/reasons'
import type { OwnNeed } from '@/domain/need/queries'
import { costAt } from '@/domain/product/product-costs'
import { deedOf } from '@/domain/product/classes'

const SHOWN = 6
const columns = 'lg:grid-cols-[48px_minmax(0,1fr)_88px_140px_60px]'

/** Products that could finance it, best fit first; choosing one opens its rules beside, on a phone below. */
export async function MatchList({
  need,
  matches,
  selectedId,
  all,
}: {
  need: OwnNeed
  matches: OwnMatch[]
  selectedId: string | undefined
  all: boolean
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const shown = all ? matches : matches.slice(0, SHOWN)
  const address = (id: string) => `/company/needs/${need.id}?match=${id}${all ? '&all' : ''}`
  return (
    <Card labelledBy="list">
      <h2 id="list" className="sr-only">
        {t('list.title')}
      </h2>
      <div
        aria-hidden
        className={clsx(
          'hidden gap-x-4 border-b border-line-2 px-5 py-2.5 text-lock text-ink-3 lg:grid',
          columns,
        )}
      >
        <span className="text-right">{t('list.fit')}</span>
        <span>{t('list.product')}</span>
        <span className="text-right">{t('list.price')}</span>
        <span className="text-right">{t('list.amount')}</span>
        <span className="text-right">{t('list.days')}</span>
      </div>
      <ol>
        {shown.map((match) => {
          const { product } = match
          const met = need.introductions.find(
            (one) => one.productId === product.id && (isLive(one.state) || one.state === 'drawn'),
          )
          const isSelected = match.id === selectedId
          return (
            <li
              key={match.id}
              className={clsx(
                'relative grid grid-cols-[48px_minmax(0,1fr)] gap-x-4 gap-y-1 border-b border-line px-4 py-3 last:border-b-0 sm:px-5',
                columns,
                isSelected && 'bg-jade-tint shadow-[inset_3px_0_var(--jade)]',
              )}
            >
              <FitBar fit={match.fit} />
              <div className="min-w-0">
                <p className="font-semibold">
                  <Link
                    href={address(match.id)}
                    scroll={false}
                    aria-current={isSelected ? 'true' : undefined}
                    className="after:absolute after:inset-0 hover:text-jade max-lg:hidden"
                  >
                    <Written>{product.name}</Written>
                  </Link>
                  <Link
                    href={`${address(match.id)}#panel`}
                    className="after:absolute after:inset-0 lg:hidden"
                  >
                    <Written>{product.name}</Written>
                  </Link>{' '}
                  {met && (
                    <Tag tone="jade">
                      {domain(`introductionState.${met.state}`, { deed: deedOf(met.productClass) })}
                    </Tag>
                  )}
                </p>
                <p className="text-small text-ink-2">
                  <Dated>{`${match.financierName} · ${domain(`class.${product.class}`)}`}</Dated>
                </p>
                <p className="text-small text-ink-2">
                  <Reasons reasons={reasonsOf(match)} most={2} />
                </p>
              </div>
              <p className="num font-semibold max-lg:col-start-2 lg:text-right">
                <Price product={product} tenorMonths={need.tenorMonths} />
              </p>
              <p className="num text-small max-lg:col-start-2 lg:text-right lg:text-body">
                <span className="text-ink-2 lg:sr-only">{t('list.amount')} </span>
                {moneyRange(product.amountMinFen, product.amountMaxFen, locale)}
              </p>
              <p className="num text-small max-lg:col-start-2 lg:text-right lg:text-body">
                <span className="text-ink-2 lg:sr-only">{t('list.days')} </span>
                {product.answerDays === null ? t('list.noPromise') : count(product.answerDays)}
              </p>
            </li>
          )
        })}
      </ol>
      {matches.length > shown.length && (
        <CardFoot>
          <p>{t('list.shown', { shown: shown.length, all: matches.length })}</p>
          <LinkButton href={`/company/needs/${need.id}?all#matches`} size="small">
            {t('list.rest', { count: matches.length - shown.length })}
          </LinkButton>
        </CardFoot>
      )}
    </Card>
  )
}

/** All in at the tenor that is asked for; where no such price can be compared, what it adds to one, or that it is agreed. */
function Price({
  product,
  tenorMonths,
}: {
  product: OwnMatch['product']
  tenorMonths: number | null
}) {
  const [t, locale] = [useTranslations('need'), useLocale()]
  const costBp = costAt(product, tenorMonths)
  if (costBp !== null) return t('list.from', { rate: allInCost(costBp, locale) })
  return product.rateMinBp === null ? (
    <span className="text-small font-normal text-ink-2">{t('list.byAgreement')}</span>
  ) : (
    t('list.onTop', { rate: rate(product.rateMinBp) })
  )
}

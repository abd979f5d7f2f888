import { getLocale, getTranslations } from 'next-intl/server'
import { changeFigure, changeWords } from '@/components/change-words'
import { allInCost, counted, rate } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { moneyRange } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardFoot } from '@/components/ui/card'
import { FitBar } from '@/components/ui/fit'
import { tags } from '@/components/ui/rich'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-links'
import { Dated } from '@/components/ui/dated'
import { whyNotActAs, type CompanyActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { changeAsText } from '@/domain/match/change'
import type { Change } from '@/domain/match/match'
import { isAmendable } from '@/domain/match/near-miss'
import { countFittingAfter, listNearMisses, type NearMiss } from '@/domain/match/near-miss-queries'
import type { OwnNeed } from '@/domain/need/queries'
import { costAt } from '@/domain/product/product-costs'

const SHOWN = 3

/** Products that a few changes would open, nearest first; trying one only reckons. */
export async function NearMisses({
  need,
  context,
  tried,
  all,
}: {
  need: OwnNeed
  context: Context<CompanyActor>
  /** The product whose changes are tried. */
  tried: string | undefined
  all: boolean
}) {
  const met = new Set(need.introductions.map(({ productId }) => productId))
  const misses = (await listNearMisses(context, need)).filter(({ product }) => !met.has(product.id))
  if (misses.length === 0) return null
  const t = await getTranslations('need')
  const shown = misses.filter(({ product }, index) => all || index < SHOWN || product.id === tried)
  return (
    <Card labelledBy="near">
      <h2 id="near" className="sr-only">
        {t('near.title')}
      </h2>
      <ul>
        {shown.map((miss) => (
          <Miss
            key={miss.product.id}
            miss={miss}
            need={need}
            context={context}
            isTried={miss.product.id === tried}
          />
        ))}
      </ul>
      <CardFoot>
        <p>
          {misses.length > shown.length && (
            <>
              {t('near.rest', { count: misses.length - shown.length })}{' '}
              <TextLink href={`/company/needs/${need.id}?near#near`}>{t('near.all')}</TextLink>{' '}
            </>
          )}
          {t('near.note')}
        </p>
      </CardFoot>
    </Card>
  )
}

async function Miss({
  miss: { product, financierName, changes, fit },
  need,
  context,
  isTried,
}: {
  miss: NearMiss
  need: OwnNeed
  context: Context<CompanyActor>
  isTried: boolean
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const say = { need: t, domain, locale }
  const [first] = changes
  const tenorAfter = changes.find((change) => change.kind === 'tenor')?.months ?? need.tenorMonths
  const costBp = costAt(product, tenorAfter)
  const address = `/company/needs/${need.id}?try=${product.id}#near-${product.id}`
  return (
    <li
      id={`near-${product.id}`}
      className="grid grid-cols-[48px_minmax(0,1fr)] gap-x-4 gap-y-3 border-b border-line px-4 py-4 last:border-b-0 sm:px-5 md:grid-cols-[48px_minmax(0,1fr)_max-content]"
    >
      <FitBar fit={fit} near />
      <div className="min-w-0">
        <p className="font-semibold">
          <Dated>
            {t('near.sentence', {
              changes: listed(
                changes.map((change) => changeWords(change, need.openFen, say)),
                locale,
              ),
              product: product.name,
            })}
          </Dated>{' '}
          <Tag tone="warn">{t('near.tag')}</Tag>
        </p>
        <p className="text-small text-ink-2">
          <Dated>
            {t('near.about', {
              financier: financierName,
              amount: moneyRange(product.amountMinFen, product.amountMaxFen, locale) ?? '',
              price: costBp !== null ? 'allIn' : product.rateMinBp === null ? 'none' : 'onTop',
              rate: costBp !== null ? allInCost(costBp, locale) : rate(product.rateMinBp ?? 0),
              hasDays: product.answerDays === null ? 'no' : 'yes',
              days:
                product.answerDays === null
                  ? ''
                  : counted(product.answerDays, 'workingDay', locale),
            })}
          </Dated>
        </p>
      </div>
      {isTried ? (
        <div className="col-start-2 md:col-end-[-1]">
          <Tried need={need} context={context} changes={changes} />
        </div>
      ) : (
        <div className="max-md:col-start-2">
          <LinkButton href={address} size="small" scroll={false}>
            {changes.length > 1 || !first
              ? t('near.tryTwo')
              : t(first.kind === 'wait' ? 'near.tryWait' : 'near.try', {
                  to: changeFigure(first, say),
                })}
          </LinkButton>
        </div>
      )}
    </li>
  )
}

/** Who could finance it then, beside who can now, and the way to make it so. */
async function Tried({
  need,
  context,
  changes,
}: {
  need: OwnNeed
  context: Context<CompanyActor>
  changes: readonly Change[]
}) {
  const [t, now, after] = await Promise.all([
    getTranslations('need'),
    countFittingAfter(context, need, []),
    countFittingAfter(context, need, changes),
  ])
  const mayAct = whyNotActAs(context.actor, 'company') === null
  const query = changes.map((change) => `try=${changeAsText(change)}`).join('&')
  return (
    <div role="status" className="rounded-control bg-jade-tint px-4 py-3">
      <p>
        {t.rich('near.tried', {
          ...tags,
          financiers: after.financiers,
          products: after.products,
          nowFinanciers: now.financiers,
          nowProducts: now.products,
        })}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        {mayAct && changes.every(isAmendable) && (
          <LinkButton href={`/company/needs/${need.id}/amend?${query}`} tone="primary" size="small">
            {t('near.apply')}
          </LinkButton>
        )}
        {mayAct && changes.some(({ kind }) => kind === 'certificate') && (
          <LinkButton href={`/company/profile/property?need=${need.id}`} size="small">
            {t('near.certify')}
          </LinkButton>
        )}
        <LinkButton href={`/company/needs/${need.id}#near`} size="small" scroll={false}>
          {t('near.undo')}
        </LinkButton>
      </div>
    </div>
  )
}

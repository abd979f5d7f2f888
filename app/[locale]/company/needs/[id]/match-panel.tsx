import clsx from 'clsx'
import { getLocale, getTranslations } from 'next-intl/server'
import { allInCost, count, range, rate } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money, moneyRange } from '@/components/format/money'
import { RecordWords } from '@/components/record'
import { Fit, Rules } from '@/components/rules'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { whyNotActAs, type CompanyActor } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { listOpenTo } from '@/domain/consent/queries'
import type { Context } from '@/domain/context'
import type { Rule } from '@/domain/match/match'
import type { OwnMatch } from '@/domain/match/need-matches'
import { SEATS, whyNotTakeSeat } from '@/domain/need/need'
import type { OwnNeed } from '@/domain/need/queries'
import { standingOf } from '@/domain/need/standing'
import { costAt } from '@/domain/product/product-costs'
import type { ProfileSection } from '@/domain/profile/profile'
import { deedOf } from '@/domain/product/classes'
import { InviteForm } from './invite-form'

/** Where in the profile an unknown fact is filled in. */
const sectionOf: Partial<Record<Rule, ProfileSection>> = {
  age: 'business',
  stage: 'business',
  chain: 'business',
  staff: 'people',
  'rd-staff': 'people',
  revenue: 'accounts',
  profit: 'accounts',
  profitable: 'accounts',
  'rd-spend': 'accounts',
  'debt-ratio': 'accounts',
  patents: 'property',
  qualification: 'property',
  district: 'place',
  zone: 'place',
}

/** One product rule by rule, why it ranks where it does, and the way to its financier. */
export async function MatchPanel({
  need,
  match,
  context,
  chosen,
}: {
  need: OwnNeed
  match: OwnMatch
  context: Context<CompanyActor>
  chosen: boolean
}) {
  const [t, domain, refusals, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const { product } = match
  const today = dayOf(context.now)
  const costBp = costAt(product, need.tenorMonths)
  const met = need.introductions.find(
    ({ financierId, state }) => financierId === product.financierId && state !== 'ended',
  )
  const whyNot =
    whyNotActAs(context.actor, 'company') ?? whyNotTakeSeat(need, standingOf(need).inTalk)
  const terms = [
    moneyRange(product.amountMinFen, product.amountMaxFen, locale),
    product.tenorMaxMonths !== null &&
      t('panel.tenor', {
        range:
          range(
            product.tenorMinMonths === null ? null : count(product.tenorMinMonths),
            count(product.tenorMaxMonths),
            locale,
          ) ?? '',
      }),
    product.repayment !== 'none' && domain(`repayment.${product.repayment}`),
  ].filter((part): part is string => typeof part === 'string')
  return (
    <div
      id="panel"
      className={clsx('@container lg:sticky lg:top-20', chosen && 'max-lg:scroll-mt-16')}
    >
      <Card labelledBy="panel-title">
        <CardBody>
          <p className="mb-2 lg:hidden">
            <BackLink href={`/company/needs/${need.id}#matches`}>{t('panel.back')}</BackLink>
          </p>
          <p className="text-small text-ink-2">
            <Written>{match.financierName}</Written>{' '}
            {met && (
              <Tag tone="jade">
                {domain(`introductionState.${met.state}`, { deed: deedOf(met.productClass) })}
              </Tag>
            )}
          </p>
          <h2 id="panel-title" className="text-h2">
            <Written>{product.name}</Written>
          </h2>
          <p className="text-small text-ink-2">{listed(terms, locale)}</p>
          {costBp !== null && (
            <p className="font-semibold">{t('panel.allIn', { rate: allInCost(costBp, locale) })}</p>
          )}
          <p className="text-small text-ink-2">
            {product.rateMinBp === null
              ? t('panel.byAgreement')
              : t('panel.price', {
                  rate: rate(product.rateMinBp),
                  fee: product.feeBp > 0 ? rate(product.feeBp) : '',
                  hasFee: product.feeBp > 0 ? 'yes' : 'no',
                })}
          </p>
          {product.summary && (
            <p className="mt-1 text-small">
              <Written>{product.summary}</Written>
            </p>
          )}
        </CardBody>
        <Rules
          rows={match.rows}
          today={today}
          actualHead={t('panel.yours')}
          actOf={({ rule, verdict }) => {
            const section = sectionOf[rule]
            return (
              verdict === 'unknown' &&
              section && (
                <TextLink href={`/company/profile/${section}?need=${need.id}`}>
                  {t('panel.fillIn')}
                </TextLink>
              )
            )
          }}
        />
        <CardBody line>
          <Fit fit={match.fit} parts={match.parts} rulesVersion={match.rulesVersion} />
          <RecordWords record={match.record} />
        </CardBody>
        <CardBody line>
          {met ? (
            <>
              <p className="mb-3 text-ink-2">{t('panel.met')}</p>
              <LinkButton href={`/company/introductions/${met.id}`} tone="primary" wide>
                {t('panel.open', { financier: match.financierName })}
              </LinkButton>
            </>
          ) : whyNot ? (
            <DisabledButton
              id="invite"
              reason={refusals(whyNot === 'need-not-open' ? 'need-not-open' : whyNot, {
                most: SEATS,
              })}
              wide
            >
              {t('invite.act', { financier: match.financierName })}
            </DisabledButton>
          ) : (
            <InviteForm
              needId={need.id}
              productId={product.id}
              financierName={match.financierName}
              amount={money(need.openFen, locale)}
              open={await listOpenTo(context, product.financierId)}
              today={today}
            />
          )}
        </CardBody>
      </Card>
    </div>
  )
}

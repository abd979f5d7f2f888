import { getLocale, getTranslations } from 'next-intl/server'
import { quarterOf } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { TeaserRow } from '@/components/teaser'
import { dayIn } from '@/components/teaser-words'
import { Card, CardFoot, CardHead } from '@/components/ui/card'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-links'
import type { BareChange } from '@/domain/match/match'
import type { NearLead } from '@/domain/match/near-leads'

const SHOWN = 5

/** Needs that the product misses by a step: the teaser and the rule, never by how much. */
export async function NearLeads({
  near,
  productId,
  all,
}: {
  near: readonly NearLead[]
  productId: string
  all: boolean
}) {
  const [t, locale] = await Promise.all([getTranslations('product.near'), getLocale()])
  if (near.length === 0) return null
  const words = ({ kind, quarter }: BareChange) =>
    quarter === null ? t(kind) : t('wait', { quarter: quarterOf(dayIn(quarter), locale) })
  const shown = all ? near : near.slice(0, SHOWN)
  return (
    <Card labelledBy="near">
      <CardHead id="near" title={t('title', { count: near.length })} note={t('note')} />
      <ul className="divide-y divide-line">
        {shown.map(({ needId, teaser, changes }) => (
          <li key={needId} className="px-4 py-4 sm:px-5">
            <TeaserRow teaser={teaser} />
            <p className="mt-2 flex flex-wrap items-center gap-2 text-small text-ink-2">
              <Tag tone="warn">{t('tag')}</Tag>
              {t('by', { rules: listed(changes.map(words), locale) })}
            </p>
          </li>
        ))}
      </ul>
      {shown.length < near.length && (
        <CardFoot>
          <p>
            {t('rest', { count: near.length - shown.length })}{' '}
            <TextLink href={`/financier/products/${productId}?near#near`}>{t('all')}</TextLink>
          </p>
        </CardFoot>
      )}
    </Card>
  )
}

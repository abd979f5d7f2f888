import { getLocale, getTranslations } from 'next-intl/server'
import { Dated } from '@/components/ui/dated'
import { changeWords } from '@/components/change-words'
import { listed } from '@/components/format/lists'
import { Card, CardFoot, CardHead } from '@/components/ui/card'
import { FitBar } from '@/components/ui/fit'
import { TextLink } from '@/components/ui/text-links'
import type { NearMiss } from '@/domain/match/near-miss-queries'

const SHOWN = 5

/** Products that the need just misses, with what an official may tell the company to change. */
export async function NearMisses({
  needId,
  openFen,
  misses,
  all,
}: {
  needId: string
  openFen: number
  misses: readonly NearMiss[]
  all: boolean
}) {
  const [t, need, domain, locale] = await Promise.all([
    getTranslations('official.near'),
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  if (misses.length === 0) return null
  const say = { need, domain, locale }
  const shown = all ? misses : misses.slice(0, SHOWN)
  return (
    <Card labelledBy="near">
      <CardHead id="near" title={t('title', { count: misses.length })} note={t('note')} />
      <ul className="divide-y divide-line">
        {shown.map(({ product, financierName, changes, fit }) => (
          <li
            key={product.id}
            className="grid grid-cols-[48px_minmax(0,1fr)] gap-x-4 px-4 py-3 sm:px-5"
          >
            <FitBar fit={fit} near />
            <div>
              <p className="font-semibold">
                <Dated>
                  {need('near.sentence', {
                    changes: listed(
                      changes.map((change) => changeWords(change, openFen, say)),
                      locale,
                    ),
                    product: product.name,
                  })}
                </Dated>
              </p>
              <p className="text-small text-ink-2" lang="zh">
                {financierName}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {shown.length < misses.length && (
        <CardFoot>
          <p>
            {t('rest', { count: misses.length - shown.length })}{' '}
            <TextLink href={`/official/needs/${needId}?near#near`}>{t('all')}</TextLink>
          </p>
        </CardFoot>
      )}
    </Card>
  )
}

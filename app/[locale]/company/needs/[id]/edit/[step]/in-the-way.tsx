import { getLocale, getTranslations } from 'next-intl/server'
import { BarCell } from '@/components/charts/bars'
import { changeFigure, changeWords, conditionWords } from '@/components/change-words'
import { count } from '@/components/format/figures'
import { CardBody } from '@/components/ui/card'
import { changeAsText } from '@/domain/match/change'
import type { Change } from '@/domain/match/match'
import type { Obstacles } from '@/domain/match/obstacles'
import type { NeedTerms } from '@/domain/need/need'
import { TryLink } from './try-link.client'

const SHOWN = 4

/** What stands in the way of the products that do not fit, with the count as a bar, and the change that would open them. */
export async function InTheWay({
  obstacles,
  terms,
  tried,
}: {
  obstacles: Obstacles
  terms: NeedTerms
  tried: Change | null
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const say = { need: t, domain, locale }
  const openFen = terms.amountFen ?? 0
  const rows = [
    ...obstacles.changes.map(({ change, opens }) => ({
      id: changeAsText(change),
      words: conditionWords(change, openFen, say),
      products: opens,
      change,
    })),
    ...obstacles.others.map(({ rule, products }) => ({
      id: rule,
      words: t('preview.rule', { rule: domain(`rule.${rule}`) }),
      products,
      change: null,
    })),
  ].slice(0, SHOWN)
  if (rows.length === 0 && !tried) return null
  const most = Math.max(...rows.map(({ products }) => products))
  return (
    <CardBody line>
      {rows.length > 0 && (
        <h3 className="text-h3">{t('preview.way', { count: obstacles.blocked })}</h3>
      )}
      <ul className="divide-y divide-line">
        {rows.map(({ id, words, products, change }) => (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_max-content] items-center gap-x-4 gap-y-1 py-3"
          >
            <div className="min-w-0">
              <p className="font-semibold">{words}</p>
              <BarCell value={products} most={most} tone="then">
                {change ? t('preview.opens', { count: products }) : count(products)}
              </BarCell>
            </div>
            {change && !tried && (
              <TryLink
                change={changeAsText(change)}
                label={t('preview.tryLabel', { change: changeWords(change, openFen, say) })}
              >
                {t('preview.try', { to: changeFigure(change, say) })}
              </TryLink>
            )}
          </li>
        ))}
      </ul>
      {tried && <TryLink change={null}>{t('preview.undo')}</TryLink>}
    </CardBody>
  )
}

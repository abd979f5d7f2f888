import { getLocale, getTranslations } from 'next-intl/server'
import { changeWords } from '@/components/change-words'
import { allInCost, counted, range } from '@/components/format/figures'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import type { CompanyActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import type { Change } from '@/domain/match/match'
import { previewNeed, type Preview } from '@/domain/match/preview'
import type { NeedTerms } from '@/domain/need/need'
import { financierKinds, type FinancierKind } from '@/domain/organisation/organisation'
import { costAt } from '@/domain/product/product-costs'
import { needTitle } from '../../../../need-words'
import { InTheWay } from './in-the-way'

interface KindOfFinancier {
  kind: FinancierKind
  financiers: number
  rates: [number, number] | null
  days: [number, number] | null
}

function spread(values: number[]): [number, number] | null {
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)]
}

function byKind(fitting: Preview['fitting'], tenorMonths: number | null): KindOfFinancier[] {
  return financierKinds.flatMap((kind) => {
    const own = fitting.filter(({ financierKind }) => financierKind === kind)
    if (own.length === 0) return []
    return [
      {
        kind,
        financiers: new Set(own.map(({ product }) => product.financierId)).size,
        rates: spread(
          own.flatMap(({ product }) => costAt(product, tenorMonths) ?? product.rateMinBp ?? []),
        ),
        days: spread(own.flatMap(({ product }) => product.answerDays ?? [])),
      },
    ]
  })
}

/**
 * Who could finance these terms, by kind, with their prices and how soon they answer, and what stands in the way of the
 * others. A change that is tried is reckoned in here only.
 */
export async function PreviewBody({
  context,
  terms,
  tried,
}: {
  context: Context<CompanyActor>
  terms: NeedTerms
  tried: Change | null
}) {
  const [t, domain, locale, preview] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
    previewNeed(context, terms, tried),
  ])
  const say = { domain, need: t, locale }
  const fitting = preview?.fitting ?? []
  const unknown = fitting.filter(({ unknownRules }) => unknownRules.length > 0).length
  return (
    <Card as="aside" labelledBy="preview">
      <CardBody>
        <h2 id="preview" aria-live="polite" className="text-headline-phone">
          {preview
            ? t('preview.title', { financiers: preview.obstacles.fitting.financiers })
            : t('preview.notYet')}
        </h2>
        <p className="mt-1 text-small text-ink-2">
          {!preview
            ? t('preview.notYetText')
            : tried
              ? t('preview.triedOf', {
                  change: changeWords(tried, terms.amountFen ?? 0, say),
                  products: fitting.length,
                })
              : t('preview.of', { need: needTitle(terms, say), products: fitting.length })}
        </p>
        {fitting.length > 0 && (
          <dl className="mt-4 divide-y divide-line border-t border-line">
            {byKind(fitting, terms.tenorMonths).map((one) => (
              <div key={one.kind} className="grid grid-cols-[8.5em_1fr] gap-x-4 py-2.5">
                <dt className="font-semibold">
                  {t('preview.kind', {
                    kind: domain(`financierKind.${one.kind}`),
                    count: one.financiers,
                  })}
                </dt>
                <dd className="text-ink-2">
                  {one.rates
                    ? t(
                        `preview.${one.kind === 'guarantee' || one.kind === 'insurance' ? 'onTop' : 'rates'}`,
                        {
                          range:
                            range(
                              allInCost(one.rates[0], locale).replace('%', ''),
                              allInCost(one.rates[1], locale).replace('%', ''),
                              locale,
                            ) ?? '',
                        },
                      )
                    : t('preview.noRate')}
                  {one.days &&
                    t('preview.days', {
                      days:
                        one.days[0] === one.days[1]
                          ? counted(one.days[0], 'workingDay', locale)
                          : t('preview.daysRange', { from: one.days[0], to: one.days[1] }),
                    })}
                </dd>
              </div>
            ))}
          </dl>
        )}
        {preview && fitting.length === 0 && <p className="mt-3">{t('preview.none')}</p>}
        {unknown > 0 && (
          <p className="mt-3 border-t border-line pt-3 text-small text-ink-2">
            {t('preview.unknown', { count: unknown })}
          </p>
        )}
      </CardBody>
      {preview && <InTheWay obstacles={preview.obstacles} terms={terms} tried={tried} />}
      <CardFoot>
        <p className="noscript:hidden">{t('preview.foot')}</p>
        <p className="hidden noscript:block">{t('preview.footSaved')}</p>
      </CardFoot>
    </Card>
  )
}

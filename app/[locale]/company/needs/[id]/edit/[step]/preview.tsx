import { getLocale, getTranslations } from 'next-intl/server'
import { counted, range, rate } from '@/components/format/figures'
import { Card, CardBody, CardFoot } from '@/components/ui/card'
import type { CompanyActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { previewMatches, type NeedRow } from '@/domain/need/queries'
import { financierKinds, type FinancierKind } from '@/domain/organisation/organisation'
import { termsOf } from '@/domain/need/terms'
import { needTitle } from '../../../../need-words'

type Preview = Awaited<ReturnType<typeof previewMatches>>

interface KindOfFinancier {
  kind: FinancierKind
  financiers: number
  rates: [number, number] | null
  days: [number, number] | null
}

function spread(values: number[]): [number, number] | null {
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)]
}

function byKind(preview: Preview): KindOfFinancier[] {
  return financierKinds.flatMap((kind) => {
    const own = preview.filter(({ financierKind }) => financierKind === kind)
    if (own.length === 0) return []
    return [
      {
        kind,
        financiers: new Set(own.map(({ product }) => product.financierId)).size,
        rates: spread(own.flatMap(({ product }) => product.rateMinBp ?? [])),
        days: spread(own.flatMap(({ product }) => product.answerDays ?? [])),
      },
    ]
  })
}

/** Who could finance the draft as it was last saved, by kind, with their prices and how soon they answer. */
export async function Preview({ context, own }: { context: Context<CompanyActor>; own: NeedRow }) {
  const [t, domain, locale, preview] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
    previewMatches(context, own),
  ])
  const terms = termsOf(own)
  const financiers = new Set(preview.map(({ product }) => product.financierId)).size
  const unknown = preview.filter(({ unknownRules }) => unknownRules.length > 0).length
  const isReady = terms.amountFen !== null && terms.classes.length > 0
  return (
    <Card as="aside" labelledBy="preview">
      <CardBody>
        <h2 id="preview" className="text-headline-phone">
          {isReady ? t('preview.title', { financiers }) : t('preview.notYet')}
        </h2>
        <p className="mt-1 text-small text-ink-2">
          {isReady
            ? t('preview.of', {
                need: needTitle(terms, { domain, need: t, locale }),
                products: preview.length,
              })
            : t('preview.notYetText')}
        </p>
        {preview.length > 0 && (
          <dl className="mt-4 divide-y divide-line border-t border-line">
            {byKind(preview).map((one) => (
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
                              rate(one.rates[0]).replace('%', ''),
                              rate(one.rates[1]).replace('%', ''),
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
        {isReady && preview.length === 0 && <p className="mt-3">{t('preview.none')}</p>}
        {unknown > 0 && (
          <p className="mt-3 border-t border-line pt-3 text-small text-ink-2">
            {t('preview.unknown', { count: unknown })}
          </p>
        )}
      </CardBody>
      <CardFoot>{t('preview.foot')}</CardFoot>
    </Card>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { counted, rate } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { CardBody } from '@/components/ui/card'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { needsTenor, type NeedStep, type NeedTerms } from '@/domain/need/need'

/** The terms as they were answered; what is missing says so, and each row leads to its step and back. */
export async function Answers({ id, terms }: { id: string; terms: NeedTerms }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const missing = <span className="font-semibold text-warn">{t('check.missing')}</span>
  const row = (step: NeedStep, term: string, value: SummaryRow['value'] | null): SummaryRow => ({
    term,
    value: value ?? missing,
    changeHref: `/company/needs/${id}/edit/${step}?from=check`,
  })
  const amountOf = (fen: number | null) => (fen === null ? null : money(fen, locale))
  const groups: [string, SummaryRow[]][] = [
    [
      t('check.money'),
      [
        row('amount', t('fields.amount'), amountOf(terms.amountFen)),
        {
          ...row('amount', t('fields.least'), amountOf(terms.leastFen) ?? t('check.notSaid')),
          whoSees: t('sees.onlyYou'),
        },
        row(
          'amount',
          t('fields.inParts'),
          terms.inParts && terms.partFen !== null
            ? t('check.parts', { amount: money(terms.partFen, locale) })
            : t('check.noParts'),
        ),
        row(
          'amount',
          t('fields.tenor'),
          terms.tenorMonths !== null
            ? counted(terms.tenorMonths, 'month', locale)
            : needsTenor(terms)
              ? null
              : t('check.noTenor'),
        ),
        row(
          'cost',
          t('fields.cost'),
          terms.maxCostBp === null
            ? t('check.notSaid')
            : t('check.aYear', { rate: rate(terms.maxCostBp) }),
        ),
        row('cost', t('fields.wantedBy'), terms.wantedBy && fullDay(terms.wantedBy, locale)),
      ],
    ],
    [
      t('check.what'),
      [
        {
          ...row('use', t('fields.useKind'), terms.useKind && domain(`use.${terms.useKind}`)),
          note: terms.words && <span lang="zh">{terms.words}</span>,
        },
        row(
          'use',
          t('fields.classes'),
          terms.classes.length === 0
            ? null
            : listed(
                terms.classes.map((name) => domain(`class.${name}`)),
                locale,
              ),
        ),
      ],
    ],
    [
      t('check.behind'),
      [
        row(
          'security',
          t('fields.collateral'),
          terms.collateral.length === 0
            ? t('check.noCollateral')
            : listed(
                terms.collateral.map((kind) => domain(`collateral.${kind}`)),
                locale,
              ),
        ),
        row(
          'privacy',
          t('check.whiteList'),
          terms.showWhiteList ? t('check.shown') : t('check.notShown'),
        ),
      ],
    ],
  ]
  return groups.map(([title, rows], index) => (
    <CardBody key={title} line={index > 0}>
      <h2 className="mb-1 text-h2">{title}</h2>
      <SummaryList rows={rows} />
    </CardBody>
  ))
}

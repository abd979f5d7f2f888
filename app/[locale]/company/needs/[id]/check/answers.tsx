import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { money } from '@/components/format/money'
import { termWords } from '@/components/term-words'
import { CardBody } from '@/components/ui/card'
import { SummaryList, type SummaryRow } from '@/components/ui/summary-list'
import { needsTenor, type NeedStep, type NeedTerms } from '@/domain/need/need'

/** The terms as they were answered; what is missing says so, and each row leads to its step and back. */
export async function Answers({
  id,
  terms,
  mayWrite,
}: {
  id: string
  terms: NeedTerms
  mayWrite: boolean
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('need'),
    getTranslations('domain'),
    getLocale(),
  ])
  const missing = <span className="font-semibold text-warn">{t('check.missing')}</span>
  const row = (step: NeedStep, term: string, value: SummaryRow['value'] | null): SummaryRow => ({
    term,
    value: value ?? missing,
    ...(mayWrite ? { changeHref: `/company/needs/${id}/edit/${step}?from=check` } : {}),
  })
  const words = termWords(terms, { domain, locale })
  const groups: [string, SummaryRow[]][] = [
    [
      t('check.money'),
      [
        row('amount', t('fields.amount'), words.amount),
        {
          ...row(
            'amount',
            t('fields.least'),
            terms.leastFen === null ? t('check.notSaid') : money(terms.leastFen, locale),
          ),
          whoSees: t('sees.onlyYou'),
        },
        row(
          'amount',
          t('fields.inParts'),
          words.part === null ? t('check.noParts') : t('check.parts', { amount: words.part }),
        ),
        row(
          'amount',
          t('fields.tenor'),
          words.tenor ?? (needsTenor(terms) ? null : t('check.noTenor')),
        ),
        row(
          'cost',
          t('fields.cost'),
          words.cost === null ? t('check.notSaid') : t('check.aYear', { rate: words.cost }),
        ),
        row('cost', t('fields.wantedBy'), terms.wantedBy && fullDay(terms.wantedBy, locale)),
      ],
    ],
    [
      t('check.what'),
      [
        {
          ...row('use', t('fields.useKind'), words.use),
          note: terms.words && <span lang="zh">{terms.words}</span>,
        },
        row('use', t('fields.classes'), words.classes),
      ],
    ],
    [
      t('check.behind'),
      [
        row('security', t('fields.collateral'), words.collateral ?? t('check.noCollateral')),
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

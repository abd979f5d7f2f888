import { useLocale, useTranslations, type Locale } from 'next-intl'
import type { ReactNode } from 'react'
import { ALL_IN_MOST_BP } from '@/domain/cost/cost'
import {
  shareBp,
  type NeedDifference,
  type SheetName,
  type SheetTerms,
} from '@/domain/offer/offer-sheet'
import { sheetOf } from '@/domain/offer/offer-sheet'
import { classTerms, type FinancingClass } from '@/domain/product/classes'
import { fullDay } from './format/dates'
import { allInCost, changeBp, counted, rate } from './format/figures'
import { inside, listed } from './format/lists'
import { exactMoney, money } from './format/money'
import { Dated } from './ui/dated'
import { SummaryList } from './ui/summary-list'
import { Written } from './ui/written'

export interface OfferSay {
  offer: ReturnType<typeof useTranslations<'offer'>>
  domain: ReturnType<typeof useTranslations<'domain'>>
  locale: Locale
}

/** An offer with what its cash flow comes to; of a class without one both are null. */
export interface SheetOffer extends SheetTerms {
  paid: number | null
  average: number | null
}

/** What a row is called in the words of its class: a sum is lent, guaranteed, insured or invested. */
export function rowName(name: FinancingClass, row: SheetName, { offer }: OfferSay): string {
  return offer(`name.${classTerms[name].price}.${row}` as 'name.rate.amount')
}

/** What a row says. */
export function rowValue(
  name: FinancingClass,
  terms: SheetOffer,
  row: SheetName,
  { offer: t, domain, locale }: OfferSay,
): string {
  const sum = (fen: number | null) => (fen === null ? t('value.notKnown') : money(fen, locale))
  const { valuationFen, yearlyFeeBp, upfrontFeeFen, rateBp, tenorMonths } = terms
  switch (row) {
    case 'allIn':
      return terms.allInBp === null ? t('value.notKnown') : allInCost(terms.allInBp, locale)
    case 'amount':
      return exactMoney(terms.amountFen, locale)
    case 'valuation':
      return sum(valuationFen)
    case 'valuationAfter':
      return sum(valuationFen === null ? null : valuationFen + terms.amountFen)
    case 'share': {
      const share = shareBp(terms)
      return share === null ? t('value.notKnown') : rate(share)
    }
    case 'rate':
      return rateBp === null ? t('value.none') : rate(rateBp)
    case 'repayment':
      return domain(`repayment.${terms.repayment}`)
    case 'tenor':
      return tenorMonths === null ? t('value.none') : counted(tenorMonths, 'month', locale)
    case 'revolving':
      return t(terms.revolving ? 'value.revolving' : 'value.once')
    case 'upfrontFee':
      return upfrontFeeFen === 0 ? t('value.noFee') : exactMoney(upfrontFeeFen, locale)
    case 'yearlyFee':
      return yearlyFeeBp === 0
        ? t('value.noFee')
        : t(classTerms[name].price === 'rate' ? 'value.yearlyOf' : 'value.ofSum', {
            rate: rate(yearlyFeeBp),
          })
    case 'collateral':
      return terms.collateral.length === 0
        ? t('value.noSecurity')
        : listed(
            terms.collateral.map((kind) => domain(`collateral.${kind}`)),
            locale,
          )
    case 'average':
      return sum(terms.average)
    case 'paid':
      return sum(terms.paid)
    case 'conditions':
      return terms.conditions ?? t('value.none')
    case 'validUntil':
      return fullDay(terms.validUntil, locale)
  }
}

export type RowMarks = Partial<Record<SheetName, string[]>>

/** What is said beside the rows that differ: from the last offer, from the need, from what the product publishes. */
export function rowMarks(
  name: FinancingClass,
  differ: {
    changed: { rows: readonly SheetName[]; before: SheetOffer } | null
    need: readonly NeedDifference[]
    outside: readonly SheetName[]
  },
  reader: 'company' | 'financier',
  say: OfferSay,
): RowMarks {
  const { offer: t, domain, locale } = say
  const marks: RowMarks = {}
  const mark = (row: SheetName, words: string) => (marks[row] = [...(marks[row] ?? []), words])
  for (const one of differ.need)
    switch (one.row) {
      case 'amount':
        mark('amount', t('mark.less', { amount: money(one.lessFen, locale) }))
        break
      case 'tenor':
        mark('tenor', t('mark.tenor', { asked: counted(one.asked, 'month', locale) }))
        break
      case 'collateral':
        mark(
          'collateral',
          t('mark.added', {
            kinds: listed(
              one.added.map((kind) => domain(`collateral.${kind}`)),
              locale,
            ),
          }),
        )
        break
      case 'allIn':
        mark(
          'allIn',
          one.overBp > ALL_IN_MOST_BP / 2
            ? t('mark.beyond')
            : t(reader === 'company' ? 'mark.over' : 'mark.overTheirs', {
                over: changeBp(one.overBp).replace('+', ''),
              }),
        )
        break
    }
  for (const row of differ.changed?.rows ?? [])
    if (differ.changed)
      mark(row, t('mark.changed', { before: rowValue(name, differ.changed.before, row, say) }))
  for (const row of differ.outside) mark(row, t('mark.outside'))
  return marks
}

/** The rows that are marked, named in one line. */
export function markedNames(name: FinancingClass, marks: RowMarks, say: OfferSay): string {
  const names = sheetOf(name)
    .filter((row) => marks[row])
    .map((row, place) =>
      place === 0 ? rowName(name, row, say) : inside(rowName(name, row, say), say.locale),
    )
  return listed(names, say.locale)
}

/** The words beside a row, in amber: they say a difference, not a fault. */
export function Marks({ marks }: { marks: string[] | undefined }): ReactNode {
  return marks?.map((words) => (
    <span key={words} className="block text-small font-normal text-warn">
      <Dated>{words}</Dated>
    </span>
  ))
}

/** The whole sheet of one offer, with the marks of its rows. */
export function OfferSheet({
  class: name,
  offer,
  marks = {},
  changeHref,
}: {
  class: FinancingClass
  offer: SheetOffer
  marks?: RowMarks
  /** Where a row is changed, while it is not sent. */
  changeHref?: string
}) {
  const say = {
    offer: useTranslations('offer'),
    domain: useTranslations('domain'),
    locale: useLocale(),
  }
  const follows: readonly SheetName[] = ['allIn', 'average', 'paid', 'valuationAfter', 'share']
  return (
    <SummaryList
      rows={sheetOf(name).map((row) => ({
        term: rowName(name, row, say),
        value:
          row === 'conditions' && offer.conditions ? (
            <Written>{offer.conditions}</Written>
          ) : (
            rowValue(name, offer, row, say)
          ),
        note: marks[row] && <Marks marks={marks[row]} />,
        changeHref: follows.includes(row) ? undefined : changeHref,
      }))}
    />
  )
}

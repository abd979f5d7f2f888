import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { allInCost } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { useProductWords } from '@/components/product-words'
import { Code } from '@/components/ui/code'
import { SummaryList } from '@/components/ui/summary-list'
import { dayOf } from '@/domain/calendar/calendar'
import { COMPARED_DRAWING, costAt } from '@/domain/product/product-costs'
import { reconfirmBy, type ProductTerms } from '@/domain/product/product'

interface Offered extends ProductTerms {
  code: string
  answerDays: number | null
  decisionDays: number | null
  reconfirmedAt: Date | null
}

export function ProductTermsList({ product }: { product: Offered }) {
  const [t, domain, locale] = [useTranslations('catalogue'), useTranslations('domain'), useLocale()]
  const say = useProductWords()(product)
  const cheapest = costAt(product, null)
  const reconfirmedOn = product.reconfirmedAt && dayOf(product.reconfirmedAt)
  return (
    <SummaryList
      rows={[
        { term: t('amount'), value: say.amount },
        { term: t('tenor'), value: say.tenor },
        ...(cheapest === null
          ? []
          : [
              {
                term: t('allIn'),
                value: <b className="num">{allInCost(cheapest, locale)}</b>,
                note: t('allInMethod', {
                  months: (product.tenorMinMonths ?? 1) + (product.costsBp ?? []).indexOf(cheapest),
                  amount: money(COMPARED_DRAWING.amountFen, locale),
                }),
              },
            ]),
        { term: say.priceName, value: say.price },
        { term: t('feeName'), value: say.fee },
        { term: t('repayment'), value: domain(`repayment.${product.repayment}`) },
        {
          term: t('promised'),
          value: say.answer ? t('answerIn', { days: say.answer }) : t('notPromised'),
          note: say.decision ? t('decisionAfter', { days: say.decision }) : undefined,
        },
        ...(reconfirmedOn
          ? [
              {
                term: t('reconfirmed'),
                value: fullDay(reconfirmedOn, locale),
                note: t('reconfirmBy', { day: fullDay(reconfirmBy(reconfirmedOn), locale) }),
              },
            ]
          : []),
        { term: t('code'), value: <Code>{product.code}</Code> },
      ]}
    />
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { change, changeBp, changePercent, count, rate } from '@/components/format/figures'
import { moneyParts, roundMoney } from '@/components/format/money'
import { FiguresStrip, type Figure } from '@/components/ui/figures-strip'
import { QuietLink } from '@/components/ui/text-links'
import type { FirstAnswers } from '@/domain/totals/first-answers'
import type { Parameters } from '@/domain/totals/read-question'
import type { OpenFigure, Totals } from '@/domain/totals/totals'
import { figureAddress } from './set-address'

const oneDecimal = (value: number) => value.toFixed(1)

/** The figures of a question, each with its change and the figure of a year before; both open. */
export function Figures({
  parameters,
  before,
  totals,
  then,
  rates: [bp, bpThen],
  answers: measured,
}: {
  parameters: Parameters
  /** The address of what is compared with, and its totals; null where nothing can be. */
  before: Parameters | null
  totals: Totals
  then: Totals | null
  rates: [number | null, number | null]
  /** Null at a fixed position: needs have none. */
  answers: [FirstAnswers | null, FirstAnswers | null] | null
}) {
  const [answers, answersThen] = measured ?? [null, null]
  const t = useTranslations('monitor')
  const locale = useLocale()
  const wish = (difference: number) =>
    difference > 0 ? ('good' as const) : difference < 0 ? ('bad' as const) : undefined
  const noBase = { base: t(before ? 'noBase' : 'noComparable') }
  const based = (figure: OpenFigure, base: string) =>
    t.rich('base', {
      base,
      b: (inside) =>
        before ? <QuietLink href={figureAddress(before, figure)}>{inside}</QuietLink> : inside,
    })
  const against = (
    figure: keyof Totals & OpenFigure,
    words: (value: number) => string,
    changed = changePercent,
  ): Partial<Figure> => {
    const base = then?.[figure] ?? 0
    if (base === 0) return noBase
    return {
      change: changed(totals[figure], base) ?? undefined,
      base: based(figure, words(base)),
      wish: wish(totals[figure] - base),
    }
  }
  const inMoney = (fen: number) => roundMoney(fen, locale)
  const drawn = moneyParts(totals.drawnFen, locale)
  const granted = moneyParts(totals.grantedFen, locale)
  const opens = (figure: keyof Totals & OpenFigure) =>
    totals[figure] > 0 ? { href: figureAddress(parameters, figure) } : {}
  const late = answers !== null && answers.p90 > answers.allowed
  return (
    <FiguresStrip
      label={t('figures')}
      figures={[
        {
          label: t('companies'),
          figure: count(totals.companies),
          unit: t('companiesUnit'),
          ...against('companies', count),
          ...opens('companies'),
        },
        {
          label: t('times'),
          figure: count(totals.companyTimes),
          unit: t('timesUnit'),
          ...against('companyTimes', count),
          ...opens('companyTimes'),
        },
        {
          label: t('drawn'),
          ...drawn,
          ...against('drawnFen', inMoney),
          ...opens('drawnFen'),
        },
        {
          label: t('granted'),
          ...granted,
          ...against('grantedFen', inMoney),
          ...opens('grantedFen'),
        },
        {
          label: t('firstLoans'),
          figure: count(totals.firstLoans),
          unit: t('companiesUnit'),
          ...against('firstLoans', count, (now, base) => change(now - base)),
          ...opens('firstLoans'),
        },
        bp === null
          ? { label: t('rate'), figure: t('unknown'), base: t('rateFew') }
          : {
              label: t('rate'),
              figure: rate(bp),
              href: figureAddress(parameters, 'rate'),
              ...(bpThen === null
                ? noBase
                : {
                    change: changeBp(bp - bpThen),
                    base: based('rate', rate(bpThen)),
                    wish: wish(bpThen - bp),
                  }),
            },
        answers === null
          ? {
              label: t('answers'),
              figure: t('unknown'),
              base: t(measured ? 'answersNone' : 'answersUnplaced'),
            }
          : {
              label: t('answers'),
              figure: `${oneDecimal(answers.median)} / ${oneDecimal(answers.p90)}`,
              ...(late
                ? { change: t('p90Late'), wish: 'bad' as const, base: oneDecimal(answers.allowed) }
                : {
                    base: answersThen
                      ? t('baseAlone', {
                          base: `${oneDecimal(answersThen.median)} / ${oneDecimal(answersThen.p90)}`,
                        })
                      : noBase.base,
                  }),
            },
      ]}
    />
  )
}

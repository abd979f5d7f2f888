import { useLocale, useTranslations } from 'next-intl'
import { change, changeBp, changePercent, count, rate } from '@/components/format/figures'
import { money, moneyParts } from '@/components/format/money'
import { FiguresStrip, type Figure } from '@/components/ui/figures-strip'
import type { Totals } from '@/domain/totals/count'
import type { FirstAnswers } from '@/domain/totals/first-answers'
import type { Parameters } from '@/domain/totals/read-question'
import type { OpenFigure } from '@/domain/totals/totals'
import { figureAddress } from './set-address'

const oneDecimal = (value: number) => value.toFixed(1)

/** The figures of a question, each with its change and the figure of a year before. */
export function Figures({
  parameters,
  totals,
  then,
  rates: [bp, bpThen],
  answers: measured,
}: {
  parameters: Parameters
  totals: Totals
  then: Totals
  rates: [number | null, number | null]
  /** Null at a fixed position: needs have none. */
  answers: [FirstAnswers | null, FirstAnswers | null] | null
}) {
  const [answers, answersThen] = measured ?? [null, null]
  const t = useTranslations('monitor')
  const locale = useLocale()
  const wish = (difference: number) =>
    difference > 0 ? ('good' as const) : difference < 0 ? ('bad' as const) : undefined
  const against = (now: number, before: number, base: string): Partial<Figure> =>
    before === 0
      ? { base: t('noBase') }
      : {
          change: changePercent(now, before) ?? undefined,
          base: t('base', { base }),
          wish: wish(now - before),
        }
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
          ...against(totals.companies, then.companies, count(then.companies)),
          ...opens('companies'),
        },
        {
          label: t('times'),
          figure: count(totals.companyTimes),
          unit: t('timesUnit'),
          ...against(totals.companyTimes, then.companyTimes, count(then.companyTimes)),
          ...opens('companyTimes'),
        },
        {
          label: t('drawn'),
          ...drawn,
          ...against(totals.drawnFen, then.drawnFen, money(then.drawnFen, locale)),
          ...opens('drawnFen'),
        },
        {
          label: t('granted'),
          ...granted,
          ...against(totals.grantedFen, then.grantedFen, money(then.grantedFen, locale)),
          ...opens('grantedFen'),
        },
        {
          label: t('firstLoans'),
          figure: count(totals.firstLoans),
          unit: t('companiesUnit'),
          ...(then.firstLoans === 0
            ? { base: t('noBase') }
            : {
                change: change(totals.firstLoans - then.firstLoans),
                base: t('base', { base: count(then.firstLoans) }),
                wish: wish(totals.firstLoans - then.firstLoans),
              }),
          ...opens('firstLoans'),
        },
        bp === null
          ? { label: t('rate'), figure: t('unknown'), base: t('rateFew') }
          : {
              label: t('rate'),
              figure: rate(bp),
              ...(bpThen === null
                ? { base: t('noBase') }
                : {
                    change: changeBp(bp - bpThen),
                    base: t('base', { base: rate(bpThen) }),
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
                      ? t('base', {
                          base: `${oneDecimal(answersThen.median)} / ${oneDecimal(answersThen.p90)}`,
                        })
                      : t('noBase'),
                  }),
            },
      ]}
    />
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { addressOf } from '@/app/address'
import { clock, month } from '@/components/format/dates'
import { count, counted } from '@/components/format/figures'
import { moneyInSentence } from '@/components/format/money'
import { tags } from '@/components/ui/rich'
import { QuietLink, TextLink } from '@/components/ui/text-links'
import { dayOf, monthOf } from '@/domain/calendar/calendar'
import { findLastCheck } from '@/domain/ledger/check-cells'
import type { Asked } from '@/domain/totals/place-question'
import { countRowsBehind } from '@/domain/totals/rows-behind'
import { monthText, type OpenFigure, type Totals } from '@/domain/totals/totals'
import type { QuestionWords } from './question-words'
import { ScopeNote } from './scope-note'
import { figureAddress } from './set-address'
import { Standing } from './standing'

/** What stands under the headline: the definition, the evidence, what stands apart, as of when, and what it is today. */
export async function Method({
  asked,
  words,
  kept,
  totals,
  today,
}: {
  asked: Asked
  words: QuestionWords
  /** Further parameters of the page that stay. */
  kept: Record<string, string | undefined>
  totals: Totals
  /** The same question as of now, where its address names a position. */
  today: Totals | null
}) {
  const { context, question, parameters } = asked
  const [t, locale, checked, late, gone, drawnLate, drawnGone] = await Promise.all([
    getTranslations('monitor'),
    getLocale(),
    findLastCheck(context.db),
    today ? countRowsBehind(context, question, 'late') : null,
    today ? countRowsBehind(context, question, 'gone') : null,
    today ? countRowsBehind(context, question, 'drawn-late') : null,
    today ? countRowsBehind(context, question, 'drawn-gone') : null,
  ])
  const opening = (figure: OpenFigure) =>
    function Opening(inside: ReactNode) {
      return <QuietLink href={figureAddress(parameters, figure)}>{inside}</QuietLink>
    }
  const thisMonth = monthOf(dayOf(asked.position.at))
  return (
    <>
      <p>
        {t.rich('method', {
          ...tags,
          definition: words.definition,
          code: words.definitionCode,
          evidenced: counted(totals.evidenced, 'company', locale),
          declared: counted(totals.declared, 'company', locale),
          e: opening('evidenced'),
          u: opening('declared'),
        })}
        {totals.disputed > 0 && (
          <> {t.rich('disputed', { count: totals.disputed, x: opening('disputed') })}</>
        )}
      </p>
      <p>
        <Standing path="/official" asked={asked} words={words} kept={kept} />
        {today && late && gone && (
          <>
            {' '}
            {t.rich('today', {
              companies: counted(today.companies, 'company', locale),
              times: counted(today.companyTimes, 'companyTime', locale),
              money: moneyInSentence(today.drawnFen, locale),
              late: late.rows,
              gone: gone.rows,
              n: (inside) => (
                <TextLink href={addressOf('/official', parameters, { asOf: '' })}>
                  {inside}
                </TextLink>
              ),
              l: opening('late'),
              g: opening('gone'),
            })}
          </>
        )}
        {drawnLate && drawnGone && question.definition.rung !== 6 && (
          <>
            {' '}
            {t.rich('todayMoney', {
              late: drawnLate.rows,
              gone: drawnGone.rows,
              l: opening('drawnLate'),
              g: opening('drawnGone'),
            })}
          </>
        )}
        {question.period.to >= thisMonth && question.period.from <= thisMonth && (
          <> {t('unfinished', { month: month(monthText(thisMonth), locale) })}</>
        )}
      </p>
      {checked && (
        <p>
          {t(checked.differing === 0 ? 'checked' : 'checkedAndMended', {
            when: clock(checked.at, locale),
            count: count(checked.differing),
          })}
        </p>
      )}
      <ScopeNote scope={asked.ownScope} />
    </>
  )
}

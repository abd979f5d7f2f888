import type { Locale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Actual, Required, Rule, RuleRow } from '@/domain/match/match'
import { districts } from '@/domain/place/place'
import { classes } from '@/domain/product/classes'
import { setFacts, type RangeUnit } from '@/domain/product/product'
import { nearDay } from './format/dates'
import { allInCost, count, counted, range, rate } from './format/figures'
import { listed } from './format/lists'
import { money, moneyRange } from './format/money'
import type { RuleLine } from './ui/rule-rows'

export interface RuleSay {
  domain: ReturnType<typeof useTranslations<'domain'>>
  rules: ReturnType<typeof useTranslations<'rules'>>
  locale: Locale
}

type CodeList = Extract<Required, { kind: 'set' }>['of']

/** A code of any of the lists that sets come from. */
function codeName(of: CodeList, value: string, { domain, rules }: RuleSay): string {
  const known: readonly string[] = of === 'class' ? classes : setFacts[of]
  if (!known.includes(value)) return rules('retired', { code: value })
  const key = `${of === 'use' ? 'use' : of}.${value}` as Parameters<RuleSay['domain']>[0]
  return domain(key)
}

/** 46% and 3.45%: a ratio without needless zeros, a price with both decimals. */
function percent(bp: number, rule: Rule): string {
  return rule === 'cost' ? rate(bp) : `${Number((bp / 100).toFixed(2))}%`
}

function ageWords(months: number, { rules }: RuleSay): string {
  if (months === 0) return rules('months', { figure: 0 })
  return rules('age', { years: Math.floor(months / 12), months: months % 12 }).trim()
}

function rangeWords(
  rule: Rule,
  unit: RangeUnit,
  min: number | null,
  max: number | null,
  say: RuleSay,
): string {
  const { rules, locale } = say
  if (unit === 'fen') return moneyRange(min, max, locale) ?? ''
  if (rule === 'cost' && min !== null) return rules('costFrom', { rate: allInCost(min, locale) })
  const inYears = rule === 'age' && [min, max].every((bound) => bound === null || bound % 12 === 0)
  const shown = (bound: number | null) =>
    bound === null
      ? null
      : unit === 'bp'
        ? percent(bound, rule)
        : count(inYears ? bound / 12 : bound)
  const figure = range(shown(min), shown(max), locale) ?? ''
  if (unit === 'bp') return figure
  if (unit === 'months') return rules(inYears ? 'years' : 'months', { figure })
  return rules(unit, { figure })
}

function requiredWords({ rule, required }: RuleRow, say: RuleSay): string {
  const { rules, locale } = say
  if (required.kind === 'flag') return rules(`flag.${required.flag}`)
  if (required.kind === 'range')
    return rangeWords(rule, required.unit, required.min, required.max, say)
  const { of, quantifier, values } = required
  if (of === 'district' && quantifier === 'any' && values.length === districts.length)
    return rules('wholeCity')
  const names = listed(
    values.map((value) => codeName(of, value, say)),
    locale,
  )
  return rules(values.length === 1 && quantifier !== 'none' ? 'one' : quantifier, { names })
}

export function actualWords(rule: Rule, actual: Actual, say: RuleSay): string {
  const { domain, rules, locale } = say
  switch (actual.kind) {
    case 'within':
    case 'outside':
      return rules(actual.kind)
    case 'band':
      return actual.of === 'staff'
        ? domain(`staffBand.${actual.band}` as 'staffBand.1-19')
        : domain(`patentBand.${actual.band}` as 'patentBand.0')
    case 'years':
      return counted(actual.value, 'year', locale)
    case 'yes-no':
      return rules(
        `${actual.value ? 'yes' : 'no'}.${rule === 'white-listed' ? 'white-listed' : 'profitable'}`,
      )
    case 'span':
      return rangeWords(rule, actual.unit, actual.min, actual.max, say)
    case 'codes': {
      if (actual.values.length > 0)
        return listed(
          actual.values.map((value) => codeName(actual.of, value, say)),
          locale,
        )
      const { of } = actual
      return rules(
        `noCodes.${of === 'zone' || of === 'collateral' || of === 'qualification' ? of : 'other'}`,
      )
    }
    case 'figure':
      if (rule === 'age') return ageWords(actual.value, say)
      if (rule === 'cost') return rules('costMost', { rate: rate(actual.value) })
      if (actual.unit === 'fen') return money(actual.value, locale)
      if (actual.unit === 'bp') return percent(actual.value, rule)
      if (actual.unit === 'months') return counted(actual.value, 'month', locale)
      return rules(actual.unit, { figure: count(actual.value) })
  }
}

function sourceWords({ source, asOf, actual }: RuleRow, today: string, say: RuleSay): string {
  const { domain, rules, locale } = say
  const name = domain(`source.${source}`)
  return actual?.kind === 'figure' && actual.year !== undefined
    ? rules('sourceOfYear', { year: String(actual.year), source: name })
    : rules('sourceOf', { source: name, day: nearDay(asOf, today, locale) })
}

/** Rule rows of the judge in words: what is required, what is there, from where and of which day. */
export function ruleLines(
  rows: readonly RuleRow[],
  today: string,
  say: RuleSay,
  actOf?: (row: RuleRow) => ReactNode,
): RuleLine[] {
  return rows.map((row, index) => ({
    id: `${index}-${row.rule}`,
    rule: say.domain(`rule.${row.rule}`),
    required: requiredWords(row, say),
    actual:
      row.verdict === 'untold'
        ? say.rules('untold')
        : row.actual === null
          ? say.rules('notFilled')
          : actualWords(row.rule, row.actual, say),
    ...(row.actual === null ? {} : { source: sourceWords(row, today, say) }),
    verdict: row.verdict,
    soft: !row.hard,
    act: actOf?.(row),
  }))
}

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { fitMost, type FitParts as Parts, type RuleRow } from '@/domain/match/match'
import { ruleLines } from './rule-lines'
import { FitParts } from './ui/fit'
import { RuleRows } from './ui/rule-rows'

/** The rule rows of a match as a table. `actOf` gives what can be done about a row. */
export function Rules({
  rows,
  today,
  actualHead,
  caption,
  actOf,
  show,
}: {
  rows: readonly RuleRow[]
  today: string
  actualHead: string
  caption?: string
  actOf?: (row: RuleRow) => ReactNode
  show?: number
}) {
  const rules = useTranslations('rules')
  const say = { domain: useTranslations('domain'), rules, locale: useLocale() }
  return (
    <RuleRows
      rules={ruleLines(rows, today, say, actOf)}
      actualHead={actualHead}
      caption={caption ?? rules('caption')}
      show={show}
    />
  )
}

/** The fit and its three parts as bars that add up to it. */
export function Fit({
  fit,
  parts,
  rulesVersion,
}: {
  fit: number
  parts: Parts
  rulesVersion: number
}) {
  const t = useTranslations('rules')
  const names = ['preference', 'record', 'completeness'] as const
  return (
    <FitParts
      fit={fit}
      rules={rulesVersion}
      parts={names.map((name) => ({
        name: t(`parts.${name}`),
        part: parts[name],
        most: fitMost[name],
      }))}
    />
  )
}

import { useLocale, useTranslations } from 'next-intl'
import type { Reason } from '@/domain/match/reasons'
import { listed } from './format/lists'
import { actualWords, type RuleSay } from './rule-lines'

/** One reason in words; a hidden fact only says that it is as wished. */
function reasonWords(reason: Reason, say: RuleSay): string {
  const { domain, rules, locale } = say
  switch (reason.code) {
    case 'all-passed':
      return rules('allPass', { passed: reason.passed })
    case 'some-unknown':
      return rules('somePass', { passed: reason.passed, unknown: reason.unknown })
    case 'some-failed':
      return rules('someFail', { passed: reason.passed, failed: reason.failed, unknown: 0 })
    case 'similar':
      return rules('reason.similar', { deals: reason.deals })
    case 'unanswered':
      return rules('reason.unanswered', {
        asked: reason.asked,
        unanswered: reason.unanswered,
      })
    case 'unknown':
      return rules('reason.unknown', {
        rules: listed(
          reason.rules.map((rule) => domain(`rule.${rule}`)),
          locale,
        ),
      })
    default: {
      const { row, code } = reason
      const rule = domain(`rule.${row.rule}`)
      const { actual } = row
      if (code === 'against') return rules('reason.against', { rule })
      if (actual === null || actual.kind === 'within' || actual.kind === 'outside')
        return rules('reason.prefersBare', { rule })
      return rules(`reason.${code}`, { rule, actual: actualWords(row.rule, actual, say) })
    }
  }
}

/** The reasons of a match in one line, the first in bold. */
export function Reasons({ reasons, most = 3 }: { reasons: readonly Reason[]; most?: number }) {
  const rules = useTranslations('rules')
  const say = { domain: useTranslations('domain'), rules, locale: useLocale() }
  const [first, ...rest] = reasons.slice(0, most).map((reason) => reasonWords(reason, say))
  return (
    <>
      <b>{first}</b>
      {rest.map((words) => rules('reasonSeparator') + words).join('')}
    </>
  )
}

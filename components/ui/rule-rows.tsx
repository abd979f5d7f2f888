import clsx from 'clsx'
import { Check, CircleHelp, Lock, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dated } from './dated'

export interface RuleLine {
  id: string
  rule: ReactNode
  required: ReactNode
  actual: ReactNode
  /** Where the actual comes from and of which day, in 12. */
  source?: ReactNode
  /** What runs out soon, in amber: 2024年11月到期. */
  soon?: ReactNode
  verdict: 'pass' | 'fail' | 'unknown' | 'untold'
  /** Only ranks; said in words. */
  soft?: boolean
  /** What can be done about it: a link to fill it in. */
  act?: ReactNode
}

const mark = {
  pass: <Check aria-hidden size={16} />,
  fail: <X aria-hidden size={16} />,
  unknown: <CircleHelp aria-hidden size={16} />,
  untold: <Lock aria-hidden size={16} />,
}
const colour = { pass: 'text-pass', fail: 'text-seal', unknown: 'text-warn', untold: 'text-ink-2' }
const order = { fail: 0, unknown: 1, untold: 2, pass: 3 }

/** Failing and unknown rules first and never folded; passed ones fold beyond the first few. */
export function RuleRows({
  rules,
  actualHead,
  caption,
  show = 5,
}: {
  rules: RuleLine[]
  /** Whose facts these are: 企业实际, 您的实际. */
  actualHead: string
  caption: string
  /** Rows in sight before passed ones fold. */
  show?: number
}) {
  const t = useTranslations('ui')
  const sorted = rules.toSorted((a, b) => order[a.verdict] - order[b.verdict])
  const open = sorted.filter(({ verdict }) => verdict !== 'pass').length
  // One row is not worth folding.
  const cut = sorted.length - Math.max(open, show) === 1 ? sorted.length : Math.max(open, show)
  const folded = sorted.slice(cut)
  const heads = [t('rule'), t('required'), actualHead, t('verdict')]
  return (
    <div>
      <RuleTable rules={sorted.slice(0, cut)} heads={heads} caption={caption} />
      {folded.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-2.5 sm:px-5">
            <span className="link">{t('restPassed', { count: folded.length, shown: cut })}</span>
          </summary>
          <div className="border-t border-line">
            <RuleTable
              rules={folded}
              heads={heads}
              caption={t('passedOf', { name: caption })}
              headless
            />
          </div>
        </details>
      )}
    </div>
  )
}

function RuleTable({
  rules,
  heads,
  caption,
  headless = false,
}: {
  rules: RuleLine[]
  heads: string[]
  caption: string
  headless?: boolean
}) {
  const t = useTranslations('ui')
  return (
    <table role="table" className="table rule-table">
      <caption className="sr-only">
        <Dated>{caption}</Dated>
      </caption>
      {/* A head that is only read aloud gives the columns no widths. */}
      <colgroup className="max-sm:hidden">
        {heads.map((head) => (
          <col key={head} />
        ))}
      </colgroup>
      <thead role="rowgroup" className={headless ? 'sr-only' : undefined}>
        <tr role="row">
          {heads.map((head) => (
            <th key={head} role="columnheader" scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rules.map((line) => (
          <tr key={line.id} role="row">
            <th role="rowheader" scope="row">
              {line.rule}
              {line.soft && <div className="text-caption text-ink-3">{t('soft')}</div>}
            </th>
            <td role="cell" data-label={heads[1]}>
              <div>
                <Dated>{line.required}</Dated>
              </div>
            </td>
            <td role="cell" data-label={heads[2]}>
              <div>
                <Dated>{line.actual}</Dated>
              </div>
              {line.soon && (
                <div className="text-caption text-warn">
                  <Dated>{line.soon}</Dated>
                </div>
              )}
              {line.source && (
                <div className="text-caption text-ink-3">
                  <Dated>{line.source}</Dated>
                </div>
              )}
              {line.act && <div className="text-small">{line.act}</div>}
            </td>
            <td role="cell">
              <span
                className={clsx(
                  'inline-flex items-center gap-1 font-semibold whitespace-nowrap',
                  colour[line.verdict],
                )}
              >
                {mark[line.verdict]}
                {t(`verdicts.${line.verdict}`)}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

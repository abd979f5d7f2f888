import clsx from 'clsx'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Dated } from './dated'
import { Link } from './link.client'
import { placeIn, type StepState } from './step-place'

export interface LifeStep {
  id: string
  name: ReactNode
  /** A date, or the latest date of what is to come. */
  note?: ReactNode
  /** Says that it waits for the reader. */
  warn?: boolean
  state: StepState
}

/** A disc with a tick, a ring with a dot, a small hollow ring: told apart without colour. */
export function StepMark({ state }: { state: StepState }) {
  if (state === 'done')
    return (
      <span className="grid size-5 shrink-0 place-content-center rounded-full bg-jade text-on-jade">
        <Check aria-hidden size={13} strokeWidth={3} />
      </span>
    )
  if (state === 'now')
    return (
      <span className="grid size-5 shrink-0 place-content-center rounded-full border-[3px] border-jade bg-surface">
        <span className="size-1.5 rounded-full bg-jade" />
      </span>
    )
  return (
    <span className="grid size-5 shrink-0 place-content-center">
      <span className="size-3 rounded-full border-2 border-then bg-surface" />
    </span>
  )
}

/** The life of a need: what was, what is, what is to come. On a phone the step before, now, and the next. */
export function LifeSteps({ steps, label }: { steps: LifeStep[]; label: string }) {
  const t = useTranslations('ui')
  const { stands, step } = placeIn(steps)
  const middle = Math.min(Math.max(step - 1, 1), Math.max(1, steps.length - 2))
  const near = (index: number) => Math.abs(index - middle) <= 1
  return (
    <div>
      <p className="mb-2 text-small text-ink-2 sm:hidden">
        {t(stands === 'in' ? 'stepOf' : stands === 'done' ? 'stepsDone' : 'stepsLeft', {
          step,
          of: steps.length,
        })}
      </p>
      <ol
        aria-label={label}
        className="grid grid-cols-3 sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none"
      >
        {steps.map((step, index) => (
          <li
            key={step.id}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className={clsx('min-w-0', !near(index) && 'max-sm:hidden')}
          >
            <div aria-hidden className="flex items-center gap-1.5">
              <StepMark state={step.state} />
              {index < steps.length - 1 && (
                <span
                  className="step-line mr-1.5"
                  data-ahead={step.state === 'done' ? undefined : ''}
                />
              )}
            </div>
            <div className="mt-1.5 pr-3">
              <p className={step.state === 'ahead' ? 'text-ink-2' : 'font-semibold'}>
                <span className="sr-only">{t(`steps.${step.state}`)}</span>
                <Dated>{step.name}</Dated>
              </p>
              {step.note && (
                <p
                  className={clsx(
                    'text-small',
                    step.warn ? 'font-semibold text-warn' : 'text-ink-2',
                  )}
                >
                  <Dated>{step.note}</Dated>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The same, down the page, where each step says more: what happens next, how it works. */
export function Timeline({
  steps,
  label,
}: {
  steps: (LifeStep & { children?: ReactNode })[]
  label: string
}) {
  const t = useTranslations('ui')
  return (
    <ol aria-label={label}>
      {steps.map((step, index) => (
        <li key={step.id} className="flex gap-3">
          <div aria-hidden className="flex flex-col items-center">
            <StepMark state={step.state} />
            {index < steps.length - 1 && (
              <span
                className={clsx(
                  'my-1 flex-1 border-l-2',
                  step.state === 'done' ? 'border-jade' : 'border-dotted border-then',
                )}
              />
            )}
          </div>
          <div className={clsx('-mt-0.5 min-w-0', index < steps.length - 1 && 'pb-5')}>
            <p className="font-semibold">
              <span className="sr-only">{t(`steps.${step.state}`)}</span>
              <Dated>{step.name}</Dated>
            </p>
            {step.note && (
              <p className="text-small text-ink-2">
                <Dated>{step.note}</Dated>
              </p>
            )}
            {step.children && (
              <div className="text-hint text-ink-2">
                <Dated>{step.children}</Dated>
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}

/** Where one is in a form. Steps behind are links; on a phone bars, with the name of the next. */
export function FormSteps({
  steps,
  label,
}: {
  steps: { id: string; name: string; state: StepState; href?: string }[]
  label: string
}) {
  const t = useTranslations('ui')
  const now = steps.findIndex(({ state }) => state === 'now')
  const next = steps[now + 1]
  return (
    <nav aria-label={label}>
      <ol className="hidden flex-wrap items-center gap-y-2 sm:flex">
        {steps.map((step, index) => (
          <li
            key={step.id}
            aria-current={step.state === 'now' ? 'step' : undefined}
            className="flex items-center"
          >
            <StepMark state={step.state} />
            <span className="ml-2 text-hint">
              <span className="sr-only">{t(`steps.${step.state}`)}</span>
              {step.href && step.state !== 'now' ? (
                <Link href={step.href} className="quiet-link">
                  {step.name}
                </Link>
              ) : (
                <span className={step.state === 'now' ? 'font-semibold' : 'text-ink-2'}>
                  {step.name}
                </span>
              )}
            </span>
            {index < steps.length - 1 && (
              <span
                aria-hidden
                className="step-line mx-2 w-5 flex-none lg:w-7"
                data-ahead={step.state === 'done' ? undefined : ''}
              />
            )}
          </li>
        ))}
      </ol>
      <div className="sm:hidden">
        <div aria-hidden className="flex gap-1.5">
          {steps.map((step) => (
            <span
              key={step.id}
              className={clsx(
                'flex-1 rounded-full',
                step.state === 'ahead' ? 'bg-line-2' : 'bg-jade',
                step.state === 'now' ? 'h-1.5' : 'mt-[1.5px] h-[3px]',
              )}
            />
          ))}
        </div>
        <p className="mt-1.5 text-small text-ink-2">
          {next
            ? t('stepOfNext', { step: now + 1, of: steps.length, next: next.name })
            : t('stepOfLast', { step: now + 1, of: steps.length })}
        </p>
      </div>
    </nav>
  )
}

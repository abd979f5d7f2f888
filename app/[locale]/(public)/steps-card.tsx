import { useLocale, useTranslations } from 'next-intl'
import { counted } from '@/components/format/figures'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { StepMark } from '@/components/ui/steps'
import { TextLink } from '@/components/ui/text-links'
import { DAYS, WORKING_DAYS } from '@/domain/clock/clock'

export interface Times {
  review: number | null
  answer: number | null
  decision: number | null
  drawing: number | null
}

const steps = [
  { id: 'publish', time: 'review', unit: 'workingDay', limit: WORKING_DAYS.review },
  { id: 'answer', time: 'answer', unit: 'workingDay', limit: WORKING_DAYS.firstAnswer },
  { id: 'decide', time: 'decision', unit: 'day', limit: DAYS.decision },
  { id: 'draw', time: 'drawing', unit: 'workingDay', limit: null },
] as const

/** Four steps, each with the median that the last twelve months really took; a step that too few took has none. */
export function Steps({ times, moreHref }: { times: Times; moreHref?: string }) {
  const [t, locale] = [useTranslations('public'), useLocale()]
  const measured = steps.some(({ time }) => times[time] !== null)
  return (
    <Card labelledBy="steps">
      <CardHead
        id="steps"
        title={t('steps.title')}
        note={measured ? t('steps.note') : t('steps.noteUnmeasured')}
        act={moreHref && <TextLink href={moreHref}>{t('steps.more')}</TextLink>}
      />
      <CardBody>
        <ol className="grid gap-y-1 md:grid-cols-4">
          {steps.map(({ id, time, unit, limit }, index) => {
            const median = times[time]
            return (
              <li key={id} className="flex gap-3 md:block">
                <div aria-hidden className="flex items-center gap-1.5 max-md:flex-col">
                  <StepMark state="done" />
                  {index < steps.length - 1 && (
                    <span className="step-line max-md:border-l-2 max-md:border-t-0 max-md:border-jade md:mr-1.5" />
                  )}
                </div>
                <div className="pr-5 max-md:-mt-0.5 max-md:pb-4 md:mt-2">
                  <h3 className="text-h3">{t(`steps.${id}.name`)}</h3>
                  <p className="mt-1 text-hint text-ink-2">{t(`steps.${id}.text`)}</p>
                  <p className="mt-1.5 text-small">
                    {median !== null && (
                      <b>
                        {median === 0
                          ? t('steps.sameDay')
                          : t('steps.median', { days: counted(median, unit, locale) })}
                      </b>
                    )}{' '}
                    {limit !== null && (
                      <span className="whitespace-nowrap text-ink-2">
                        {t('steps.limit', { days: counted(limit, unit, locale) })}
                      </span>
                    )}
                  </p>
                </div>
              </li>
            )
          })}
        </ol>
      </CardBody>
    </Card>
  )
}

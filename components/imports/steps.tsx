import { useTranslations } from 'next-intl'
import { FormSteps } from '@/components/ui/steps'

const steps = ['template', 'upload', 'columns', 'mend', 'confirm'] as const
export type ImportStep = (typeof steps)[number]

/** Where one is in an import; steps behind that can be gone back to are links. */
export function ImportSteps({ now, place }: { now: ImportStep; place?: string }) {
  const t = useTranslations('imports')
  const at = steps.indexOf(now)
  const hrefOf = (step: ImportStep) =>
    place && (step === 'columns' || step === 'mend') ? `${place}/${step}` : undefined
  return (
    <FormSteps
      label={t('steps')}
      steps={steps.map((step, index) => ({
        id: step,
        name: t(`step.${step}`),
        state: index < at ? 'done' : index === at ? 'now' : 'ahead',
        href: index < at ? hrefOf(step) : undefined,
      }))}
    />
  )
}

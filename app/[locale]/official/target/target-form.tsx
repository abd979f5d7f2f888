import { useTranslations } from 'next-intl'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Select, TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { targetMeasures, targetPlaces } from '@/domain/target/target'
import { ReasonForm } from '../reason-form'
import { end, set } from './actions'
import { placeName } from './target-words'

/** How a statistician of the city sets a target; what was in force for the same ends by it. */
export function TargetForm({ year, years }: { year: number; years: readonly number[] }) {
  const t = useTranslations('target')
  const domain = useTranslations('domain')
  return (
    <Card labelledBy="set">
      <CardHead id="set" title={t('form')} note={t('formNote')} />
      <CardBody>
        <Form action={set} keep="target" label={t('form')} className="space-y-4">
          <div className="grid gap-x-5 gap-y-4 sm:grid-cols-3">
            <Select
              name="year"
              label={t('year')}
              start={String(year)}
              choices={years.map((one) => ({ value: String(one), label: String(one) }))}
            />
            <Select
              name="place"
              label={t('place')}
              start="city"
              choices={targetPlaces.map((place) => ({
                value: place,
                label: placeName(place, domain, t('city')),
              }))}
            />
            <Select
              name="measure"
              label={t('what')}
              start="companies"
              choices={targetMeasures.map((measure) => ({
                value: measure,
                label: t(`of.${measure}`),
              }))}
            />
          </div>
          <TextField name="value" label={t('value')} hint={t('valueHint')} />
          <TextField
            name="source"
            label={t('sourceLabel')}
            hint={t('sourceHint')}
            maxLength={200}
          />
          <SubmitButton tone="primary">{t('setAct')}</SubmitButton>
        </Form>
      </CardBody>
    </Card>
  )
}

/** Ends a target without another in its place. */
export function EndTargetForm({ id, year }: { id: string; year: number }) {
  const t = useTranslations('target')
  return (
    <details>
      <summary className="inline-block min-h-6">
        {t('inForce')} · <span className="link">{t('endOpen')}</span>
      </summary>
      <div className="mt-2">
        <ReasonForm
          action={end.bind(null, id, year)}
          keep={`end-${id}`}
          label={t('reason')}
          hint={t('reasonHint')}
          formLabel={t('endOpen')}
        >
          {t('endAct')}
        </ReasonForm>
      </div>
    </details>
  )
}

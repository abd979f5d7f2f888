import { getTranslations } from 'next-intl/server'
import { DisabledButton } from '@/components/ui/button'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { TextArea } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import type { WhyNotAct } from '@/domain/actor'
import { end } from '../actions'

/** The way out of a talk; the financier reads why. */
export async function EndTalk({
  id,
  financierName,
  mayNot,
}: {
  id: string
  financierName: string
  mayNot: WhyNotAct | null
}) {
  const [t, refusals] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('refusals'),
  ])
  if (mayNot)
    return (
      <DisabledButton id="end" reason={refusals(mayNot)}>
        {t('end.open')}
      </DisabledButton>
    )
  return (
    <Dialog opener={t('end.open')} title={t('end.dialog', { financier: financierName })}>
      <p>{t('end.text')}</p>
      <Form action={end.bind(null, id)} keep="end" className="mt-4 space-y-4 text-ink">
        <TextArea name="reason" label={t('end.reason')} rows={3} maxLength={500} />
        <div className="flex flex-wrap gap-2">
          <SubmitButton tone="danger-strong">{t('end.act')}</SubmitButton>
          <DialogCancel>{t('back')}</DialogCancel>
        </div>
      </Form>
    </Dialog>
  )
}

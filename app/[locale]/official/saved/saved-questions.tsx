import { BookmarkPlus } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { addressOf } from '@/app/address'
import { Checkbox } from '@/components/ui/choice-fields.client'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { DropPanel } from '@/components/ui/drop-panel.client'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Tabs } from '@/components/ui/tabs'
import type { Asked } from '@/domain/totals/place-question'
import { listQuestions, type SavedQuestion } from '@/domain/view/queries'
import { keepQuestion, removeQuestion } from './actions'

const same = (one: string, other: string) => {
  const parts = (address: string) =>
    [...new URL(address, 'http://x').searchParams].map(String).toSorted()
  return parts(one).join() === parts(other).join()
}

/** The questions that this member has saved, and the one that is asked to be saved under a name. */
export async function SavedQuestions({
  asked,
  kept,
}: {
  asked: Asked
  /** Further parameters of the page that stay. */
  kept: Record<string, string | undefined>
}) {
  const { context, parameters, lasting, position, isFixed } = asked
  const [t, questions] = await Promise.all([
    getTranslations('monitor.saved'),
    listQuestions(context),
  ])
  const here = addressOf('/official', parameters, kept)
  const addressFor = (one: SavedQuestion) => addressOf('/official', one.parameters)
  const current = questions.find((one) => same(addressFor(one), here))
  return (
    <div data-print="never" className="relative mb-5 flex flex-wrap items-center gap-x-4 gap-y-2">
      {questions.length > 0 && (
        <Tabs
          label={t('label')}
          tabs={questions.map((one) => ({
            href: addressFor(one),
            label: one.parameters.asOf ? t('fixedName', { name: one.name }) : one.name,
            current: one === current,
          }))}
        />
      )}
      {current ? (
        <Dialog opener={t('delete')} size="small" title={t('deleteTitle', { name: current.name })}>
          <p>{t('deleteText')}</p>
          <Form
            action={removeQuestion.bind(null, current.id)}
            label={t('delete')}
            className="mt-5 flex flex-wrap gap-3"
          >
            <SubmitButton tone="danger-strong">{t('deleteAct')}</SubmitButton>
            <DialogCancel>{t('keep')}</DialogCancel>
          </Form>
        </Dialog>
      ) : (
        <DropPanel
          width="normal"
          asOf={context.now.getTime()}
          opener={
            <>
              <BookmarkPlus aria-hidden size={14} />
              {t('save')}
            </>
          }
        >
          <Form action={keepQuestion} label={t('save')} className="space-y-4">
            <input
              type="hidden"
              name="question"
              value={addressOf('', isFixed ? lasting : parameters, kept).slice(1)}
              readOnly
            />
            <TextField name="name" label={t('name')} hint={t('nameHint')} maxLength={30} />
            <Checkbox
              name="isFixed"
              label={t('isFixed', { position: String(position.position) })}
              note={t('isFixedNote')}
              start={isFixed}
            />
            <SubmitButton>{t('saveAct')}</SubmitButton>
          </Form>
        </DropPanel>
      )}
    </div>
  )
}

import { BookmarkPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { addressOf } from '@/app/address'
import { Checkbox } from '@/components/ui/choice-fields.client'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { DropPanel } from '@/components/ui/drop-panel.client'
import { TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Tabs } from '@/components/ui/tabs'
import { Written } from '@/components/ui/written'
import type { Asked } from '@/domain/totals/place-question'
import { parameterNames } from '@/domain/totals/read-question'
import type { SavedQuestion } from '@/domain/view/queries'
import { keepQuestion, removeQuestion } from './actions'

interface Props {
  questions: readonly SavedQuestion[]
  asked: Asked
  /** Further parameters of the page that stay. */
  kept: Record<string, string | undefined>
}

/** In the order that every address has; the database keeps none. */
const addressFor = ({ parameters: { cut, ...parameters } }: SavedQuestion) =>
  addressOf(
    '/official',
    Object.fromEntries(parameterNames.map((name) => [name, parameters[name]])),
    { cut },
  )

/** The saved question that the page shows. */
function currentOf({ questions, asked, kept }: Props): SavedQuestion | undefined {
  const partsOf = (address: string) =>
    [...new URL(address, 'http://localhost').searchParams].map(String).toSorted().join()
  // A fixed one names what else would be left to the default.
  const here = [asked.parameters, ...(asked.isFixed ? [asked.lasting] : [])].map((parameters) =>
    partsOf(addressOf('/official', parameters, kept)),
  )
  return questions.find((one) => here.includes(partsOf(addressFor(one))))
}

/** The questions that this member has saved, as tabs. */
export function SavedQuestions(props: Props) {
  const t = useTranslations('monitor.saved')
  if (props.questions.length === 0) return null
  const current = currentOf(props)
  return (
    <div data-print="never" className="mb-5">
      <Tabs
        label={t('label')}
        tabs={props.questions.map((one) => ({
          href: addressFor(one),
          label: (
            <Written>{one.parameters.asOf ? t('fixedName', { name: one.name }) : one.name}</Written>
          ),
          current: one === current,
        }))}
      />
    </div>
  )
}

/** Saves what is asked under a name; of a saved question, deletes that. */
export function SaveQuestion(props: Props) {
  const t = useTranslations('monitor.saved')
  const { asked, kept } = props
  const { context, parameters, lasting, position, isFixed } = asked
  const current = currentOf(props)
  if (current)
    return (
      <Dialog
        opener={t('delete')}
        size="small"
        title={<Written>{t('deleteTitle', { name: current.name })}</Written>}
      >
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
    )
  return (
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
  )
}

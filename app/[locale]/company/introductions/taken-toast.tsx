import { getLocale, getTranslations } from 'next-intl/server'
import { listed } from '@/components/format/lists'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Toast } from '@/components/ui/toast.client'
import type { Day } from '@/domain/calendar/calendar'
import { fieldGroups } from '@/domain/consent/consent'
import { widen } from './actions'

/** Done, and undone by opening the same again. */
export async function TakenToast({
  introductionId,
  what,
  until,
  canUndo,
}: {
  introductionId: string
  /** Groups with commas between, as the address says. */
  what: string
  until: Day
  canUndo: boolean
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
  ])
  const taken = what.split(',')
  const groups = fieldGroups.filter((group) => taken.includes(group))
  if (groups.length === 0) return null
  return (
    <Toast
      close={t('close')}
      undo={
        canUndo && (
          <Form action={widen.bind(null, introductionId)}>
            {groups.map((group) => (
              <input key={group} type="hidden" name="groups[]" value={group} />
            ))}
            <input type="hidden" name="until" value={until} />
            <SubmitButton tone="quiet" size="small">
              {t('consent.undo')}
            </SubmitButton>
          </Form>
        )
      }
    >
      {t('consent.taken', {
        groups: listed(
          groups.map((group) => domain(`fieldGroup.${group}`)),
          locale,
        ),
      })}
    </Toast>
  )
}

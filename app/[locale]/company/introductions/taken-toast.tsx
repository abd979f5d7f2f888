import { getLocale, getTranslations } from 'next-intl/server'
import { listed } from '@/components/format/lists'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Toast } from '@/components/ui/toast.client'
import { fieldGroups } from '@/domain/consent/consent'
import type { TakenBack } from '@/domain/consent/taken-back'
import { undoTaking } from './actions'

/** What was taken back last; it is undone where nothing ended by it. */
export async function TakenToast({
  introductionId,
  taken,
  back,
  mayAct,
}: {
  introductionId: string
  taken: TakenBack
  back: 'introduction' | 'consents'
  mayAct: boolean
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('introduction'),
    getTranslations('domain'),
    getLocale(),
  ])
  return (
    <Toast
      close={t('close')}
      undo={
        mayAct &&
        taken.undoable && (
          <Form action={undoTaking.bind(null, introductionId)}>
            <input type="hidden" name="at" value={taken.at.toISOString()} />
            <input type="hidden" name="back" value={back} />
            <SubmitButton tone="quiet" size="small">
              {t('consent.undo')}
            </SubmitButton>
          </Form>
        )
      }
    >
      {t('consent.taken', {
        groups: listed(
          fieldGroups
            .filter((group) => taken.groups.includes(group))
            .map((group) => domain(`fieldGroup.${group}`)),
          locale,
        ),
      })}
    </Toast>
  )
}

import { useTranslations } from 'next-intl'
import { DAYS } from '@/domain/clock/clock'
import { memberRoles, type Duty } from '@/domain/member/member'
import { CheckboxGroup, RadioCards } from '../ui/choice-fields.client'
import { TextField } from '../ui/fields.client'
import { Form } from '../ui/form'
import { SubmitButton } from '../ui/form.client'
import type { FormAction } from '../ui/form-state'
import { InvitationAddress } from './invitation-address.client'

/** `duties`: those that an official may grant, its own. */
export function InviteForm({ action, duties }: { action: FormAction; duties: Duty[] | null }) {
  const [t, domain, ui] = [
    useTranslations('account'),
    useTranslations('domain'),
    useTranslations('ui'),
  ]
  return (
    <Form action={action} keep="invite" className="space-y-4">
      <InvitationAddress
        words={{
          title: t.raw('team.invited') as string,
          once: t('team.addressOnce', { days: DAYS.invitation }),
          copy: t('team.copyAddress'),
          copied: ui('copied'),
        }}
      />
      <TextField name="personName" label={t('personName')} autoComplete="off" />
      <TextField
        name="email"
        label={t('email')}
        hint={t('team.emailHint')}
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
      />
      <RadioCards
        name="role"
        label={t('team.role')}
        start="editor"
        choices={memberRoles.map((role) => ({
          value: role,
          label: domain(`role.${role}`),
          note: t(`team.may.${role}`),
        }))}
      />
      {duties && (
        <CheckboxGroup
          name="duties"
          label={t('team.dutiesAsked')}
          hint={t('team.dutiesHint')}
          optional
          choices={duties.map((duty) => ({
            value: duty,
            label: domain(`duty.${duty}`),
            note: t(`team.dutyMay.${duty}`),
          }))}
        />
      )}
      <SubmitButton>{t('team.inviteAct')}</SubmitButton>
    </Form>
  )
}

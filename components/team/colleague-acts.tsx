import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memberRoles } from '@/domain/member/member'
import { RadioCards } from '../ui/choice-fields.client'
import { Dialog, DialogCancel } from '../ui/dialog.client'
import { Form } from '../ui/form'
import { SubmitButton } from '../ui/form.client'
import type { Colleague, TeamActions } from './colleague'

interface Props {
  colleague: Colleague
  self: boolean
  lastOwner: boolean
  actions: TeamActions
}

/** Another role, or out; nobody does either to oneself, and the last owner stays. */
export function ColleagueActs({ colleague, self, lastOwner, actions }: Props) {
  const [t, domain] = [useTranslations('account'), useTranslations('domain')]
  if (self)
    return (
      <p className="max-w-56 text-small text-ink-2">
        {t(lastOwner ? 'team.lastOwner' : 'team.self')}
      </p>
    )
  return (
    <div className="flex flex-wrap items-start gap-2">
      <details className="group max-sm:open:w-full">
        <summary className="button button-plain button-small">
          {t('team.changeRole')}
          <span className="sr-only" lang="zh">
            {' '}
            {colleague.name}
          </span>
          <ChevronDown aria-hidden size={14} className="group-open:rotate-180" />
        </summary>
        <Form
          action={actions.changeRole}
          label={t('team.roleOf', { name: colleague.name })}
          className="mt-3 space-y-4 sm:w-80"
        >
          <input type="hidden" name="memberId" value={colleague.id} />
          <RadioCards
            name="role"
            label={t('team.roleOf', { name: colleague.name })}
            hint={t('team.sessionEnds')}
            start={colleague.role}
            choices={memberRoles.map((role) => ({
              value: role,
              label: domain(`role.${role}`),
              note: t(`team.may.${role}`),
            }))}
          />
          <SubmitButton size="small" tone="plain">
            {t('team.saveRole')}
          </SubmitButton>
        </Form>
      </details>
      <Dialog
        size="small"
        opener={
          <>
            {t('team.remove')}
            <span className="sr-only" lang="zh">
              {' '}
              {colleague.name}
            </span>
          </>
        }
        title={t('team.removeTitle', { name: colleague.name })}
      >
        <p>{t(colleague.state === 'invited' ? 'team.removeInvited' : 'team.removeText')}</p>
        <Form action={actions.remove} className="mt-5 flex flex-wrap justify-end gap-2">
          <input type="hidden" name="memberId" value={colleague.id} />
          <DialogCancel>{t('team.keep')}</DialogCancel>
          <SubmitButton tone="danger-strong">
            {t('team.removeAct', { name: colleague.name })}
          </SubmitButton>
        </Form>
      </Dialog>
    </div>
  )
}

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Checkbox } from '@/components/ui/choice-fields.client'
import { whyNotOfficial, type OfficialActor } from '@/domain/actor'
import { isApplication, type OrganisationState } from '@/domain/organisation/organisation'
import { ReasonForm } from '../../reason-form'
import { admit, refuse, restore, suspend, undo } from './actions'

interface Props {
  actor: OfficialActor
  id: string
  name: string
  state: OrganisationState
  /** Somebody else was admitted with its code. */
  isHeld: boolean
}

/** What a verifier may do with an organisation in its state; without the duty, the reason in words. */
export async function OrganisationActs({ actor, id, name, state, isHeld }: Props) {
  if (state === 'known') return null
  const [t, refusals] = await Promise.all([
    getTranslations('official.organisation'),
    getTranslations('refusals'),
  ])
  const mayNot =
    whyNotOfficial(actor, 'verifier') ?? (isHeld && !actor.scope.city ? 'scope-not-city' : null)
  const main = isApplication(state) ? 'admit' : state === 'suspended' ? 'restore' : 'suspend'
  if (mayNot)
    return frame(
      <CardBody>
        <DisabledButton id="acts" reason={refusals(mayNot)}>
          {t(main)}
        </DisabledButton>
      </CardBody>,
    )
  return frame(
    <>
      {main === 'admit' && (
        <CardBody>
          <ReasonForm
            action={admit.bind(null, id)}
            name="evidence"
            tone="primary"
            formLabel={t('admit')}
            label={t('admitWhy')}
            hint={t('admitHint')}
            also={
              isHeld && (
                <Checkbox name="instead" label={t('admitInstead')} note={t('insteadNote')} />
              )
            }
          >
            {t('admit')}
          </ReasonForm>
        </CardBody>
      )}
      {main === 'restore' && (
        <CardBody>
          <Form action={restore.bind(null, id)} label={t('restore')}>
            <SubmitButton wide>{t('restore')}</SubmitButton>
          </Form>
        </CardBody>
      )}
      {state === 'applied' && reasoned('refuse', refuse, t('refuseHint', { name }))}
      {main === 'suspend' && reasoned('suspend', suspend, t('suspendHint', { name }))}
      {main !== 'admit' && reasoned('undo', undo, t('undoHint'))}
    </>,
  )

  function frame(children: ReactNode) {
    const titles = state === 'known' ? 'applied' : state
    return (
      <Card labelledBy="acts">
        <CardHead id="acts" title={t(`acts.${titles}`)} note={t(`acts.${titles}Note`)} />
        {children}
      </Card>
    )
  }

  function reasoned(act: 'refuse' | 'suspend' | 'undo', action: typeof refuse, hint: string) {
    return (
      <CardBody line={act !== 'suspend'}>
        <ReasonForm
          action={action.bind(null, id)}
          formLabel={t(act)}
          label={t(`${act}Why`)}
          hint={hint}
        >
          {t(act)}
        </ReasonForm>
      </CardBody>
    )
  }
}

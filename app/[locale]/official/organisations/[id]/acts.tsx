import { getTranslations } from 'next-intl/server'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { whyNotOfficial, type OfficialActor } from '@/domain/actor'
import type { OrganisationState } from '@/domain/organisation/organisation'
import { ReasonForm } from '../../reason-form'
import { admit, refuse, restore, suspend } from './actions'

/** What a verifier may do with an organisation in its state; without the duty, the reason in words. */
export async function OrganisationActs({
  actor,
  id,
  name,
  state,
}: {
  actor: OfficialActor
  id: string
  name: string
  state: OrganisationState
}) {
  if (state === 'known') return null
  const [t, refusals] = await Promise.all([
    getTranslations('official.organisation'),
    getTranslations('refusals'),
  ])
  const no = whyNotOfficial(actor, 'verifier')
  const waits = state === 'applied' || state === 'refused'
  const main = waits ? 'admit' : state === 'suspended' ? 'restore' : 'suspend'
  return (
    <Card labelledBy="acts">
      <CardHead id="acts" title={t(`acts.${state}`)} note={t(`acts.${state}Note`)} />
      {no ? (
        <CardBody>
          <DisabledButton id="acts" reason={refusals(no)}>
            {t(main)}
          </DisabledButton>
        </CardBody>
      ) : (
        <>
          {main !== 'suspend' && (
            <CardBody>
              <Form action={(main === 'admit' ? admit : restore).bind(null, id)} label={t(main)}>
                <SubmitButton wide>{t(main)}</SubmitButton>
              </Form>
            </CardBody>
          )}
          {state === 'applied' && (
            <CardBody line>
              <ReasonForm
                action={refuse.bind(null, id)}
                formLabel={t('refuse')}
                label={t('refuseWhy')}
                hint={t('refuseHint', { name })}
              >
                {t('refuse')}
              </ReasonForm>
            </CardBody>
          )}
          {main === 'suspend' && (
            <CardBody>
              <ReasonForm
                action={suspend.bind(null, id)}
                formLabel={t('suspend')}
                label={t('suspendWhy')}
                hint={t('suspendHint', { name })}
              >
                {t('suspend')}
              </ReasonForm>
            </CardBody>
          )}
        </>
      )}
    </Card>
  )
}

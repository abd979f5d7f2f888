import { getTranslations } from 'next-intl/server'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { whyNotOfficial, type OfficialActor } from '@/domain/actor'
import type { WaitingCodeState } from '@/domain/bank-file/bank-file'
import { ReasonForm } from '../../reason-form'
import { admitOdd, refuseOdd } from './actions'

/** What a verifier may say of a code that fails its check; without the duty, the reason in words. */
export async function CodeActs({
  actor,
  id,
  state,
}: {
  actor: OfficialActor
  id: string
  state: WaitingCodeState
}) {
  if (state === 'admitted') return null
  const [t, refusals] = await Promise.all([
    getTranslations('official.code'),
    getTranslations('refusals'),
  ])
  const no = whyNotOfficial(actor, 'verifier')
  return (
    <Card labelledBy="acts">
      <CardHead id="acts" title={t('acts')} note={t('actsNote')} />
      {no ? (
        <CardBody>
          <DisabledButton id="acts" reason={refusals(no)}>
            {t('admit')}
          </DisabledButton>
        </CardBody>
      ) : (
        <>
          <CardBody>
            <ReasonForm
              action={admitOdd.bind(null, id)}
              name="words"
              tone="primary"
              formLabel={t('admit')}
              label={t('admitOn')}
              hint={t('admitHint')}
            >
              {t('admit')}
            </ReasonForm>
          </CardBody>
          {state === 'waiting' && (
            <CardBody line>
              <ReasonForm
                action={refuseOdd.bind(null, id)}
                keep="refuse"
                name="words"
                formLabel={t('refuse')}
                label={t('refuseWhy')}
                hint={t('refuseHint')}
              >
                {t('refuse')}
              </ReasonForm>
            </CardBody>
          )}
        </>
      )}
    </Card>
  )
}

import { getTranslations } from 'next-intl/server'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { whyNotOfCity, type OfficialActor } from '@/domain/actor'
import { ReasonForm } from '../../reason-form'
import { dismiss, settle } from './actions'

/** What a statistician of the city may decide of the rows that are shown; others read why not. */
export async function DoubtActs({
  actor,
  id,
  rows,
}: {
  actor: OfficialActor
  id: string
  rows: number
}) {
  const [t, refusals] = await Promise.all([getTranslations('doubts'), getTranslations('refusals')])
  const no = whyNotOfCity(actor, 'statistician')
  const seen = <input type="hidden" name="rows" value={rows} />
  return (
    <Card labelledBy="acts">
      <CardHead id="acts" title={t('acts')} note={t('actsNote')} />
      {no ? (
        <CardBody>
          <DisabledButton id="acts" reason={refusals(no)}>
            {t('dismiss')}
          </DisabledButton>
        </CardBody>
      ) : (
        <CardBody>
          <div className="grid items-start gap-6 sm:grid-cols-2">
            <ReasonForm
              action={dismiss.bind(null, id)}
              name="note"
              keep="dismiss"
              tone="plain"
              formLabel={t('dismiss')}
              label={t('dismissWhy')}
              hint={t('dismissHint')}
              also={seen}
            >
              {t('dismiss')}
            </ReasonForm>
            <ReasonForm
              action={settle.bind(null, id)}
              name="note"
              keep="settle"
              tone="plain"
              formLabel={t('settle')}
              label={t('settleWhat')}
              hint={t('settleHint')}
              also={seen}
            >
              {t('settle')}
            </ReasonForm>
          </div>
        </CardBody>
      )}
    </Card>
  )
}

import { getTranslations } from 'next-intl/server'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { whyNotOfCity, type OfficialActor } from '@/domain/actor'
import type { findEntry } from '@/domain/register/queries'
import { ReasonForm } from '../../reason-form'
import { discard, publish, withdraw } from '../actions'

type Entry = NonNullable<Awaited<ReturnType<typeof findEntry>>>['entry']

/** What a publisher may do with an entry in its state; else why not, in words. */
export async function EntryActs({ actor, entry }: { actor: OfficialActor; entry: Entry }) {
  if (entry.state === 'withdrawn') return null
  const [t, refusals] = await Promise.all([
    getTranslations('registers.entry'),
    getTranslations('refusals'),
  ])
  const no = whyNotOfCity(actor, 'publisher')
  const isDraft = entry.state === 'draft'
  const mayNotPublish = entry.savedByMemberId === actor.memberId ? 'second-publisher' : null
  const main = isDraft ? 'publish' : 'withdraw'
  return (
    <Card labelledBy="acts">
      <CardHead id="acts" title={t(`acts.${main}`)} note={t(`acts.${main}Note`)} />
      {no ? (
        <CardBody>
          <DisabledButton id="act" reason={refusals(no)}>
            {t(`acts.${main}`)}
          </DisabledButton>
        </CardBody>
      ) : isDraft ? (
        <>
          <CardBody>
            {mayNotPublish ? (
              <DisabledButton id="act" reason={refusals(mayNotPublish)}>
                {t('acts.publish')}
              </DisabledButton>
            ) : (
              <Form action={publish.bind(null, entry.id, entry.version)} label={t('acts.publish')}>
                <SubmitButton wide>{t('acts.publish')}</SubmitButton>
              </Form>
            )}
          </CardBody>
          <CardBody line>
            <Form action={discard.bind(null, entry.id, entry.register)} label={t('acts.discard')}>
              <SubmitButton tone="quiet">{t('acts.discard')}</SubmitButton>
            </Form>
          </CardBody>
        </>
      ) : (
        <CardBody>
          <ReasonForm
            action={withdraw.bind(null, entry.id)}
            formLabel={t('acts.withdraw')}
            label={t('acts.why')}
            hint={t('acts.whyHint')}
          >
            {t('acts.withdraw')}
          </ReasonForm>
        </CardBody>
      )}
    </Card>
  )
}

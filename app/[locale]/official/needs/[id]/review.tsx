import { getTranslations } from 'next-intl/server'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { ClockChip } from '@/components/ui/clock-chip'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { whyNotOfficial, type OfficialActor } from '@/domain/actor'
import { ReasonForm } from '../../reason-form'
import { approve, letWordsStand, sendBack, sendWordsBack } from './actions'

/** A new need to publish or send back, or new words of a published one: the same two answers. */
export async function Review({
  actor,
  id,
  what,
  due,
  now,
  fitting,
}: {
  actor: OfficialActor
  id: string
  what: 'need' | 'words'
  due: Date | null
  now: Date
  /** Who would see it; only of a need. */
  fitting?: { products: number; financiers: number }
}) {
  const [t, refusals] = await Promise.all([
    getTranslations('official.review'),
    getTranslations('refusals'),
  ])
  const no = whyNotOfficial(actor, 'verifier')
  const [pass, back] = what === 'need' ? [approve, sendBack] : [letWordsStand, sendWordsBack]
  const passWords =
    what === 'words'
      ? t('wordsPass')
      : fitting && fitting.financiers > 0
        ? t('passTo', { financiers: fitting.financiers })
        : t('pass')
  return (
    <Card labelledBy="review">
      <CardHead
        id="review"
        title={t(`${what}.title`)}
        note={t(`${what}.note`)}
        act={due && <ClockChip due={due} now={now} />}
      />
      {no ? (
        <CardBody>
          <DisabledButton id="review" reason={refusals(no)}>
            {passWords}
          </DisabledButton>
        </CardBody>
      ) : (
        <>
          <CardBody>
            <Form action={pass.bind(null, id)} label={passWords}>
              <SubmitButton wide>{passWords}</SubmitButton>
            </Form>
            {fitting && (
              <p className="mt-2 text-small text-ink-2">
                {fitting.products > 0 ? t('fitting', fitting) : t('noneFitting')}
              </p>
            )}
          </CardBody>
          <CardBody line>
            <ReasonForm
              action={back.bind(null, id)}
              name="mend"
              tone="plain"
              formLabel={t(`${what}.back`)}
              label={t('mend')}
              hint={t(`${what}.mendHint`)}
            >
              {t(`${what}.back`)}
            </ReasonForm>
          </CardBody>
        </>
      )}
    </Card>
  )
}

import clsx from 'clsx'
import { getTranslations } from 'next-intl/server'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { whyNotActAs, type CompanyActor } from '@/domain/actor'
import { hasEnded, OPEN_NEEDS_AT_MOST, whyNotAmend, whyNotEnd } from '@/domain/need/need'
import type { OwnNeed } from '@/domain/need/queries'
import { close, copy, withdraw } from '../actions'

/** What the company may do with the need itself; what it may not says why. */
export async function Acts({ own, actor }: { own: OwnNeed; actor: CompanyActor }) {
  const [t, refusals] = await Promise.all([getTranslations('need'), getTranslations('refusals')])
  if (own.state === 'in-review') return null
  const accepted = own.introductions.flatMap(({ offers }) =>
    offers.filter(({ state }) => state === 'accepted'),
  ).length
  const hasDrawn = own.introductions.some(({ drawnAt }) => drawnAt !== null)
  const how = hasDrawn ? 'closed' : 'withdrawn'
  const mayAct = whyNotActAs(actor, 'company')
  const mayNotCopy = whyNotActAs(actor, 'company', ['applied'])
  const whyNotChange = mayAct ?? whyNotAmend(own.state, accepted)
  const whyNotStop = mayAct ?? whyNotEnd(how, own.state, hasDrawn)
  const isEnded = hasEnded(own.state)
  const words = { most: OPEN_NEEDS_AT_MOST }
  return (
    <Card labelledBy="acts">
      <CardHead id="acts" title={t('acts.title')} />
      <CardBody>
        {isEnded && mayNotCopy ? (
          <DisabledButton id="copy" reason={refusals(mayNotCopy)}>
            {t('acts.copy')}
          </DisabledButton>
        ) : isEnded ? (
          <Form action={copy.bind(null, own.id)}>
            <SubmitButton tone="plain">{t('acts.copy')}</SubmitButton>
          </Form>
        ) : (
          <div
            className={clsx(
              'flex items-start gap-3',
              whyNotChange || whyNotStop ? 'flex-col' : 'flex-wrap',
            )}
          >
            {whyNotChange ? (
              <DisabledButton id="amend" reason={refusals(whyNotChange, words)}>
                {t('acts.amend')}
              </DisabledButton>
            ) : (
              <LinkButton href={`/company/needs/${own.id}/amend`}>{t('acts.amend')}</LinkButton>
            )}
            {whyNotStop ? (
              <DisabledButton id="stop" reason={refusals(whyNotStop, words)}>
                {t(`acts.${how}`)}
              </DisabledButton>
            ) : (
              <Dialog opener={t(`acts.${how}`)} title={t(`acts.${how}Title`, { code: own.code })}>
                <p>{t(`acts.${how}Text`)}</p>
                <Form
                  action={(hasDrawn ? close : withdraw).bind(null, own.id)}
                  className="mt-4 flex flex-wrap gap-2"
                >
                  <SubmitButton tone="danger-strong">{t(`acts.${how}Act`)}</SubmitButton>
                  <DialogCancel>{t('acts.back')}</DialogCancel>
                </Form>
              </Dialog>
            )}
          </div>
        )}
      </CardBody>
    </Card>
  )
}

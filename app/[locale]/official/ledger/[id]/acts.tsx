import { getLocale, getTranslations } from 'next-intl/server'
import { DisabledButton } from '@/components/ui/button'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Dialog, DialogCancel } from '@/components/ui/dialog.client'
import { TextArea, TextField } from '@/components/ui/fields.client'
import { DateField, NumberWithUnit } from '@/components/ui/figure-fields.client'
import { exactMoney } from '@/components/format/money'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { whyNotOfficial, type OfficialActor } from '@/domain/actor'
import type { Day } from '@/domain/calendar/calendar'
import type { ServiceState } from '@/domain/ledger/ledger'
import { fenAsWan } from '@/domain/money/money'
import { ReasonForm } from '../../reason-form'
import { correct, takeOut, verify } from './actions'

/** What a statistician may do with a row. Nothing is edited: each act is a later entry that names it. */
export async function ServiceActs({
  actor,
  id,
  name,
  state,
  today,
  isPublished,
  entered,
  dispute,
}: {
  actor: OfficialActor
  id: string
  /** Company, day and amount: what a dialog is about. */
  name: string
  state: ServiceState
  today: Day
  /** Of a month that is published: a second statistician has to agree. */
  isPublished: boolean
  entered: { amountFen: number; happenedOn: Day; contractNo: string | null; hasMoney: boolean }
  /** What its company says, where it says otherwise. */
  dispute?: { words: string | null; rightAmountFen: number | null }
}) {
  const [t, waits, units, refusals, locale] = await Promise.all([
    getTranslations('ledger.acts'),
    getTranslations('ledger.proposal'),
    getTranslations('units'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const no = whyNotOfficial(actor, 'statistician')
  const why = no ? refusals(no) : state === 'voided' ? t('isVoided') : null
  const verifying = state !== 'verified' && (
    <CardBody line={dispute !== undefined}>
      <ReasonForm
        action={verify.bind(null, id)}
        name="note"
        tone={dispute ? 'plain' : 'primary'}
        formLabel={t(dispute ? 'reject' : 'verify')}
        label={t('verifyNote')}
        hint={t('verifyHint')}
      >
        {t(dispute ? 'reject' : 'verify')}
      </ReasonForm>
    </CardBody>
  )
  return (
    <Card labelledBy="acts">
      <CardHead
        id="acts"
        title={t(dispute ? 'decideTitle' : 'title')}
        note={t(dispute ? 'decideNote' : 'note')}
      />
      {why ? (
        <CardBody>
          <DisabledButton id="acts" reason={why}>
            {t('verify')}
          </DisabledButton>
        </CardBody>
      ) : (
        <>
          {!dispute && verifying}
          <CardBody line={!dispute && state !== 'verified'}>
            {dispute && (
              <div className="mb-4">
                <p lang="zh" className="whitespace-pre-line">
                  {dispute.words}
                </p>
                {dispute.rightAmountFen !== null && (
                  <p className="mt-1 text-small text-ink-2">
                    {t('rightAmount', { amount: exactMoney(dispute.rightAmountFen, locale) })}
                  </p>
                )}
              </div>
            )}
            {isPublished && <p className="mb-3 text-small text-ink-2">{waits('note')}</p>}
            <div className="flex flex-wrap gap-2">
              <Dialog
                opener={t(dispute ? 'upholdCorrect' : 'correct')}
                tone={dispute ? 'primary' : 'plain'}
                title={t('correctTitle', { name })}
              >
                <p className="mb-4">{t('correctText')}</p>
                <Form
                  action={correct.bind(null, id)}
                  keep="correct"
                  label={t('correct')}
                  className="space-y-4"
                >
                  {entered.hasMoney ? (
                    <NumberWithUnit
                      name="amountFen"
                      label={t('amount')}
                      unit={units('typedMoney')}
                      start={fenAsWan(dispute?.rightAmountFen ?? entered.amountFen)}
                      echo="wan"
                      locale={locale}
                    />
                  ) : (
                    <input type="hidden" name="amountFen" value={fenAsWan(entered.amountFen)} />
                  )}
                  <DateField
                    name="happenedOn"
                    label={t('day')}
                    start={entered.happenedOn}
                    max={today}
                    locale={locale}
                  />
                  <TextField
                    name="contractNo"
                    label={t('contract')}
                    start={entered.contractNo ?? undefined}
                    spellCheck={false}
                    optional
                  />
                  <TextArea
                    name="why"
                    label={t('why')}
                    rows={2}
                    maxLength={500}
                    start={dispute && t('asDisputed')}
                  />
                  <div className="flex flex-wrap gap-2">
                    <SubmitButton>{t('correctNow')}</SubmitButton>
                    <DialogCancel>{t('cancel')}</DialogCancel>
                  </div>
                </Form>
              </Dialog>
              <Dialog opener={t(dispute ? 'upholdVoid' : 'void')} title={t('voidTitle', { name })}>
                <p className="mb-4">{t('voidText')}</p>
                <Form
                  action={takeOut.bind(null, id)}
                  keep="void"
                  label={t('void')}
                  className="space-y-4"
                >
                  <TextArea
                    name="why"
                    label={t('why')}
                    rows={3}
                    maxLength={500}
                    start={dispute && t('asDisputed')}
                  />
                  <div className="flex flex-wrap gap-2">
                    <SubmitButton tone="danger-strong">{t('voidNow')}</SubmitButton>
                    <DialogCancel>{t('cancel')}</DialogCancel>
                  </div>
                </Form>
              </Dialog>
            </div>
          </CardBody>
          {dispute && verifying}
        </>
      )}
    </Card>
  )
}

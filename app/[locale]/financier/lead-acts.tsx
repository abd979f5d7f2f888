import { useTranslations } from 'next-intl'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Select } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Seats } from '@/components/ui/seats'
import { whyNotActAs, type FinancierActor } from '@/domain/actor'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { declineCodeList } from '@/domain/introduction/introduction'
import type { Lead } from '@/domain/match/queries'
import { SEATS } from '@/domain/need/need'
import { passOver, restoreLead } from './actions'
import { BackFields, type LeadBack } from './back-fields'

/** Claim it, or pass it over: the second is undone at will. */
export function LeadActs({
  actor,
  lead,
  back,
  nextId,
}: {
  actor: FinancierActor
  lead: Lead
  back: LeadBack
  nextId?: string
}) {
  const [t, domain, refusals] = [
    useTranslations('financier'),
    useTranslations('domain'),
    useTranslations('refusals'),
  ]
  const why = whyNotActAs(actor, 'financier')
  const left = lead.seatsFree
  return (
    <div className="space-y-3">
      <Seats taken={lead.seatsTaken} of={SEATS}>
        {left > 0
          ? t('lead.seatsLeft', { left, days: WORKING_DAYS.contact })
          : t('lead.noSeat', { of: SEATS })}
      </Seats>
      <div className="flex flex-wrap gap-3">
        <div className="min-w-40 flex-1">
          {why ? (
            <DisabledButton id="claim" wide reason={refusals(why)}>
              {t('lead.claim')}
            </DisabledButton>
          ) : left > 0 ? (
            <LinkButton href={`/financier/leads/${lead.id}/claim`} tone="primary" wide>
              <span data-key="claim">{t('lead.claim')}</span>
            </LinkButton>
          ) : (
            <DisabledButton id="claim" wide reason={refusals('seats-taken', { most: SEATS })}>
              {t('lead.claim')}
            </DisabledButton>
          )}
        </div>
        {!why &&
          (lead.passedAt ? (
            <Form action={restoreLead.bind(null, lead.id)} label={t('pass.restore')}>
              <BackFields {...back} />
              <SubmitButton tone="plain">{t('pass.restore')}</SubmitButton>
            </Form>
          ) : (
            <details className="open:w-full">
              <summary className="button button-normal button-plain list-none">
                {t('pass.open')}
              </summary>
              <Form action={passOver} label={t('pass.act')} className="mt-3 space-y-3">
                <input type="hidden" name="lead" value={lead.id} readOnly />
                <BackFields {...back} />
                <input type="hidden" name="next" value={nextId ?? ''} readOnly />
                <Select
                  name="code"
                  label={t('pass.code')}
                  hint={t('pass.hint')}
                  optional
                  none={t('pass.noCode')}
                  choices={declineCodeList
                    .filter((code) => code !== 'other' && code !== 'company-gave-up')
                    .map((value) => ({ value, label: domain(`declineCode.${value}`) }))}
                />
                <SubmitButton tone="plain">{t('pass.act')}</SubmitButton>
              </Form>
            </details>
          ))}
      </div>
    </div>
  )
}

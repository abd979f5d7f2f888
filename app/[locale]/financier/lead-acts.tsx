import { useTranslations } from 'next-intl'
import { DisabledButton, LinkButton } from '@/components/ui/button'
import { Select } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Seats } from '@/components/ui/seats'
import { whyNotActAs, type FinancierActor } from '@/domain/actor'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { declineCodeList } from '@/domain/introduction/introduction'
import type { Lead, LeadCursor } from '@/domain/match/queries'
import { SEATS } from '@/domain/need/need'
import { passOver, restoreLead } from './actions'
import { filterFields, type LeadPlace } from './lead-address'

/** The hidden fields that bring one back to the same list. */
function BackFields({ filter, after }: { filter: LeadPlace; after: LeadCursor | null }) {
  const fields = filterFields(filter)
  if (after) fields.push(['after', `${after.fit}.${after.id}`])
  return <input type="hidden" name="back" value={new URLSearchParams(fields).toString()} readOnly />
}

/** Claim it, or pass it over: the second is undone at will. */
export function LeadActs({
  actor,
  lead,
  back,
  nextId,
}: {
  actor: FinancierActor
  lead: Lead
  back: { filter: LeadPlace; after: LeadCursor | null }
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
      {!why &&
        (lead.passedAt ? (
          <Form action={restoreLead.bind(null, lead.id)} label={t('pass.restore')}>
            <SubmitButton tone="plain" wide>
              {t('pass.restore')}
            </SubmitButton>
          </Form>
        ) : (
          <details>
            <summary className="button button-normal button-plain w-full list-none">
              {t('pass.open')}
            </summary>
            <Form
              action={passOver.bind(null, lead.id)}
              label={t('pass.act')}
              className="mt-3 space-y-3"
            >
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
  )
}

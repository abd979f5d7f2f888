import { useLocale, useTranslations } from 'next-intl'
import { money } from '@/components/format/money'
import { RadioCards } from '@/components/ui/choice-fields.client'
import { TextArea, TextField } from '@/components/ui/fields.client'
import { DateField, NumberWithUnit } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { dayOf, type Day } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { contactKinds } from '@/domain/introduction/introduction'
import { fenAsWan } from '@/domain/money/money'
import { deedOf } from '@/domain/product/classes'
import { TwinFields } from '../../twin-fields'
import { logOneContact, reportOneDrawing } from './actions'
import type { FinancierMet } from './met'

interface Props {
  met: FinancierMet
  today: Day
  primary?: boolean
}

/** A visit, a meeting or a call that really took place. */
export function ContactForm({ met, today, primary = false }: Props) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  return (
    <Form
      action={logOneContact.bind(null, met.id)}
      keep="contact"
      label={t('intro.contact.act')}
      className="space-y-5"
    >
      <RadioCards
        name="kind"
        label={t('intro.contact.kind')}
        layout="row"
        choices={contactKinds.map((value) => ({ value, label: domain(`contactKind.${value}`) }))}
      />
      <DateField
        name="contactedOn"
        label={t('intro.contact.on')}
        locale={locale}
        start={today}
        min={dayOf(met.createdAt)}
        max={today}
      />
      <TextArea
        name="note"
        label={t('intro.contact.note')}
        optional
        rows={3}
        maxLength={500}
        whoSees={t('intro.contact.whoSees')}
      />
      <SubmitButton tone={primary ? 'primary' : 'plain'}>{t('intro.contact.act')}</SubmitButton>
    </Form>
  )
}

/** Money that was really paid out, within what the company accepted. */
export function DrawingForm({ met, today, leftFen, primary = false }: Props & { leftFen: number }) {
  const [t, units, locale] = [useTranslations('financier'), useTranslations('units'), useLocale()]
  const deed = deedOf(met.product.class)
  const stands = met.product.class === 'guarantee' || met.product.class === 'insurance'
  return (
    <Form
      action={reportOneDrawing.bind(null, met.id)}
      keep="drawing"
      label={t('intro.drawing.act', { deed })}
      className="space-y-5"
    >
      <NumberWithUnit
        name="amountFen"
        label={t('intro.drawing.amount', { deed })}
        hint={t('intro.drawing.amountHint', { deed, amount: money(leftFen, locale) })}
        unit={units('typedMoney')}
        echo="wan"
        locale={locale}
        start={fenAsWan(leftFen)}
      />
      <DateField
        name="drawnOn"
        label={t('intro.drawing.on', { deed })}
        locale={locale}
        start={today}
        max={today}
      />
      <TextField
        name="contractNo"
        label={t('intro.drawing.contract', { deed })}
        hint={t('intro.drawing.contractHint')}
        maxLength={60}
        wide={false}
      />
      <TwinFields />
      {stands && (
        <TextField
          name="secures"
          label={t('intro.drawing.secures')}
          hint={t('intro.drawing.securesHint')}
          optional
          maxLength={60}
          wide={false}
        />
      )}
      <p className="text-small text-ink-2">
        {t('intro.drawing.counts', { days: WORKING_DAYS.confirm })}
      </p>
      <SubmitButton tone={primary ? 'primary' : 'plain'}>
        {t('intro.drawing.act', { deed })}
      </SubmitButton>
    </Form>
  )
}

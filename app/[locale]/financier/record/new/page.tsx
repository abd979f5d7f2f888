import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { SuggestedCode } from '@/components/suggested-code'
import { LinkButton } from '@/components/ui/button'
import { Checkbox, RadioCards } from '@/components/ui/choice-fields.client'
import { Select, TextField } from '@/components/ui/fields.client'
import { DateField, NumberWithUnit } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotActAs } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { WORKING_DAYS } from '@/domain/clock/clock'
import { ledgerRungs } from '@/domain/ledger/ledger'
import { classesOfKind } from '@/domain/product/classes'
import { TwinFields } from '../../twin-fields'
import { report } from './actions'
import { NameChecked } from './name-checked.client'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('financier')
  return { title: t('record.new.title') }
}

/** A service that did not come about on the platform. */
export default async function Page() {
  const { actor, now } = await contextFor('financier')
  const [t, domain, units, refusals, locale] = await Promise.all([
    getTranslations('financier'),
    getTranslations('domain'),
    getTranslations('units'),
    getTranslations('refusals'),
    getLocale(),
  ])
  const why = whyNotActAs(actor, 'financier')
  return (
    <main id="main" className="page max-w-[760px]! py-6">
      <PageHead
        back={<BackLink href="/financier/record">{t('nav.record')}</BackLink>}
        title={t('record.new.title')}
      >
        {t('record.new.note')}
      </PageHead>
      {why ? (
        <Notice tone="calm">{refusals(why)}</Notice>
      ) : (
        <Form action={report} keep="report" className="space-y-6">
          <TextField
            name="uscc"
            label={t('company.uscc')}
            hint={t('record.new.usccHint')}
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            after={<SuggestedCode />}
          />
          <TextField
            name="companyName"
            label={t('record.new.companyName')}
            hint={t('record.new.companyNameHint')}
            maxLength={100}
            after={<NameChecked label={t('record.new.nameChecked')} />}
          />
          <RadioCards
            name="rung"
            label={t('record.new.rung')}
            layout="row"
            start="6"
            choices={ledgerRungs.map((rung) => ({
              value: String(rung),
              label: domain(`rung.${rung}`, { deed: 'any' }),
            }))}
          />
          <Select
            name="class"
            label={t('filter.class')}
            none={t('decline.choose')}
            choices={classesOfKind[actor.financierKind].map((value) => ({
              value,
              label: domain(`class.${value}`),
            }))}
          />
          <TextField
            name="contractNo"
            label={t('intro.drawing.contract')}
            hint={t('intro.drawing.contractHint')}
            maxLength={60}
            wide={false}
          />
          <TwinFields />
          <DateField
            name="happenedOn"
            label={t('record.new.on')}
            locale={locale}
            start={dayOf(now)}
            max={dayOf(now)}
          />
          <NumberWithUnit
            name="amountFen"
            label={t('record.amount')}
            hint={t('record.new.amountHint')}
            unit={units('typedMoney')}
            echo="wan"
            locale={locale}
          />
          <div className="grid gap-6 sm:grid-cols-2">
            <NumberWithUnit
              name="rateBp"
              label={t('offer.rate')}
              unit="%"
              locale={locale}
              optional
            />
            <NumberWithUnit
              name="tenorMonths"
              echo="months"
              label={t('offer.tenor')}
              unit={t('unit.months')}
              inputMode="numeric"
              locale={locale}
              optional
            />
          </div>
          <TextField
            name="secures"
            label={t('intro.drawing.secures')}
            hint={t('intro.drawing.securesHint')}
            optional
            maxLength={60}
            wide={false}
          />
          <Checkbox
            name="firstLoan"
            label={t('record.new.firstLoan')}
            note={t('record.new.firstLoanNote')}
          />
          <p className="text-small text-ink-2">
            {t('intro.drawing.counts', { days: WORKING_DAYS.confirm })}
          </p>
          <div className="flex flex-wrap gap-2">
            <SubmitButton>{t('record.new.act')}</SubmitButton>
            <LinkButton href="/financier/record">{t('record.new.cancel')}</LinkButton>
          </div>
        </Form>
      )}
    </main>
  )
}

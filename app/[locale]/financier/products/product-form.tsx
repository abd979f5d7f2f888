import { useLocale, useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/button'
import { Select, TextField } from '@/components/ui/fields.client'
import { NumberWithUnit } from '@/components/ui/figure-fields.client'
import { Form } from '@/components/ui/form'
import { EnterButton, SubmitButton } from '@/components/ui/form.client'
import { bpAsPercent, fenAsWan } from '@/domain/money/money'
import type { FinancierKind } from '@/domain/organisation/organisation'
import { classesOfKind } from '@/domain/product/classes'
import { repaymentMethods } from '@/domain/cost/cost'
import type { SaveProductInput } from '@/domain/product/product'
import { save } from './actions'
import { CriteriaEditor } from './criteria-editor.client'
import { typedOf } from './criteria-form'
import { useEditorWords } from './editor-words'
import { keepDraft } from './keep-draft'
import { RetiredNotice } from './retired-notice'
import { VersionField } from './version-field.client'

/** One product as a bank clerk would describe it: what it is, how much and how long, what it costs, whom it is for. */
export function ProductForm({
  kind,
  existing,
  start,
  isLive = false,
  isDraft = false,
}: {
  kind: FinancierKind
  existing: { id: string; version: number } | null
  start?: SaveProductInput
  isLive?: boolean
  /** Never on offer: it keeps itself while it is typed. */
  isDraft?: boolean
}) {
  const [t, domain, units, locale] = [
    useTranslations('product'),
    useTranslations('domain'),
    useTranslations('units'),
    useLocale(),
  ]
  const editorWords = useEditorWords()
  const wan = units('typedMoney')
  const fen = (value: number | undefined) => (value === undefined ? undefined : fenAsWan(value))
  const bp = (value: number | null | undefined) =>
    value === undefined ? undefined : value === null ? '' : bpAsPercent(value)
  const whole = (value: number | null | undefined) =>
    value === undefined ? undefined : value === null ? '' : String(value)
  const pair = 'grid gap-x-6 gap-y-5 sm:grid-cols-2'
  return (
    <Form
      action={save.bind(null, existing)}
      keep="product"
      autosave={existing && isDraft ? keepDraft.bind(null, existing) : undefined}
      className="space-y-8"
    >
      <EnterButton name="verb" value="save" />
      {existing && <VersionField version={existing.version} />}
      <RetiredNotice criteria={start?.criteria ?? []} />
      <section className="space-y-5">
        <h2 className="text-h2">{t('form.what')}</h2>
        <TextField
          name="name"
          label={t('form.name')}
          hint={t('form.nameHint')}
          start={start?.name}
          maxLength={60}
        />
        <div className={pair}>
          <Select
            name="class"
            label={t('form.class')}
            start={start?.class}
            none={start ? undefined : t('form.choose')}
            choices={classesOfKind[kind].map((value) => ({
              value,
              label: domain(`class.${value}`),
            }))}
          />
          <Select
            name="repayment"
            label={t('form.repayment')}
            start={start?.repayment}
            none={start ? undefined : t('form.choose')}
            choices={repaymentMethods.map((value) => ({
              value,
              label: domain(`repayment.${value}`),
            }))}
          />
        </div>
        <TextField
          name="summary"
          label={t('form.summary')}
          hint={t('form.summaryHint')}
          start={start?.summary ?? undefined}
          maxLength={200}
          optional
        />
      </section>
      <section className="space-y-5 border-t border-line pt-6">
        <h2 className="text-h2">{t('form.howMuch')}</h2>
        <div className={pair}>
          <NumberWithUnit
            name="amountMinFen"
            label={t('form.amountMin')}
            unit={wan}
            echo="wan"
            locale={locale}
            start={fen(start?.amountMinFen)}
          />
          <NumberWithUnit
            name="amountMaxFen"
            label={t('form.amountMax')}
            unit={wan}
            echo="wan"
            locale={locale}
            start={fen(start?.amountMaxFen)}
          />
          <NumberWithUnit
            name="tenorMinMonths"
            echo="months"
            label={t('form.tenorMin')}
            unit={t('form.months')}
            inputMode="numeric"
            locale={locale}
            start={whole(start?.tenorMinMonths)}
            optional
          />
          <NumberWithUnit
            name="tenorMaxMonths"
            echo="months"
            label={t('form.tenorMax')}
            hint={t('form.tenorHint')}
            unit={t('form.months')}
            inputMode="numeric"
            locale={locale}
            start={whole(start?.tenorMaxMonths)}
          />
        </div>
      </section>
      <section className="space-y-5 border-t border-line pt-6">
        <h2 className="text-h2">{t('form.price')}</h2>
        <div className={pair}>
          <NumberWithUnit
            name="rateMinBp"
            label={t('form.rateMin')}
            hint={t('form.rateHint')}
            unit="%"
            locale={locale}
            start={bp(start?.rateMinBp)}
          />
          <NumberWithUnit
            name="rateMaxBp"
            label={t('form.rateMax')}
            hint={t('form.rateMaxHint')}
            unit="%"
            locale={locale}
            start={bp(start?.rateMaxBp)}
            optional
          />
          <NumberWithUnit
            name="feeBp"
            label={t('form.fee')}
            hint={t('form.feeHint')}
            unit="%"
            locale={locale}
            start={bp(start?.feeBp)}
          />
        </div>
      </section>
      <section className="space-y-5 border-t border-line pt-6">
        <div>
          <h2 className="text-h2">{t('form.promise')}</h2>
          <p className="text-hint text-ink-2">{t('form.promiseHint')}</p>
        </div>
        <div className={pair}>
          <NumberWithUnit
            name="answerDays"
            label={t('form.answerDays')}
            unit={t('form.workingDays')}
            inputMode="numeric"
            locale={locale}
            start={whole(start?.answerDays)}
            optional
          />
          <NumberWithUnit
            name="decisionDays"
            label={t('form.decisionDays')}
            unit={t('form.days')}
            inputMode="numeric"
            locale={locale}
            start={whole(start?.decisionDays)}
            optional
          />
        </div>
      </section>
      <section className="border-t border-line pt-6">
        <CriteriaEditor start={typedOf(start?.criteria ?? [])} words={editorWords} />
      </section>
      <div className="border-t border-line pt-6">
        {isLive && <p className="mb-3 text-hint text-ink-2">{t('form.liveNote')}</p>}
        <div className="flex flex-wrap gap-2">
          <SubmitButton name="verb" value="save">
            {t(isLive ? 'form.saveLive' : 'form.save')}
          </SubmitButton>
          <LinkButton
            href={existing ? `/financier/products/${existing.id}` : '/financier/products'}
          >
            {t('form.cancel')}
          </LinkButton>
        </div>
      </div>
    </Form>
  )
}

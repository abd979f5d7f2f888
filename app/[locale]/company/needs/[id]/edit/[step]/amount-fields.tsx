import { getTranslations } from 'next-intl/server'
import { counted } from '@/components/format/figures'
import { Checkbox, RadioCards } from '@/components/ui/choice-fields.client'
import { NumberWithUnit } from '@/components/ui/figure-fields.client'
import { needsTenor } from '@/domain/need/need'
import { fenAsWan } from '@/domain/money/money'
import type { StepFields } from './fields'

const usualTenors = [6, 12, 24, 36] as const

export async function AmountFields({ terms, locale }: StepFields) {
  const t = await getTranslations('need')
  const wan = (fen: number | null) => (fen === null ? undefined : fenAsWan(fen))
  const { tenorMonths } = terms
  const usual =
    tenorMonths === null
      ? undefined
      : (usualTenors as readonly number[]).includes(tenorMonths)
        ? String(tenorMonths)
        : 'other'
  return (
    <>
      <NumberWithUnit
        name="amountFen"
        label={t('fields.amount')}
        hint={t('fields.amountHint')}
        unit={t('fields.wan')}
        echo="wan"
        locale={locale}
        start={wan(terms.amountFen)}
        whoSees={t('sees.matched')}
      />
      <NumberWithUnit
        name="leastFen"
        label={t('fields.least')}
        hint={t('fields.leastHint')}
        unit={t('fields.wan')}
        echo="wan"
        locale={locale}
        optional
        start={wan(terms.leastFen)}
        whoSees={t('sees.onlyYou')}
      />
      <div className="group space-y-4">
        <Checkbox
          name="inParts"
          label={t('fields.inParts')}
          note={t('fields.inPartsHint')}
          start={terms.inParts}
        />
        <div className="hidden border-l-2 border-line-2 pl-4 group-has-[input[name=inParts]:checked]:block">
          <NumberWithUnit
            name="partFen"
            label={t('fields.part')}
            unit={t('fields.wan')}
            echo="wan"
            locale={locale}
            start={wan(terms.partFen)}
            whoSees={t('sees.matched')}
          />
        </div>
      </div>
      {needsTenor(terms) && (
        <div className="group space-y-4">
          <RadioCards
            name="usualTenor"
            label={t('fields.tenor')}
            layout="row"
            start={usual}
            choices={[
              ...usualTenors.map((months) => ({
                value: String(months),
                label: counted(months, 'month', locale),
              })),
              { value: 'other', label: t('fields.otherTenor') },
            ]}
            whoSees={t('sees.matched')}
          />
          <div className="hidden border-l-2 border-line-2 pl-4 group-has-[input[value=other]:checked]:block">
            <NumberWithUnit
              name="tenorMonths"
              echo="months"
              label={t('fields.tenorMonths')}
              unit={t('fields.months')}
              locale={locale}
              inputMode="numeric"
              start={usual === 'other' ? String(tenorMonths) : undefined}
            />
          </div>
        </div>
      )}
    </>
  )
}

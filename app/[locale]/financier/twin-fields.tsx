import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/choice-fields.client'
import { TextField } from '@/components/ui/fields.client'

/** What tells drawings of one contract, day and amount apart. */
export function TwinFields() {
  const t = useTranslations('financier')
  return (
    <>
      <TextField
        name="voucher"
        label={t('intro.drawing.voucher')}
        hint={t('intro.drawing.voucherHint')}
        optional
        maxLength={60}
        wide={false}
      />
      <Checkbox
        name="isFurther"
        label={t('intro.drawing.further')}
        note={t('intro.drawing.furtherNote')}
      />
    </>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { listed } from '@/components/format/lists'
import { Notice } from '@/components/ui/notice'
import { retiredValues, type Criterion } from '@/domain/product/product'

/** Over the editor of a product whose criteria name a chain or kind that its list no longer holds. */
export function RetiredNotice({ criteria }: { criteria: readonly Criterion[] }) {
  const [t, domain, locale] = [useTranslations('criteria'), useTranslations('domain'), useLocale()]
  const gone = retiredValues(criteria)
  if (gone.length === 0) return null
  return (
    <Notice tone="warn">
      {t('retiredNotice', {
        values: listed(
          gone.map(({ fact, value }) => `${domain(`rule.${fact}`)} ${value}`),
          locale,
        ),
      })}
    </Notice>
  )
}

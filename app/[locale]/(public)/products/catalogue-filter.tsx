import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/fields.client'
import { financierKinds, type FinancierKind } from '@/domain/organisation/organisation'
import { classes, type FinancingClass } from '@/domain/product/classes'

/** Narrows by the address, so that Back undoes it. */
export function CatalogueFilter({
  action,
  class: asked,
  kind,
}: {
  action: string
  class?: FinancingClass
  kind?: FinancierKind
}) {
  const [t, domain] = [useTranslations('catalogue'), useTranslations('domain')]
  return (
    <form action={action} aria-label={t('filter')} className="flex flex-wrap items-end gap-3">
      <div className="w-56 max-sm:w-full">
        <Select
          key={`class-${asked}`}
          name="class"
          label={t('class')}
          none={t('all')}
          start={asked}
          choices={classes.map((value) => ({ value, label: domain(`class.${value}`) }))}
        />
      </div>
      <div className="w-56 max-sm:w-full">
        <Select
          key={`kind-${kind}`}
          name="kind"
          label={t('kind')}
          none={t('all')}
          start={kind}
          choices={financierKinds.map((value) => ({
            value,
            label: domain(`financierKind.${value}`),
          }))}
        />
      </div>
      <Button type="submit">{t('apply')}</Button>
    </form>
  )
}

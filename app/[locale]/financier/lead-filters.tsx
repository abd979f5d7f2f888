import { Plus } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { moneyRange } from '@/components/format/money'
import { DropPanel } from '@/components/ui/drop-panel.client'
import { Checkbox } from '@/components/ui/choice-fields.client'
import { Select, TextField } from '@/components/ui/fields.client'
import { Chip } from '@/components/ui/tag'
import { chains } from '@/domain/chain/chain'
import type { LeadFilter } from '@/domain/match/queries'
import { fenAsWan } from '@/domain/money/money'
import { districts, zones } from '@/domain/place/place'
import { classes } from '@/domain/product/classes'
import { qualificationKinds } from '@/domain/profile/profile'
import { pathFor } from '@/messages/navigation'
import { isWhole, leadsHref, withConditions, type LeadPlace } from './lead-address'

/** Conditions as chips that come off one by one, and a plain form that puts them on: all of it in the address. */
export function LeadFilters({ filter, asOf }: { filter: LeadPlace; asOf: Date }) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  const { amountFromFen, amountToFen } = filter
  const amount = moneyRange(amountFromFen ?? null, amountToFen ?? null, locale)
  const chips: [keyof LeadFilter, string | null, LeadFilter][] = [
    ['class', filter.class ? domain(`class.${filter.class}`) : null, { class: undefined }],
    ['zone', filter.zone ? domain(`zone.${filter.zone}`) : null, { zone: undefined }],
    [
      'district',
      filter.district ? domain(`district.${filter.district}`) : null,
      { district: undefined },
    ],
    ['chain', filter.chain ? domain(`chain.${filter.chain}`) : null, { chain: undefined }],
    [
      'qualification',
      filter.qualification ? domain(`qualification.${filter.qualification}`) : null,
      { qualification: undefined },
    ],
    ['free', filter.free ? t('filter.freeOnly') : null, { free: undefined }],
    ['amountFromFen', amount, { amountFromFen: undefined, amountToFen: undefined }],
  ]
  const label = {
    class: t('filter.class'),
    zone: t('filter.zone'),
    district: t('filter.district'),
    chain: t('filter.chain'),
    qualification: t('filter.qualification'),
    amountFromFen: t('filter.amount'),
    free: t('filter.seats'),
  } as const
  const view = typeof filter.view === 'object' ? filter.view : undefined
  const kept: [string, string | undefined][] = [
    ['view', view?.id],
    ['changed', view && 'yes'],
    ['all', isWhole(filter) ? 'yes' : undefined],
    ['product', filter.productId],
    ['white', filter.whiteListed ? 'yes' : undefined],
    ['passed', filter.passed ? 'yes' : undefined],
  ]
  const any = t('filter.any')
  return (
    <>
      {chips.map(
        ([name, value, without]) =>
          value !== null && (
            <Chip
              key={name}
              label={label[name as keyof typeof label]}
              value={value}
              removeHref={leadsHref(withConditions(filter, without))}
            />
          ),
      )}
      <DropPanel
        id="filters"
        width="wide"
        asOf={asOf.getTime()}
        opener={
          <>
            <Plus aria-hidden size={14} />
            {t('filter.add')}
          </>
        }
      >
        <form
          method="get"
          action={pathFor(locale, '/financier')}
          className="grid gap-4 sm:grid-cols-2"
        >
          {kept.map(
            ([name, value]) =>
              value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <Select
            name="class"
            label={t('filter.class')}
            start={filter.class}
            none={any}
            choices={classes.map((value) => ({ value, label: domain(`class.${value}`) }))}
          />
          <Select
            name="chain"
            label={t('filter.chain')}
            start={filter.chain}
            none={any}
            choices={chains.map((value) => ({ value, label: domain(`chain.${value}`) }))}
          />
          <Select
            name="zone"
            label={t('filter.zone')}
            start={filter.zone}
            none={any}
            choices={zones.map((value) => ({ value, label: domain(`zone.${value}`) }))}
          />
          <Select
            name="district"
            label={t('filter.district')}
            start={filter.district}
            none={any}
            choices={districts.map((value) => ({ value, label: domain(`district.${value}`) }))}
          />
          <Select
            name="qualification"
            label={t('filter.qualification')}
            start={filter.qualification}
            none={any}
            choices={qualificationKinds.map((value) => ({
              value,
              label: domain(`qualification.${value}`),
            }))}
          />
          <div className="grid grid-cols-2 gap-3">
            <TextField
              name="from"
              label={t('filter.from')}
              inputMode="decimal"
              start={amountFromFen === undefined ? undefined : fenAsWan(amountFromFen)}
            />
            <TextField
              name="to"
              label={t('filter.to')}
              inputMode="decimal"
              start={amountToFen === undefined ? undefined : fenAsWan(amountToFen)}
            />
          </div>
          <div className="sm:col-span-2">
            <Checkbox name="free" label={t('filter.free')} start={filter.free} />
          </div>
          <div className="sm:col-span-2">
            <button className="button button-normal button-primary">{t('filter.apply')}</button>
          </div>
        </form>
      </DropPanel>
    </>
  )
}

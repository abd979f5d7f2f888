import { getLocale, getTranslations } from 'next-intl/server'
import { Select, TextArea, TextField } from '@/components/ui/fields.client'
import { DateField } from '@/components/ui/figure-fields.client'
import { bpAsPercent } from '@/domain/money/money'
import type { Day } from '@/domain/calendar/calendar'
import {
  indicatorUnits,
  type Article,
  type Body,
  type ChainGroups,
  type Indicator,
  type Register,
} from '@/domain/register/register'
import { ChainFields } from './chain-fields'

/** Publisher, day and address of the source, under every entry. */
async function SourceFields({
  start,
  register,
  today,
}: {
  start?: Partial<Body>
  register: Register
  today: Day
}) {
  const [t, locale] = await Promise.all([getTranslations('registers.entry'), getLocale()])
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="publisherZh"
          label={t('publisherZh')}
          start={start?.publisherZh}
          maxLength={80}
        />
        <TextField
          name="publisherEn"
          label={t('publisherEn')}
          start={start?.publisherEn}
          maxLength={120}
        />
      </div>
      <DateField
        name="on"
        label={t(register === 'chain-groups' ? 'holdsFrom' : 'on')}
        locale={locale}
        start={start?.on}
        max={register === 'chain-groups' ? undefined : today}
      />
      <TextField
        name="address"
        label={t('address')}
        hint={t('addressHint')}
        start={start?.address}
        maxLength={500}
      />
    </>
  )
}

async function ArticleFields({ start, register }: { start?: Article; register: Register }) {
  const [t, domain] = await Promise.all([
    getTranslations('registers.entry'),
    getTranslations('domain'),
  ])
  return (
    <>
      <Select
        name="register"
        label={t('kind')}
        start={start?.register ?? register}
        choices={(['news', 'policy'] as const).map((value) => ({
          value,
          label: domain(`register.${value}`),
        }))}
      />
      <TextField name="titleZh" label={t('titleZh')} start={start?.titleZh} maxLength={80} />
      <TextField name="titleEn" label={t('titleEn')} start={start?.titleEn} maxLength={160} />
      <TextArea
        name="textZh"
        label={t('textZh')}
        start={start?.textZh}
        rows={8}
        maxLength={10000}
      />
      <TextArea
        name="textEn"
        label={t('textEn')}
        start={start?.textEn}
        rows={8}
        maxLength={10000}
      />
    </>
  )
}

/** A figure as its field takes it: a share in percent, all else whole. */
function valueAsTyped({ unit, value }: Indicator): string {
  return unit === 'percent' ? bpAsPercent(value) : String(value / 100)
}

async function IndicatorFields({ start }: { start?: Indicator }) {
  const [t, domain] = await Promise.all([
    getTranslations('registers.entry'),
    getTranslations('domain'),
  ])
  return (
    <>
      <TextField name="nameZh" label={t('nameZh')} start={start?.nameZh} maxLength={80} />
      <TextField
        name="nameEn"
        label={t('nameEn')}
        hint={t('nameHint')}
        start={start?.nameEn}
        maxLength={160}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          name="unit"
          label={t('unit')}
          start={start?.unit}
          none={t('choose')}
          choices={indicatorUnits.map((value) => ({
            value,
            label: domain(`indicatorUnit.${value}`),
          }))}
        />
        <TextField
          name="value"
          label={t('value')}
          hint={t('valueHint')}
          start={start && valueAsTyped(start)}
          maxLength={40}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="year"
          label={t('year')}
          inputMode="numeric"
          start={start && String(start.year)}
          maxLength={4}
        />
        <Select
          name="month"
          label={t('month')}
          start={start && String(start.month)}
          none={t('choose')}
          choices={Array.from({ length: 12 }, (_, index) => ({
            value: String(index + 1),
            label: t('toMonth', { month: index + 1 }),
          }))}
        />
        <TextField
          name="growthBp"
          label={t('growth')}
          hint={t('growthHint')}
          optional
          start={typeof start?.growthBp === 'number' ? bpAsPercent(start.growthBp) : undefined}
          maxLength={20}
        />
      </div>
    </>
  )
}

/** The fields of an entry, by its register. */
export function EntryFields({
  register,
  start,
  today,
}: {
  register: Register
  start?: Body
  today: Day
}) {
  return (
    <>
      {register === 'indicator' ? (
        <IndicatorFields start={start as Indicator | undefined} />
      ) : register === 'chain-groups' ? (
        <ChainFields start={start as ChainGroups | undefined} />
      ) : (
        <ArticleFields start={start as Article | undefined} register={register} />
      )}
      <SourceFields start={start} register={register} today={today} />
    </>
  )
}

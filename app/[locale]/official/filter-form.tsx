import { getLocale, getTranslations } from 'next-intl/server'
import { month } from '@/components/format/dates'
import { Button } from '@/components/ui/button'
import { Select, TextField } from '@/components/ui/fields.client'
import { dayOf } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { financierKinds } from '@/domain/organisation/organisation'
import { districts, parkCodes, zones } from '@/domain/place/place'
import { classes } from '@/domain/product/classes'
import { qualificationKinds } from '@/domain/profile/profile'
import type { Parameters } from '@/domain/totals/read-question'
import { defaultDefinition, definitions, monthsOf, monthText } from '@/domain/totals/totals'

const FIRST_YEAR = 2023

/** Everything a question may be narrowed by, as a plain form: it works before any script, and its answer is an address. */
export async function FilterForm({
  parameters,
  kept,
  now,
  from,
  to,
  ofNeeds = false,
}: {
  parameters: Parameters
  kept: Record<string, string | undefined>
  now: Date
  from: number
  to: number
  /** What needs have no such thing as is not asked. */
  ofNeeds?: boolean
}) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('monitor'),
    getTranslations('domain'),
    getLocale(),
  ])
  const first = Math.min(Math.floor(from / 100), FIRST_YEAR)
  const last = Math.max(Math.floor(to / 100), Number(dayOf(now).slice(0, 4)))
  const years = Array.from({ length: last - first + 1 }, (_, index) => last - index)
  const months = years.map((year) => ({
    group: String(year),
    choices: monthsOf({ from: year * 100 + 1, to: year * 100 + 12 }).map((value) => ({
      value: monthText(value),
      label: month(monthText(value), locale),
    })),
  }))
  const choices = <Code extends string>(codes: readonly Code[], label: (code: Code) => string) =>
    codes.map((value) => ({ value, label: label(value) }))
  /** Where several are asked for together, they are one more choice. */
  const withSeveral = (asked: string | undefined, all: { value: string; label: string }[]) => {
    const parts = asked?.split('.') ?? []
    if (asked === undefined || parts.length < 2) return all
    const label = all.filter(({ value }) => parts.includes(value)).map((one) => one.label)
    return [{ value: asked, label: label.join(t('and')) }, ...all]
  }
  const any = t('any')
  const hidden = [
    ...Object.entries(kept),
    ['financier', parameters.financier],
    ['company', parameters.company],
    ['lacking', parameters.lacking],
    ['scope', parameters.scope],
  ].filter((pair): pair is [string, string] => Boolean(pair[1]))
  return (
    <form
      method="get"
      aria-label={t('change')}
      className="mt-3 rounded-card border border-line bg-surface p-4 sm:p-5"
    >
      {hidden.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
        <Select name="from" label={t('from')} start={parameters.from} choices={months} />
        <Select name="to" label={t('to')} start={parameters.to} choices={months} />
        <Select
          name="district"
          label={t('condition.district')}
          none={any}
          start={parameters.district}
          choices={choices(districts, (code) => domain(`district.${code}`))}
        />
        <Select
          name="zone"
          label={t('condition.zone')}
          none={any}
          start={parameters.zone}
          choices={choices(zones, (code) => domain(`zone.${code}`))}
        />
        <Select
          name="park"
          label={t('condition.park')}
          none={any}
          start={parameters.park}
          choices={choices(parkCodes, (code) => domain(`park.${code}`))}
        />
        <Select
          name="chain"
          label={t('condition.chain')}
          none={any}
          start={parameters.chain}
          choices={withSeveral(
            parameters.chain,
            choices(chains, (code) => domain(`chain.${code}`)),
          )}
        />
        <Select
          name="class"
          label={t('condition.class')}
          none={any}
          start={parameters.class}
          choices={choices(classes, (code) => domain(`class.${code}`))}
        />
        {!ofNeeds && (
          <Select
            name="kind"
            label={t('condition.kind')}
            none={any}
            start={parameters.kind}
            choices={choices(financierKinds, (code) => domain(`financierKind.${code}`))}
          />
        )}
        <Select
          name="qualification"
          label={t('condition.qualification')}
          none={any}
          start={parameters.qualification}
          choices={withSeveral(
            parameters.qualification,
            choices(qualificationKinds, (code) => domain(`qualification.${code}`)),
          )}
        />
        <Select
          name="white"
          label={t('condition.white')}
          none={any}
          start={parameters.white}
          choices={[
            { value: 'yes', label: t('onList') },
            { value: 'no', label: t('offList') },
          ]}
        />
        {!ofNeeds && (
          <Select
            name="first"
            label={t('condition.first')}
            none={any}
            start={parameters.first}
            choices={[
              { value: 'yes', label: t('firstTime') },
              { value: 'no', label: t('notFirstTime') },
            ]}
          />
        )}
        {!ofNeeds && (
          <Select
            name="definition"
            label={t('condition.definition')}
            none={t('byDrawing')}
            start={parameters.definition}
            choices={definitions
              .filter((one) => one !== defaultDefinition)
              .map(({ code }) => ({ value: code, label: t('byContact') }))}
          />
        )}
        {!ofNeeds && (
          <TextField
            name="asOf"
            label={t('condition.asOf')}
            hint={t('asOfHint')}
            start={parameters.asOf}
          />
        )}
      </div>
      <div className="mt-5">
        <Button type="submit" tone="primary">
          {t('show')}
        </Button>
      </div>
    </form>
  )
}

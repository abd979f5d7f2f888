import { useTranslations } from 'next-intl'
import { Checkbox, CheckboxGroup } from '@/components/ui/choice-fields.client'
import { duties, type Duty } from '@/domain/member/member'
import { districts, zones, type District, type Zone } from '@/domain/place/place'

export interface Rights {
  duties: Duty[]
  scopeCity: boolean
  scopeDistricts: District[]
  scopeZones: Zone[]
}

/** Duties and places of an official; of the duties those that the reader has, and those that are there already. */
export function RightsFields({ own, start }: { own: readonly Duty[]; start?: Rights }) {
  const [t, domain] = [useTranslations('account'), useTranslations('domain')]
  return (
    <>
      <CheckboxGroup
        name="duties"
        label={t('team.dutiesAsked')}
        hint={t('authorities.dutiesHint')}
        start={start?.duties}
        optional
        choices={duties
          .filter((duty) => own.includes(duty) || start?.duties.includes(duty))
          .map((duty) => ({
            value: duty,
            label: domain(`duty.${duty}`),
            note: t(`team.dutyMay.${duty}`),
          }))}
      />
      <Checkbox
        name="wholeCity"
        label={t('authorities.wholeCity')}
        note={t('authorities.wholeCityNote')}
        start={start?.scopeCity}
      />
      <CheckboxGroup
        name="districts"
        label={t('authorities.districts')}
        start={start?.scopeDistricts}
        columns={2}
        optional
        choices={districts.map((value) => ({ value, label: domain(`district.${value}`) }))}
      />
      <CheckboxGroup
        name="zones"
        label={t('authorities.zones')}
        start={start?.scopeZones}
        columns={2}
        optional
        choices={zones.map((value) => ({ value, label: domain(`zone.${value}`) }))}
      />
    </>
  )
}

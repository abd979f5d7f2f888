import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Checkbox, CheckboxGroup, RadioCards } from '@/components/ui/choice-fields.client'
import { Select, TextArea, TextField } from '@/components/ui/fields.client'
import { DateField, NumberWithUnit } from '@/components/ui/figure-fields.client'
import type { Day } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { districts, parkCodes, zones } from '@/domain/place/place'
import { stages, type Profile } from '@/domain/profile/profile'
import { sightWords } from '../../sight-words'

export interface SectionFields {
  profile: Profile
  today: Day
  locale: Locale
}

const text = (value: string | number | null) => (value === null ? undefined : String(value))

export async function PlaceFields({ profile }: SectionFields) {
  const [t, domain, sight] = await Promise.all([
    getTranslations('profile'),
    getTranslations('domain'),
    sightWords(),
  ])
  return (
    <>
      <Select
        name="district"
        label={t('fields.district')}
        hint={t('fields.districtHint')}
        none={t('fields.chooseOne')}
        start={text(profile.district)}
        choices={districts.map((code) => ({ value: code, label: domain(`district.${code}`) }))}
        whoSees={sight.who('district')}
      />
      <Select
        name="zone"
        label={t('fields.zone')}
        hint={t('fields.zoneHint')}
        optional
        none={t('fields.noZone')}
        start={text(profile.zone)}
        choices={zones.map((code) => ({ value: code, label: domain(`zone.${code}`) }))}
        whoSees={sight.who('zone')}
      />
      <Select
        name="park"
        label={t('fields.park')}
        optional
        none={t('fields.noPark')}
        start={text(profile.park)}
        choices={parkCodes.map((code) => ({ value: code, label: domain(`park.${code}`) }))}
        whoSees={sight.who('park')}
      />
    </>
  )
}

export async function BusinessFields({ profile, today, locale }: SectionFields) {
  const [t, domain, sight] = await Promise.all([
    getTranslations('profile'),
    getTranslations('domain'),
    sightWords(),
  ])
  return (
    <>
      <CheckboxGroup
        name="chains"
        label={t('fields.chains')}
        hint={t('fields.chainsHint')}
        columns={3}
        start={profile.chains}
        choices={chains.map((code) => ({ value: code, label: domain(`chain.${code}`) }))}
      />
      <Checkbox name="noChain" label={t('fields.noChain')} start={profile.noChain} />
      <Select
        name="mainChain"
        label={t('fields.mainChain')}
        hint={t('fields.mainChainHint')}
        optional
        none={t('fields.noMainChain')}
        start={text(profile.chains[0] ?? null)}
        choices={chains.map((code) => ({ value: code, label: domain(`chain.${code}`) }))}
        whoSees={sight.who('chains')}
      />
      <RadioCards
        name="stage"
        label={t('fields.stage')}
        layout="row"
        start={text(profile.stage)}
        choices={stages.map((code) => ({ value: code, label: domain(`stage.${code}`) }))}
        whoSees={sight.who('stage')}
      />
      <DateField
        name="foundedOn"
        label={t('fields.foundedOn')}
        hint={t('fields.foundedOnHint')}
        max={today}
        locale={locale}
        start={text(profile.foundedOn)}
        whoSees={sight.who('foundedOn')}
      />
      <TextArea
        name="introduction"
        label={t('fields.introduction')}
        hint={t('fields.introductionHint')}
        optional
        rows={5}
        maxLength={1000}
        start={text(profile.introduction)}
        whoSees={sight.who('introduction')}
      />
    </>
  )
}

export async function PeopleFields({ profile, locale }: SectionFields) {
  const [t, sight] = await Promise.all([getTranslations('profile'), sightWords()])
  return (
    <>
      <NumberWithUnit
        name="staff"
        label={t('fields.staff')}
        hint={t('fields.staffHint')}
        unit={t('fields.people')}
        echo="whole"
        inputMode="numeric"
        locale={locale}
        start={text(profile.staff)}
        whoSees={sight.who('staff')}
      />
      <NumberWithUnit
        name="rdStaff"
        label={t('fields.rdStaff')}
        unit={t('fields.people')}
        echo="whole"
        inputMode="numeric"
        locale={locale}
        optional
        start={text(profile.rdStaff)}
        whoSees={sight.who('rdStaff')}
      />
    </>
  )
}

export async function ContactFields({ profile }: SectionFields) {
  const [t, sight] = await Promise.all([getTranslations('profile'), sightWords()])
  return (
    <>
      <TextField
        name="contactName"
        label={t('fields.contactName')}
        autoComplete="name"
        wide={false}
        start={text(profile.contactName)}
        whoSees={sight.who('contactName')}
      />
      <TextField
        name="contactPhone"
        label={t('fields.contactPhone')}
        hint={t('fields.contactPhoneHint')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        wide={false}
        start={text(profile.contactPhone)}
        whoSees={sight.who('contactPhone')}
      />
    </>
  )
}

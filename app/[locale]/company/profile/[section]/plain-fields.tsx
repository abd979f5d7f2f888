import type { Locale } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Checkbox, CheckboxGroup, RadioCards } from '@/components/ui/choice-fields.client'
import { Select, TextArea, TextField } from '@/components/ui/fields.client'
import { DateField, NumberWithUnit } from '@/components/ui/figure-fields.client'
import type { Day } from '@/domain/calendar/calendar'
import { chains } from '@/domain/chain/chain'
import { districts, parkCodes, zones } from '@/domain/place/place'
import { stages, type Profile } from '@/domain/profile/profile'

export interface SectionFields {
  profile: Profile
  today: Day
  locale: Locale
}

const text = (value: string | number | null) => (value === null ? undefined : String(value))

export async function PlaceFields({ profile }: SectionFields) {
  const [t, domain] = await Promise.all([getTranslations('profile'), getTranslations('domain')])
  return (
    <>
      <Select
        name="district"
        label={t('fields.district')}
        hint={t('fields.districtHint')}
        none={t('fields.chooseOne')}
        start={text(profile.district)}
        choices={districts.map((code) => ({ value: code, label: domain(`district.${code}`) }))}
        whoSees={t('who.teaser')}
      />
      <Select
        name="zone"
        label={t('fields.zone')}
        hint={t('fields.zoneHint')}
        optional
        none={t('fields.noZone')}
        start={text(profile.zone)}
        choices={zones.map((code) => ({ value: code, label: domain(`zone.${code}`) }))}
        whoSees={t('who.teaserWidened')}
      />
      <Select
        name="park"
        label={t('fields.park')}
        optional
        none={t('fields.noPark')}
        start={text(profile.park)}
        choices={parkCodes.map((code) => ({ value: code, label: domain(`park.${code}`) }))}
        whoSees={t('who.business')}
      />
    </>
  )
}

export async function BusinessFields({ profile, today, locale }: SectionFields) {
  const [t, domain] = await Promise.all([getTranslations('profile'), getTranslations('domain')])
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
        whoSees={t('who.firstChain')}
      />
      <RadioCards
        name="stage"
        label={t('fields.stage')}
        layout="row"
        start={text(profile.stage)}
        choices={stages.map((code) => ({ value: code, label: domain(`stage.${code}`) }))}
        whoSees={t('who.business')}
      />
      <DateField
        name="foundedOn"
        label={t('fields.foundedOn')}
        hint={t('fields.foundedOnHint')}
        max={today}
        locale={locale}
        start={text(profile.foundedOn)}
        whoSees={t('who.years')}
      />
      <TextArea
        name="introduction"
        label={t('fields.introduction')}
        hint={t('fields.introductionHint')}
        optional
        rows={5}
        maxLength={1000}
        start={text(profile.introduction)}
        whoSees={t('who.business')}
      />
    </>
  )
}

export async function PeopleFields({ profile, locale }: SectionFields) {
  const t = await getTranslations('profile')
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
        whoSees={t('who.band')}
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
        whoSees={t('who.business')}
      />
    </>
  )
}

export async function ContactFields({ profile }: SectionFields) {
  const t = await getTranslations('profile')
  return (
    <>
      <TextField
        name="contactName"
        label={t('fields.contactName')}
        autoComplete="name"
        wide={false}
        start={text(profile.contactName)}
        whoSees={t('who.contact')}
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
        whoSees={t('who.contact')}
      />
    </>
  )
}

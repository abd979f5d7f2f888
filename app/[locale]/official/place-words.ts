import type { Locale } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import type { District, Scope, Zone } from '@/domain/place/place'

interface Place {
  district: District | null
  zone: Zone | null
}

/** How a place is said: district and zone beside each other, or that it is unknown. */
export async function placeWords(): Promise<(place: Place) => string> {
  const [t, domain] = await Promise.all([getTranslations('official'), getTranslations('domain')])
  return ({ district, zone }) => {
    const names = [
      ...(district ? [domain(`district.${district}`)] : []),
      ...(zone ? [domain(`zone.${zone}`)] : []),
    ]
    return names.length > 0 ? names.join(' · ') : t('placeUnknown')
  }
}

/** The places of an official, by name; null for the whole city. */
export async function scopeWords(scope: Scope, asked?: Locale): Promise<string[] | null> {
  if (scope.city) return null
  const locale = asked ?? (await getLocale())
  const domain = await getTranslations({ locale, namespace: 'domain' })
  return [
    ...scope.districts.map((district) => domain(`district.${district}`)),
    ...scope.zones.map((zone) => domain(`zone.${zone}`)),
  ]
}

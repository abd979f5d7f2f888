import type { getTranslations } from 'next-intl/server'
import { districts } from '@/domain/place/place'
import type { TargetPlace } from '@/domain/target/target'

type DomainWords = Awaited<ReturnType<typeof getTranslations<'domain'>>>

/** The name of a target's place. */
export function placeName(place: TargetPlace, domain: DomainWords, city: string): string {
  if (place === 'city') return city
  const district = districts.find((one) => one === place)
  return district ? domain(`district.${district}`) : domain(`zone.${place}` as 'zone.economic')
}

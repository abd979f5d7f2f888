import type { Locale } from 'next-intl'
import { getLocale, getTranslations } from 'next-intl/server'
import { listed } from '@/components/format/lists'
import { seenThings, type FieldGroup, type Seen } from '@/domain/consent/consent'
import { fieldsOf, namedFields, sights, type NamedField } from '@/domain/profile/sight'

/** Who sees a field, and what a group holds, as the table says that decides it. */
export async function sightWords() {
  const [t, domain, locale] = await Promise.all([
    getTranslations('profile'),
    getTranslations('domain'),
    getLocale(),
  ])
  return {
    who(field: NamedField): string {
      const { before, group, officials } = sights[field]
      return t('sight.line', {
        before: t(`sight.before.${before}`),
        group: domain(`fieldGroup.${group}`),
        officials: t(`sight.officials.${officials}`),
      })
    },
    holds: (group: FieldGroup) => fieldNames(fieldsOf(group), t, locale),
  }
}

/** What a look showed. */
export function seenWords(
  groups: readonly Seen[],
  domain: Awaited<ReturnType<typeof getTranslations<'domain'>>>,
  locale: Locale,
): string {
  return listed(
    seenThings
      .filter((thing) => groups.includes(thing))
      .map((thing) =>
        thing === 'need' || thing === 'service'
          ? domain(`seenThing.${thing}`)
          : domain(`fieldGroup.${thing}`),
      ),
    locale,
  )
}

/** Fields by name, in the order of the table. */
export function fieldNames(
  fields: readonly string[],
  t: Awaited<ReturnType<typeof getTranslations<'profile'>>>,
  locale: Locale,
): string {
  const names = namedFields
    .filter((field) => fields.includes(field))
    .map((field) => t(`sight.field.${field}`))
  const words = listed(names, locale)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

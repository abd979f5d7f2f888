import type { Locale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { fullDay } from '@/components/format/dates'
import { count, counted, rate } from '@/components/format/figures'
import { listed } from '@/components/format/lists'
import { money } from '@/components/format/money'
import { Code } from '@/components/ui/code'
import type { Day } from '@/domain/calendar/calendar'
import type { FieldGroup } from '@/domain/consent/consent'
import type { Disclosed } from '@/domain/consent/disclose'
import { ageInMonths } from '@/domain/profile/profile'

interface Say {
  t: ReturnType<typeof useTranslations<'financier'>>
  domain: ReturnType<typeof useTranslations<'domain'>>
  locale: Locale
}

type Row = [string, ReactNode]

/** Certificates that hold stand before those that ran out, the latest of these first. */
function validFirst<Dated extends { validTo: Day | null }>(
  certificates: readonly Dated[],
  today: Day,
): Dated[] {
  const until = ({ validTo }: Dated) => validTo ?? '9999-12-31'
  const holds = certificates.filter((one) => until(one) >= today)
  const over = certificates.filter((one) => until(one) < today)
  return [...holds, ...over.toSorted((a, b) => until(b).localeCompare(until(a)))]
}

/** The rows of one field group in words; what the company left empty says so. */
export function disclosedRows(
  group: FieldGroup,
  disclosed: Disclosed,
  today: Day,
  say: Say,
): Row[] {
  const { t, domain, locale } = say
  const or = (value: ReactNode) => value ?? t('company.notGiven')
  const none = (names: string[]) =>
    names.length > 0 ? listed(names, locale) : t('company.notGiven')
  const counts = (value: number | null) => or(value === null ? null : count(value))
  const { identity, contact, business, accounts, property, certificates } = disclosed
  switch (group) {
    case 'identity':
      if (!identity) return []
      return [
        [t('company.name'), identity.name],
        [t('company.code'), <Code key="uscc">{identity.uscc}</Code>],
        ...(identity.words ? [[t('company.words'), identity.words] as Row] : []),
      ]
    case 'contact':
      if (!contact) return []
      return [
        [t('company.person'), or(contact.contactName)],
        [
          t('company.phone'),
          or(
            contact.contactPhone && (
              <a key="phone" className="link" href={`tel:${contact.contactPhone}`}>
                {contact.contactPhone}
              </a>
            ),
          ),
        ],
      ]
    case 'business': {
      if (!business) return []
      const { district, zone, park, chains, stage, foundedOn, staff, rdStaff } = business
      const places = [
        ...(district ? [domain(`district.${district}`)] : []),
        ...(zone ? [domain(`zone.${zone}`)] : []),
        ...(park ? [domain(`park.${park}`)] : []),
      ]
      const months = ageInMonths(business, today)
      return [
        [t('company.place'), none(places)],
        [t('company.chains'), none(chains.map((chain) => domain(`chain.${chain}`)))],
        [t('company.stage'), or(stage && domain(`stage.${stage}`))],
        [
          t('company.founded'),
          or(
            foundedOn &&
              t('company.foundedAge', {
                day: fullDay(foundedOn, locale),
                age: counted(Math.floor((months ?? 0) / 12), 'year', locale),
              }),
          ),
        ],
        [t('company.staff'), counts(staff)],
        [t('company.rdStaff'), counts(rdStaff)],
        ...(business.introduction
          ? [[t('company.introduction'), business.introduction] as Row]
          : []),
      ]
    }
    case 'accounts': {
      if (!accounts) return []
      const figure = (fen: number | null) =>
        fen === null ? t('company.notGiven') : money(fen, locale)
      return [
        ...accounts.years
          .toSorted((a, b) => b.year - a.year)
          .map(({ year, revenueFen, profitFen, rdSpendFen }): Row => [
            t('company.year', { year: String(year) }),
            t('company.yearFigures', {
              revenue: figure(revenueFen),
              profit: figure(profitFen),
              research: figure(rdSpendFen),
            }),
          ]),
        [
          t('company.debtRatio'),
          or(accounts.debtRatioBp === null ? null : rate(accounts.debtRatioBp)),
        ],
      ]
    }
    case 'property':
      if (!property) return []
      return [
        [t('company.inventions'), counts(property.inventionPatents)],
        [t('company.otherPatents'), counts(property.otherPatents)],
        [t('company.software'), counts(property.software)],
        [
          t('company.collateral'),
          none(property.collateral.map((kind) => domain(`collateral.${kind}`))),
        ],
      ]
    case 'certificates':
      return validFirst(certificates?.qualifications ?? [], today).map(
        ({ kind, level, number, validTo }): Row => {
          const over = validTo !== null && validTo < today
          const until = validTo && { day: fullDay(validTo, locale) }
          const facts = listed(
            [
              domain(`qualificationLevel.${level}`),
              ...(number ? [number] : []),
              ...(until ? [t(over ? 'company.expired' : 'company.validTo', until)] : []),
            ],
            locale,
          )
          return [
            domain(`qualification.${kind}`),
            over ? (
              <span key="over" className="text-ink-2">
                {facts}
              </span>
            ) : (
              facts
            ),
          ]
        },
      )
  }
}

import { useLocale, useTranslations } from 'next-intl'
import { fullDay } from '@/components/format/dates'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { WhoSees } from '@/components/ui/who-sees'
import type { FinancierMet } from './met'

/** Contacts that were logged, with one's own notes. */
export function ContactsCard({ met }: { met: FinancierMet }) {
  const [t, domain, locale] = [useTranslations('financier'), useTranslations('domain'), useLocale()]
  if (met.contacts.length === 0) return null
  return (
    <Card labelledBy="contacts">
      <CardHead id="contacts" title={t('intro.contacts')} />
      <CardBody>
        <ol className="space-y-3">
          {met.contacts.map((one, index) => (
            <li key={index}>
              <p>
                <b>{domain(`contactKind.${one.kind}`)}</b>{' '}
                <Dated>{fullDay(one.contactedOn, locale)}</Dated>
                {one.by && (
                  <span className="text-ink-2">
                    {' '}
                    · <Dated>{one.by}</Dated>
                  </span>
                )}
              </p>
              {one.note && (
                <p className="text-hint text-ink-2">
                  <Dated>{one.note}</Dated>
                </p>
              )}
            </li>
          ))}
        </ol>
        <WhoSees>{t('intro.contact.whoSees')}</WhoSees>
      </CardBody>
    </Card>
  )
}

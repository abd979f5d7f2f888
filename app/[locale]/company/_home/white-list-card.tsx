import { getTranslations } from 'next-intl/server'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { TextLink } from '@/components/ui/text-links'
import type { CompanyActor } from '@/domain/actor'
import type { Context } from '@/domain/context'
import { findContact } from '@/domain/request/contact'

/** That the company is on the white list, and whom it may ask beyond finance; nothing where it is not. */
export async function WhiteListCard({ context }: { context: Context<CompanyActor> }) {
  const [t, contact] = await Promise.all([getTranslations('registers.own'), findContact(context)])
  if (!contact) return null
  return (
    <Card labelledBy="white-list">
      <CardHead id="white-list" title={t('card')} />
      <CardBody>
        <p className="text-small">
          <Dated>{t('cardText', { name: contact.name, authority: contact.authority })}</Dated>
        </p>
        <p className="mt-2">
          <TextLink href="/company/requests">{t('cardLink')}</TextLink>
        </p>
      </CardBody>
    </Card>
  )
}

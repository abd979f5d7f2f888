import { getTranslations } from 'next-intl/server'
import { listed } from '@/components/format/lists'
import { Card } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/choice-fields.client'
import { WhoSeesWhat } from '../../who-sees-what'
import type { StepFields } from './fields'

export async function PrivacyFields({ terms, facts, locale }: StepFields) {
  const [t, domain] = await Promise.all([getTranslations('need'), getTranslations('domain')])
  const chains = facts.whiteListed.map((chain) => domain(`chain.${chain}`))
  return (
    <>
      <Card as="div">
        <WhoSeesWhat />
      </Card>
      {chains.length > 0 ? (
        <Checkbox
          name="showWhiteList"
          label={t('fields.whiteList', { chains: listed(chains, locale) })}
          note={t('fields.whiteListNote')}
          start={terms.showWhiteList}
        />
      ) : (
        <p className="text-ink-2">{t('fields.notListed')}</p>
      )}
    </>
  )
}

import { getTranslations } from 'next-intl/server'
import { Select, TextField } from '@/components/ui/fields.client'
import { chains } from '@/domain/chain/chain'
import type { ChainGroups } from '@/domain/register/register'
import { GROUPS_AT_MOST } from './read-entry'

/** The groups by name, and of each chain the group that it goes into. */
export async function ChainFields({ start }: { start?: ChainGroups }) {
  const [t, domain] = await Promise.all([
    getTranslations('registers.entry'),
    getTranslations('domain'),
  ])
  const groups = start?.groups ?? []
  const lines = Array.from({ length: GROUPS_AT_MOST }, (_, index) => index + 1)
  const groupOf = (chain: (typeof chains)[number]) => {
    const at = groups.findIndex((one) => one.chains.includes(chain))
    return at < 0 ? undefined : String(at + 1)
  }
  return (
    <>
      <fieldset className="space-y-3">
        <legend className="mb-2 font-semibold">{t('groups')}</legend>
        {lines.map((line) => (
          <div key={line} className="grid gap-3 sm:grid-cols-2">
            <TextField
              name={`nameZh-${line}`}
              label={t('groupZh', { line })}
              optional={line > 1}
              start={groups[line - 1]?.nameZh}
              maxLength={40}
            />
            <TextField
              name={`nameEn-${line}`}
              label={t('groupEn', { line })}
              optional={line > 1}
              start={groups[line - 1]?.nameEn}
              maxLength={80}
            />
          </div>
        ))}
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-semibold">{t('chainsInto')}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {chains.map((chain) => (
            <Select
              key={chain}
              name={`group-${chain}`}
              label={domain(`chain.${chain}`)}
              none={t('noGroup')}
              optional
              start={groupOf(chain)}
              choices={lines.map((line) => ({
                value: String(line),
                label: groups[line - 1]
                  ? t('groupNamed', { line, name: groups[line - 1]?.nameZh ?? '' })
                  : t('groupLine', { line }),
              }))}
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}

import { getTranslations } from 'next-intl/server'
import { Tabs } from '@/components/ui/tabs'

export const registerPages = [
  'white-list',
  'chains',
  'places',
  'news',
  'indicators',
  'missing',
] as const
export type RegisterPage = (typeof registerPages)[number]

/** The registers beside each other, above each of them. */
export async function RegisterTabs({ page }: { page: RegisterPage }) {
  const t = await getTranslations('registers')
  return (
    <div data-print="never" className="mb-6">
      <Tabs
        label={t('tabs.label')}
        tabs={registerPages.map((one) => ({
          href: `/official/${one}`,
          label: t(`tabs.${one}`),
          current: one === page,
        }))}
      />
    </div>
  )
}

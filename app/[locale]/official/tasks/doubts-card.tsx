import { getTranslations } from 'next-intl/server'
import { Card, CardHead } from '@/components/ui/card'
import { TextLink } from '@/components/ui/text-links'

/** How many doubts wait for a statistician of the city, and the way to them. */
export async function DoubtsCard({ open }: { open: number }) {
  const t = await getTranslations('doubts')
  return (
    <Card labelledBy="doubts">
      <CardHead
        id="doubts"
        title={t('task', { count: open })}
        note={t('taskNote')}
        act={<TextLink href="/official/doubts">{t('all')}</TextLink>}
      />
    </Card>
  )
}

import { getLocale, getTranslations } from 'next-intl/server'
import { fullDay } from '@/components/format/dates'
import { CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link.client'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { Written } from '@/components/ui/written'
import type { listEntries } from '@/domain/register/queries'
import { entryTitle, entryTones, publisherOf } from './entry-words'

/** Entries of a register, drafts first, each of which opens. */
export async function EntryList({ rows }: { rows: Awaited<ReturnType<typeof listEntries>> }) {
  const [t, domain, locale] = await Promise.all([
    getTranslations('registers.entry'),
    getTranslations('domain'),
    getLocale(),
  ])
  if (rows.length === 0)
    return (
      <CardBody>
        <EmptyState kind="nothing" level={3} title={t('none')}>
          {t('noneNote')}
        </EmptyState>
      </CardBody>
    )
  return (
    <Table
      caption={t('caption')}
      head={
        <>
          <Head>{t('entry')}</Head>
          <Head>{t('publisher')}</Head>
          <Head>{t('on')}</Head>
          <Head>{t('by')}</Head>
          <Head>{t('state')}</Head>
        </>
      }
    >
      {rows.map(({ entry, savedBy, publishedBy }) => (
        <Row key={entry.id}>
          <Cell head note={domain(`register.${entry.register}`)}>
            <Link href={`/official/entries/${entry.id}`} prefetch={false} className="quiet-link">
              <Written>{entryTitle(entry, locale)}</Written>
            </Link>
          </Cell>
          <Cell label={t('publisher')}>
            <Written>{publisherOf(entry.body, locale)}</Written>
          </Cell>
          <Cell label={t('on')}>{fullDay(entry.on, locale)}</Cell>
          <Cell label={t('by')}>
            <span lang="zh">{[savedBy, publishedBy].filter(Boolean).join(' · ')}</span>
          </Cell>
          <Cell label={t('state')}>
            <Tag tone={entryTones[entry.state]}>{domain(`entryState.${entry.state}`)}</Tag>
          </Cell>
        </Row>
      ))}
    </Table>
  )
}

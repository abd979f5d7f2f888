import { Plus } from 'lucide-react'
import { getLocale, getTranslations } from 'next-intl/server'
import { nearClock } from '@/components/format/dates'
import { count } from '@/components/format/figures'
import { money } from '@/components/format/money'
import { LinkButton } from '@/components/ui/button'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { BackLink, QuietLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { DAYS } from '@/domain/clock/clock'
import type { Context } from '@/domain/context'
import type { ImportState } from '@/domain/import-run/import-run'
import { whyNotSend, type ImportSender } from '@/domain/import-run/lock-import'
import { listImports } from '@/domain/import-run/queries'
import { importsOf } from './place'

const tones = { open: 'warn', confirmed: 'calm', done: 'pass', undone: 'neutral' } as const

function StateTag({ state, children }: { state: ImportState; children: string }) {
  return <Tag tone={tones[state]}>{children}</Tag>
}

/** Who imported what and when; each of the reader's own opens. */
export async function importListPage(context: Context<ImportSender>) {
  const { actor, now } = context
  const [t, refusals, locale, rows] = await Promise.all([
    getTranslations('imports'),
    getTranslations('refusals'),
    getLocale(),
    listImports(context),
  ])
  const place = importsOf(actor.audience)
  const why = whyNotSend(actor)
  const add = why ? undefined : (
    <LinkButton tone="primary" href={`${place}/new`} icon={<Plus aria-hidden size={16} />}>
      {t('add')}
    </LinkButton>
  )
  const isOfficial = actor.audience === 'official'
  return (
    <main id="main" className="page py-6 sm:py-8">
      <PageHead
        back={
          <BackLink href={isOfficial ? '/official/ledger' : '/financier/record'}>
            {t(isOfficial ? 'toLedger' : 'toRecord')}
          </BackLink>
        }
        title={t('title')}
        act={add}
      >
        {why ? (isOfficial ? t('noRight') : refusals(why)) : t('note', { days: DAYS.importUndo })}
      </PageHead>
      <Card as="div">
        {rows.length === 0 ? (
          <CardBody>
            <EmptyState kind="nothing" title={t('empty')} act={add}>
              {t('emptyText')}
            </EmptyState>
          </CardBody>
        ) : (
          <Table
            caption={t('title')}
            head={
              <>
                <Head>{t('col.file')}</Head>
                <Head>{t('col.when')}</Head>
                <Head>{t('col.who')}</Head>
                <Head num>{t('col.rows')}</Head>
                <Head>{t('col.state')}</Head>
              </>
            }
          >
            {rows.map((row) => (
              <Row key={row.id}>
                <Cell head>
                  {row.isOwn ? (
                    // An open one goes on where it waits.
                    <QuietLink
                      href={row.state === 'open' ? `${place}/${row.id}/mend` : `${place}/${row.id}`}
                    >
                      <Written>{row.fileName}</Written>
                    </QuietLink>
                  ) : (
                    <Written>{row.fileName}</Written>
                  )}
                </Cell>
                <Cell label={t('col.when')}>
                  <span className="date">
                    {nearClock(row.doneAt ?? row.startedAt, now, locale)}
                  </span>
                </Cell>
                <Cell label={t('col.who')} note={<Written>{row.organisationName}</Written>}>
                  <Written>{row.personName}</Written>
                </Cell>
                <Cell
                  num
                  label={t('col.rows')}
                  note={row.drawnFen && row.doneAt ? money(row.drawnFen, locale) : undefined}
                >
                  {/* One piece, or a phone draws it apart. */}
                  <span>
                    {row.doneAt && row.granted !== null
                      ? t('rows', { granted: count(row.granted), drawn: count(row.drawn ?? 0) })
                      : '—'}
                  </span>
                </Cell>
                <Cell label={t('col.state')}>
                  <StateTag state={row.state}>{t(`state.${row.state}`)}</StateTag>
                </Cell>
              </Row>
            ))}
          </Table>
        )}
      </Card>
    </main>
  )
}

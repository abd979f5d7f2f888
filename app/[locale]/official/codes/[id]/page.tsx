import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { fullDay } from '@/components/format/dates'
import { exactMoney } from '@/components/format/money'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Code } from '@/components/ui/code'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { BackLink } from '@/components/ui/text-links'
import { findWaitingCode } from '@/domain/bank-file/queries'
import { dayOf } from '@/domain/calendar/calendar'
import { usccCheckCharacter } from '@/domain/uscc/uscc'
import { DoneToast } from '../../done-toast'
import { idFrom } from '../../id-from'
import { CodeActs } from './acts'

const done = ['admitted', 'refused'] as const

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('official')
  return { title: t('code.title') }
}

/** A code from a bank file that fails its check, with the rows that wait for it. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/codes/[id]'>) {
  const context = await contextFor('official')
  const id = idFrom((await params).id)
  const [t, domain, locale, query, found] = await Promise.all([
    getTranslations('official'),
    getTranslations('domain'),
    getLocale(),
    searchParams,
    findWaitingCode(context, id),
  ])
  if (!found) notFound()
  const { code, rows } = found
  const said = done.find((act) => act === textOf(query, 'done'))
  const isWaiting = code.state === 'waiting'
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/tasks">{t('tasks.title')}</BackLink>}
        above={<Code>{code.uscc}</Code>}
        title={<span lang="zh">{code.companyName}</span>}
      >
        {t(`code.state.${code.state}`, {
          since: fullDay(dayOf(code.since), locale),
          day: code.decidedAt ? fullDay(dayOf(code.decidedAt), locale) : '',
        })}
      </PageHead>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="space-y-5">
          <Notice tone={isWaiting ? 'warn' : 'calm'}>
            {code.words ??
              (code.reason === 'unknown'
                ? t('code.unknown')
                : t('code.expected', {
                    last: code.uscc.at(-1) ?? '',
                    right: usccCheckCharacter(code.uscc.slice(0, 17)) ?? '',
                  }))}
          </Notice>
          <Card labelledBy="rows">
            <CardHead
              id="rows"
              title={t(isWaiting ? 'code.rows' : 'code.rowsThen', { count: rows.length })}
            />
            {rows.length === 0 ? (
              <CardBody>
                <p className="text-ink-2">{t('code.noRows')}</p>
              </CardBody>
            ) : (
              <Table
                caption={t('code.caption')}
                head={
                  <>
                    <Head>{t('code.contract')}</Head>
                    <Head>{t('code.financier')}</Head>
                    <Head>{t('needs.classes')}</Head>
                    <Head num>{t('code.granted')}</Head>
                    <Head num>{t('code.drawn')}</Head>
                  </>
                }
              >
                {rows.map(({ id: rowId, facts, financier }) => (
                  <Row key={rowId}>
                    <Cell head>
                      <span className="code">{facts.contractNo}</span>
                    </Cell>
                    <Cell label={t('code.financier')}>
                      <span lang="zh">{financier}</span>
                    </Cell>
                    <Cell label={t('needs.classes')}>{domain(`class.${facts.class}`)}</Cell>
                    {([facts.granted, facts.drawn] as const).map((money, at) => (
                      <Cell key={at} num label={t(at === 0 ? 'code.granted' : 'code.drawn')}>
                        {money ? (
                          <>
                            {exactMoney(money.fen, locale)}
                            <br />
                            <span className="text-small text-ink-2">
                              {fullDay(money.on, locale)}
                            </span>
                          </>
                        ) : (
                          t('none')
                        )}
                      </Cell>
                    ))}
                  </Row>
                ))}
              </Table>
            )}
          </Card>
        </div>
        <CodeActs actor={context.actor} id={id} state={code.state} />
      </div>
      {said && <DoneToast>{t(`code.done.${said}`)}</DoneToast>}
    </main>
  )
}

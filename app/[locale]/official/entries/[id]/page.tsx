import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { clock } from '@/components/format/dates'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { BackLink, TextLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { whyNotOfCity } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { findEntry } from '@/domain/register/queries'
import { DoneToast } from '../../done-toast'
import { History } from '../../history'
import { idFrom } from '../../id-from'
import { save } from '../actions'
import { EntryFields } from '../entry-fields'
import { listOf, publicAddress } from '../entry-address'
import { entryTitle, entryTones } from '../entry-words'
import { EntryActs } from './acts'
import { EntryShown } from './shown'

const done = ['saved', 'published', 'withdrawn'] as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('entry.title') }
}

/** One entry: as it will be read, the draft's form, and what may be done with it. */
export default async function Page({
  params,
  searchParams,
}: PageProps<'/[locale]/official/entries/[id]'>) {
  const context = await contextFor('official')
  const id = idFrom((await params).id)
  const [t, domain, locale, query, found] = await Promise.all([
    getTranslations('registers.entry'),
    getTranslations('domain'),
    getLocale(),
    searchParams,
    findEntry(context, id),
  ])
  if (!found) notFound()
  const { entry, savedBy, publishedBy, events } = found
  const said = done.find((one) => one === textOf(query, 'done'))
  const open = entry.state === 'draft' ? null : publicAddress(entry)
  const mayWrite = whyNotOfCity(context.actor, 'publisher') === null
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href={listOf(entry.register)}>{t(`list.${entry.register}`)}</BackLink>}
        above={
          <span className="flex flex-wrap items-center gap-3">
            <span>{domain(`register.${entry.register}`)}</span>
            <Tag tone={entryTones[entry.state]}>{domain(`entryState.${entry.state}`)}</Tag>
          </span>
        }
        title={<Written>{entryTitle(entry, locale)}</Written>}
      >
        {t('savedBy', { name: savedBy, when: clock(entry.savedAt, locale) })}
        {publishedBy &&
          entry.publishedAt &&
          ` · ${t('publishedBy', { name: publishedBy, when: clock(entry.publishedAt, locale) })}`}
        {open && (
          <>
            {' · '}
            <TextLink href={open}>{t('toPublic')}</TextLink>
          </>
        )}
      </PageHead>
      {entry.reason && (
        <div className="mb-5">
          <Notice tone="warn" title={t('withdrawnWhy')}>
            <Written>{entry.reason}</Written>
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="space-y-5 lg:order-2">
          <EntryActs actor={context.actor} entry={entry} />
          <Card labelledBy="history">
            <CardHead id="history" title={t('history')} />
            <CardBody>
              <History events={events} />
            </CardBody>
          </Card>
        </div>
        <div className="space-y-5">
          <EntryShown entry={entry} />
          {entry.state === 'draft' && mayWrite && (
            <Card labelledBy="edit">
              <CardHead id="edit" title={t('edit')} note={t('editNote')} />
              <CardBody>
                <Form
                  action={save.bind(null, id, entry.register)}
                  keep={`entry ${id}`}
                  label={t('edit')}
                  className="space-y-4"
                >
                  <EntryFields
                    register={entry.register}
                    start={entry.body}
                    today={dayOf(context.now)}
                  />
                  <SubmitButton tone="plain">{t('save')}</SubmitButton>
                </Form>
              </CardBody>
            </Card>
          )}
        </div>
      </div>
      {said && <DoneToast>{t(`done.${said}`)}</DoneToast>}
    </main>
  )
}

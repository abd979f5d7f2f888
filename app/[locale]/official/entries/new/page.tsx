import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { textOf } from '@/app/address'
import { contextFor } from '@/app/session'
import { Card, CardBody } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { PageHead } from '@/components/ui/page-head'
import { BackLink } from '@/components/ui/text-links'
import { whyNotOfCity } from '@/domain/actor'
import { dayOf } from '@/domain/calendar/calendar'
import { findChainGroups } from '@/domain/register/queries'
import { registers } from '@/domain/register/register'
import { save } from '../actions'
import { EntryFields } from '../entry-fields'
import { listOf } from '../entry-address'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('registers'))('entry.new') }
}

/** A draft of an entry; a map of chains begins with the one in force. */
export default async function Page({ searchParams }: PageProps<'/[locale]/official/entries/new'>) {
  const context = await contextFor('official')
  const query = await searchParams
  const today = dayOf(context.now)
  const register = registers.find((one) => one === textOf(query, 'register')) ?? 'news'
  const [t, domain, refusals, groups] = await Promise.all([
    getTranslations('registers.entry'),
    getTranslations('domain'),
    getTranslations('refusals'),
    register === 'chain-groups' ? findChainGroups(context.db, today) : null,
  ])
  const no = whyNotOfCity(context.actor, 'publisher')
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href={listOf(register)}>{t(`list.${register}`)}</BackLink>}
        title={t('newOf', { register: domain(`register.${register}`) })}
      >
        {t('byTwo')}
      </PageHead>
      <Card as="div">
        <CardBody>
          {no ? (
            <EmptyState kind="no-right" title={t('notYours')}>
              {refusals(no)}
            </EmptyState>
          ) : (
            <Form
              action={save.bind(null, null, register)}
              keep={`entry ${register}`}
              label={t('new')}
              className="space-y-4"
            >
              <EntryFields register={register} start={groups?.body} today={today} />
              <SubmitButton>{t('save')}</SubmitButton>
            </Form>
          )}
        </CardBody>
      </Card>
    </main>
  )
}

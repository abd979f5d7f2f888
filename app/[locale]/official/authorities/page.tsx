import { ChevronDown } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { contextFor } from '@/app/session'
import { listed } from '@/components/format/lists'
import { InvitationAddress } from '@/components/team/invitation-address.client'
import { Card, CardBody, CardHead } from '@/components/ui/card'
import { RadioCards } from '@/components/ui/choice-fields.client'
import { EmptyState } from '@/components/ui/empty-state'
import { SuggestedCode } from '@/components/suggested-code'
import { Select, TextField } from '@/components/ui/fields.client'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/form.client'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Tag } from '@/components/ui/tag'
import { BackLink } from '@/components/ui/text-links'
import { Written } from '@/components/ui/written'
import { DAYS } from '@/domain/clock/clock'
import { whyNotCityAdministrator } from '@/domain/member/grant-official'
import { memberRoles } from '@/domain/member/member'
import { listAuthorities } from '@/domain/organisation/authority-queries'
import { scopeWords } from '../place-words'
import { grant, invite } from './actions'
import { RightsFields } from './rights-fields'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('authorities.title') }
}

type Authority = Awaited<ReturnType<typeof listAuthorities>>[number]

export default async function Page({ searchParams }: PageProps<'/[locale]/official/authorities'>) {
  const context = await contextFor('official')
  const [{ done }, t, refusals, authorities] = await Promise.all([
    searchParams,
    getTranslations('account'),
    getTranslations('refusals'),
    listAuthorities(context),
  ])
  const no = whyNotCityAdministrator(context.actor)
  const officials = authorities.flatMap(({ members }) =>
    members.filter(({ state }) => state === 'active'),
  ).length
  return (
    <main id="main" className="page py-8">
      <PageHead
        back={<BackLink href="/official/team">{t('team.title')}</BackLink>}
        title={t('authorities.title')}
      >
        {no ? null : t('authorities.about', { authorities: authorities.length, officials })}
      </PageHead>
      {done === 'granted' && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t('authorities.granted')}
          </Notice>
        </div>
      )}
      {no ? (
        <Card as="div">
          <CardBody>
            <EmptyState kind="no-right" title={t('authorities.noRight')}>
              {refusals(no)}
            </EmptyState>
          </CardBody>
        </Card>
      ) : (
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_400px]">
          <div className="space-y-5">
            {authorities.map((one) => (
              <AuthorityCard key={one.id} one={one} />
            ))}
          </div>
          <InviteCard />
        </div>
      )}
    </main>
  )

  async function AuthorityCard({ one }: { one: Authority }) {
    return (
      <Card labelledBy={one.id}>
        <CardHead
          id={one.id}
          title={<Written>{one.name}</Written>}
          note={<span className="code">{one.uscc}</span>}
        />
        {one.members.map((official) => (
          <CardBody key={official.id} line>
            <Official official={official} />
          </CardBody>
        ))}
        {one.members.length === 0 && (
          <CardBody>
            <p className="text-ink-2">{t('authorities.nobody')}</p>
          </CardBody>
        )}
      </Card>
    )
  }

  async function Official({ official }: { official: Authority['members'][number] }) {
    const [domain, locale, words] = await Promise.all([
      getTranslations('domain'),
      getLocale(),
      getTranslations('official'),
    ])
    const places = await scopeWords(official.scope)
    return (
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-2 font-semibold">
            <Written>{official.name}</Written>
            {official.state === 'invited' && <Tag tone="warn">{domain('memberState.invited')}</Tag>}
          </p>
          <p className="text-small break-all text-ink-2">
            {official.email} · {domain(`role.${official.role}`)}
          </p>
          <p className="mt-1 text-small">
            {official.duties.length > 0
              ? t('team.duties', {
                  duties: listed(
                    official.duties.map((duty) => domain(`duty.${duty}`)),
                    locale,
                  ),
                })
              : t('team.noDuties')}
          </p>
          <p className="text-small">
            {t('authorities.scope', {
              places: places ? places.join(words('separator')) : t('authorities.wholeCity'),
            })}
          </p>
        </div>
        {official.id === context.actor.memberId ? (
          <p className="max-w-56 text-small text-ink-2">{refusals('own-rights')}</p>
        ) : (
          <details className="group max-sm:open:w-full">
            <summary className="button button-plain button-small">
              {t('authorities.change')}
              <span className="sr-only" lang="zh">
                {' '}
                {official.name}
              </span>
              <ChevronDown aria-hidden size={14} className="group-open:rotate-180" />
            </summary>
            <Form
              action={grant}
              label={t('authorities.rightsOf', { name: official.name })}
              className="mt-3 space-y-4 sm:w-96"
            >
              <input type="hidden" name="memberId" value={official.id} />
              <RightsFields own={context.actor.duties} start={official} />
              <SubmitButton size="small" tone="plain">
                {t('authorities.save')}
              </SubmitButton>
            </Form>
          </details>
        )}
      </div>
    )
  }

  async function InviteCard() {
    const [domain, ui] = await Promise.all([getTranslations('domain'), getTranslations('ui')])
    return (
      <Card labelledBy="invite">
        <CardHead id="invite" title={t('authorities.invite')} note={t('team.inviteNote')} />
        <CardBody>
          <Form action={invite} keep="invite" className="space-y-4">
            <InvitationAddress
              words={{
                title: t.raw('team.invited') as string,
                once: t('team.addressOnce', { days: DAYS.invitation }),
                copy: t('team.copyAddress'),
                copied: ui('copied'),
              }}
            />
            <Select
              name="authorityId"
              label={t('authorities.authority')}
              none={t('authorities.new')}
              choices={authorities.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField
              name="name"
              label={t('authorities.newName')}
              hint={t('authorities.onlyNew')}
              autoComplete="off"
              optional
            />
            <TextField
              name="uscc"
              label={t('authorities.newUscc')}
              after={<SuggestedCode />}
              autoComplete="off"
              spellCheck={false}
              optional
            />
            <TextField name="personName" label={t('personName')} autoComplete="off" />
            <TextField
              name="email"
              label={t('email')}
              hint={t('team.emailHint')}
              type="email"
              inputMode="email"
              autoComplete="off"
              spellCheck={false}
            />
            <RadioCards
              name="role"
              label={t('team.role')}
              start="editor"
              choices={memberRoles.map((role) => ({
                value: role,
                label: domain(`role.${role}`),
                note: t(`team.may.${role}`),
              }))}
            />
            <RightsFields own={context.actor.duties} />
            <SubmitButton>{t('team.inviteAct')}</SubmitButton>
          </Form>
        </CardBody>
      </Card>
    )
  }
}

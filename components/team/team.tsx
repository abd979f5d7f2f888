import { useLocale, useTranslations } from 'next-intl'
import type { MemberActor } from '@/domain/actor'
import type { OrganisationState } from '@/domain/organisation/organisation'
import { fullDay } from '../format/dates'
import { counted } from '../format/figures'
import { Card, CardBody, CardHead } from '../ui/card'
import { Code } from '../ui/code'
import { Dated } from '../ui/dated'
import { Notice } from '../ui/notice'
import { PageHead } from '../ui/page-head'
import { SummaryList, type SummaryRow } from '../ui/summary-list'
import { Tag } from '../ui/tag'
import { TextLink } from '../ui/text-links'
import { Written } from '../ui/written'
import type { Colleague, TeamActions } from './colleague'
import { ColleagueActs } from './colleague-acts'
import { InviteForm } from './invite-form'

interface Props {
  actor: MemberActor
  organisation: { name: string; uscc: string; state: OrganisationState; place: string | null }
  colleagues: Colleague[]
  actions: TeamActions
  done: 'role' | 'removed' | null
}

/** The people of one's organisation, the same for all three audiences. Only owners find acts on it. */
export function Team({ actor, organisation, colleagues, actions, done }: Props) {
  const [t, domain, locale] = [useTranslations('account'), useTranslations('domain'), useLocale()]
  const isAdministrator = actor.audience !== 'official' || actor.duties.includes('administrator')
  const mayChange =
    actor.role === 'owner' && actor.organisationState !== 'suspended' && isAdministrator
  const members = colleagues.filter(({ state }) => state === 'active')
  const owners = colleagues.filter(({ role, state }) => role === 'owner' && state === 'active')
  return (
    <main id="main" className="page py-8">
      <PageHead title={t('team.heading', { count: counted(members.length, 'person', locale) })}>
        {mayChange
          ? t('team.about')
          : isAdministrator
            ? t('team.ownersOnly', { owners: owners.map(({ name }) => name).join('、') })
            : t('team.administratorsOnly')}
        {actor.audience === 'official' && isAdministrator && actor.scope.city && (
          <p>
            <TextLink href="/official/authorities">{t('team.toAuthorities')}</TextLink>
          </p>
        )}
      </PageHead>
      {done && (
        <div className="mb-5">
          <Notice tone="pass" live>
            {t(`team.done.${done}`)}
          </Notice>
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <Card labelledBy="colleagues">
          <CardHead id="colleagues" title={t('team.people')} />
          <ul className="divide-y divide-line border-t border-line">
            {colleagues.map((colleague) => (
              <li key={colleague.id} className="px-4 py-4 sm:px-5">
                <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
                  <div className="min-w-0">
                    <p className="flex flex-wrap items-center gap-2 font-semibold">
                      <Written>{colleague.name}</Written>
                      {colleague.id === actor.memberId && <Tag tone="jade">{t('team.you')}</Tag>}
                      {colleague.state === 'invited' && (
                        <Tag tone="warn">{domain('memberState.invited')}</Tag>
                      )}
                    </p>
                    <p className="text-small break-all text-ink-2">{colleague.email}</p>
                    <p className="mt-1 text-small text-ink-2">
                      {domain(`role.${colleague.role}`)} · {t(`team.may.${colleague.role}`)}
                    </p>
                    {actor.audience === 'official' && (
                      <p className="mt-1 text-small text-ink-2">
                        {colleague.duties.length > 0
                          ? t('team.duties', {
                              duties: colleague.duties
                                .map((duty) => domain(`duty.${duty}`))
                                .join(t('team.and')),
                            })
                          : t('team.noDuties')}
                      </p>
                    )}
                    <p className="mt-1 text-caption text-ink-3">
                      <Dated>{sinceWords(colleague)}</Dated>
                    </p>
                  </div>
                  {mayChange && (
                    <ColleagueActs
                      colleague={colleague}
                      self={colleague.id === actor.memberId}
                      lastOwner={colleague.role === 'owner' && owners.length === 1}
                      actions={actions}
                    />
                  )}
                </div>
              </li>
            ))}
          </ul>
        </Card>
        <div className="space-y-5">
          {mayChange && (
            <Card labelledBy="invite">
              <CardHead id="invite" title={t('team.invite')} note={t('team.inviteNote')} />
              <CardBody>
                <InviteForm
                  action={actions.invite}
                  duties={actor.audience === 'official' ? actor.duties : null}
                />
              </CardBody>
            </Card>
          )}
          <Card labelledBy="own">
            <CardHead id="own" title={t('team.organisation')} />
            <CardBody>
              <SummaryList narrow rows={organisationRows()} />
            </CardBody>
          </Card>
        </div>
      </div>
    </main>
  )

  /** Nobody has joined by being invited. */
  function sinceWords({ since, invited }: Colleague): string {
    const day = fullDay(since, locale)
    if (!invited) return t('team.since', { day })
    const until = fullDay(invited.until, locale)
    return t(invited.isOver ? 'team.invitationOver' : 'team.invitedOn', { day, until })
  }

  function organisationRows(): SummaryRow[] {
    return [
      { term: t('organisationName'), value: <Written>{organisation.name}</Written> },
      { term: t('uscc'), value: <Code>{organisation.uscc}</Code> },
      { term: t('team.kind'), value: kindOf() },
      ...(actor.audience === 'official'
        ? []
        : [{ term: t('team.state'), value: domain(`organisationState.${organisation.state}`) }]),
      ...(organisation.place ? [{ term: t('team.place'), value: organisation.place }] : []),
    ]
  }

  function kindOf(): string {
    if (actor.audience === 'financier') return domain(`financierKind.${actor.financierKind}`)
    return domain(`organisationKind.${actor.audience === 'official' ? 'authority' : 'company'}`)
  }
}

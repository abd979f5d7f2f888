import { getLocale, getTranslations } from 'next-intl/server'
import { nearDay } from '@/components/format/dates'
import { listed } from '@/components/format/lists'
import { LinkButton } from '@/components/ui/button'
import { CardBody } from '@/components/ui/card'
import { Task } from '@/components/ui/task'
import { dayOf } from '@/domain/calendar/calendar'
import type { OwnTasks } from '@/domain/need/tasks'
import { sectionsToSubmit, sectionStatus, type Profile } from '@/domain/profile/profile'
import { needTitle } from '../need-words'
import { taskList } from './task-list'

/** What has no clock and waits for nobody else: drafts to finish and what the profile still lacks. */
export async function LesserTasks({
  drafts,
  profile,
  now,
  mayWrite,
}: {
  drafts: OwnTasks['drafts']
  profile: Profile
  now: Date
  mayWrite: boolean
}) {
  const [t, domain, need, locale] = await Promise.all([
    getTranslations('company'),
    getTranslations('domain'),
    getTranslations('need'),
    getLocale(),
  ])
  const say = { domain, need, locale }
  const today = dayOf(now)
  const gaps = mayWrite
    ? sectionsToSubmit.filter((section) => sectionStatus(profile, section) !== 'done')
    : []
  if (drafts.length === 0 && gaps.length === 0) return null
  return (
    <CardBody line>
      <h2 className="mb-3 text-h2">{t(mayWrite ? 'todo.lesser' : 'todo.drafts')}</h2>
      <ul className={taskList}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Task
              title={
                mayWrite
                  ? t('todo.draft.title', { need: needTitle(draft, say) })
                  : needTitle(draft, say)
              }
              whoSees={t('todo.draft.whoSees')}
              act={
                <LinkButton href={`/company/needs/${draft.id}`} wide>
                  {t(mayWrite ? 'todo.draft.act' : 'todo.draft.see')}
                </LinkButton>
              }
            >
              {t('todo.draft.text', {
                done: draft.stepsDone.length,
                day: nearDay(dayOf(draft.savedAt), today, locale),
              })}
            </Task>
          </li>
        ))}
        {gaps.length > 0 && (
          <li>
            <Task
              title={t('todo.profile.title')}
              act={
                <LinkButton href="/company/profile" wide>
                  {t('todo.profile.act')}
                </LinkButton>
              }
            >
              {t('todo.profile.text', {
                sections: listed(
                  gaps.map((section) => domain(`profileSection.${section}`)),
                  locale,
                ),
              })}
            </Task>
          </li>
        )}
      </ul>
    </CardBody>
  )
}

import { Check } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { nearClock } from '@/components/format/dates'
import { Dated } from '@/components/ui/dated'
import type { MemberActor } from '@/domain/actor'
import type { Notice } from '@/domain/notice/notice'
import { pathFor } from '@/messages/navigation'
import { noticeWords } from './notice-words'

interface Props {
  audience: MemberActor['audience']
  notices: Notice[]
  now: Date
  readOne: (id: string, form: FormData) => Promise<void>
}

/** Each says who, what and to do, and leads there by way of its own address, which marks it as read. */
export function NoticeList({ audience, notices, now, readOne }: Props) {
  const t = useTranslations('notices')
  return (
    <ul aria-label={t('list')} className="divide-y divide-line">
      {notices.map((notice) => (
        <NoticeRow key={notice.id} {...{ audience, notice, now, readOne }} />
      ))}
    </ul>
  )
}

function NoticeRow({
  audience,
  notice,
  now,
  readOne,
}: Omit<Props, 'notices'> & { notice: Notice }) {
  const [t, domain, teaser, locale] = [
    useTranslations('notices'),
    useTranslations('domain'),
    useTranslations('teaser'),
    useLocale(),
  ]
  const { title, detail, act } = noticeWords(audience, notice, {
    notices: t,
    domain,
    teaser,
    locale,
  })
  const isUnread = notice.readAt === null
  const lines = (
    <>
      <span className={isUnread ? 'font-semibold' : 'text-ink-2'}>
        {isUnread && <span className="sr-only">{t('unread.mark')} </span>}
        <Dated>{title}</Dated>
      </span>
      <span className="mt-0.5 block text-small text-ink-2">
        <Dated>
          {[nearClock(notice.at, now, locale), detail, act ? '' : t('gone')]
            .filter(Boolean)
            .join(' · ')}
        </Dated>
      </span>
    </>
  )
  return (
    <li className="flex items-start gap-3 px-4 py-3 sm:px-5">
      <span
        aria-hidden
        className={`mt-2 size-2 shrink-0 rounded-full ${isUnread ? 'bg-seal' : ''}`}
      />
      {act ? (
        // A whole load: the count in the bar is of the page it comes with.
        <a
          href={pathFor(locale, `/${audience}/notices/${notice.id}`)}
          className="group min-w-0 flex-1 sm:flex sm:items-start sm:justify-between sm:gap-6"
        >
          <span className="block min-w-0 group-hover:text-jade">{lines}</span>
          <span className="link mt-1 block shrink-0 text-small sm:mt-0.5">{act}</span>
        </a>
      ) : (
        <div className="min-w-0 flex-1">{lines}</div>
      )}
      <div className={`size-8 shrink-0 ${isUnread ? '' : 'max-sm:hidden'}`}>
        {isUnread && (
          <form action={readOne.bind(null, notice.id)}>
            <button
              aria-label={t('readOne', { title })}
              title={t('readOne', { title })}
              className="grid size-8 place-content-center rounded-control text-ink-2 hover:text-jade"
            >
              <Check aria-hidden size={16} />
            </button>
          </form>
        )}
      </div>
    </li>
  )
}

import { useLocale, useTranslations } from 'next-intl'
import { nearClock } from '@/components/format/dates'
import { Card, CardBody } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { Link } from '@/components/ui/link.client'
import { TextLink } from '@/components/ui/text-links'
import { htmlLang, type Locale } from '@/messages/routing'

export interface MailLine {
  id: string
  subject: string
  language: Locale
  writtenAt: Date
  sentAt: Date | null
  refusal: string | null
  /** Of an outbox: to whom. */
  to?: string
}

interface Props {
  mails: MailLine[]
  open: (MailLine & { text: string }) | null
  now: Date
  hrefOf: (id: string) => string
  closeHref: string
}

/** A mail as it was written, over the list that it is from. */
export function MailList({ mails, open, now, hrefOf, closeHref }: Props) {
  const t = useTranslations('notices')
  return (
    <>
      {open && (
        <div className="mb-5">
          <Card as="article" labelledBy="mail">
            <CardBody>
              <div className="flex items-start justify-between gap-4">
                <h2 id="mail" lang={htmlLang[open.language]} className="text-h2">
                  {open.subject}
                </h2>
                <TextLink href={closeHref}>{t('outbox.close')}</TextLink>
              </div>
              <MailState mail={open} now={now} />
            </CardBody>
            <CardBody line>
              <p
                lang={htmlLang[open.language]}
                className="max-w-[68ch] break-words whitespace-pre-wrap"
              >
                {open.text.trim()}
              </p>
            </CardBody>
          </Card>
        </div>
      )}
      <ul
        aria-label={t('outbox.list')}
        className="card divide-y divide-line rounded-card border border-line bg-surface"
      >
        {mails.map((mail) => (
          <li key={mail.id} className="px-4 py-3 sm:px-5">
            <Link
              href={hrefOf(mail.id)}
              aria-current={mail.id === open?.id ? 'true' : undefined}
              className="font-semibold hover:text-jade"
              lang={htmlLang[mail.language]}
            >
              {mail.subject}
            </Link>
            <MailState mail={mail} now={now} />
          </li>
        ))}
      </ul>
    </>
  )
}

function MailState({ mail, now }: { mail: MailLine; now: Date }) {
  const [t, locale] = [useTranslations('notices'), useLocale()]
  const { sentAt, refusal, to } = mail
  const state = sentAt
    ? t('outbox.state.sent', { when: nearClock(sentAt, now, locale) })
    : refusal
      ? t('outbox.state.failed', { code: refusal })
      : t('outbox.state.waiting')
  const written = t('outbox.written', { when: nearClock(mail.writtenAt, now, locale) })
  return (
    <p className="mt-0.5 text-small text-ink-2">
      <Dated>
        {[to && t('outbox.to', { who: to }), written, state].filter(Boolean).join(' · ')}
      </Dated>
    </p>
  )
}

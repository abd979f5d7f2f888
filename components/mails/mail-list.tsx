import { useLocale, useTranslations } from 'next-intl'
import { nearClock } from '@/components/format/dates'
import { Card, CardBody } from '@/components/ui/card'
import { Dated } from '@/components/ui/dated'
import { DatedIn } from '@/components/ui/dated-in'
import { Link } from '@/components/ui/link.client'
import { Cell, Head, Row, Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { TextLink } from '@/components/ui/text-links'
import { htmlLang, type Locale } from '@/messages/routing'

export interface MailLine {
  id: string
  subject: string
  language: Locale
  writtenAt: Date
  sentAt: Date | null
  refusal: string | null
  /** Of an outbox: to whom; without a name where the address is nobody's yet. */
  to?: { organisation: string | null; person: string | null; email: string }
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
  const [t, locale] = [useTranslations('notices'), useLocale()]
  const isOutbox = mails.some(({ to }) => to)
  return (
    <>
      {open && (
        <div className="mb-5">
          <OpenMail mail={open} now={now} closeHref={closeHref} />
        </div>
      )}
      <div className="card rounded-card border border-line bg-surface">
        <Table
          caption={t('outbox.list')}
          head={
            <>
              {isOutbox && <Head>{t('outbox.column.to')}</Head>}
              <Head>{t('outbox.column.subject')}</Head>
              <Head>{t('outbox.column.written')}</Head>
              <Head>{t('outbox.column.state')}</Head>
            </>
          }
        >
          {mails.map((mail) => (
            <Row key={mail.id} selected={mail.id === open?.id}>
              {mail.to && (
                <Cell
                  head
                  note={mail.to.organisation && `${mail.to.person ?? ''} ${mail.to.email}`}
                >
                  {mail.to.organisation ?? mail.to.email}
                </Cell>
              )}
              <Cell head={!mail.to} label={mail.to && t('outbox.column.subject')}>
                <Link
                  href={hrefOf(mail.id)}
                  aria-current={mail.id === open?.id ? 'true' : undefined}
                  className="link"
                  lang={htmlLang[mail.language]}
                >
                  <DatedIn locale={mail.language}>{mail.subject}</DatedIn>
                </Link>
              </Cell>
              <Cell label={t('outbox.column.written')}>
                {nearClock(mail.writtenAt, now, locale)}
              </Cell>
              <Cell label={t('outbox.column.state')}>
                <MailState mail={mail} now={now} />
              </Cell>
            </Row>
          ))}
        </Table>
      </div>
    </>
  )
}

function OpenMail({
  mail,
  now,
  closeHref,
}: {
  mail: MailLine & { text: string }
  now: Date
  closeHref: string
}) {
  const [t, locale] = [useTranslations('notices'), useLocale()]
  const { to, language } = mail
  return (
    <Card as="article" labelledBy="mail">
      <CardBody>
        <div className="flex items-start justify-between gap-4">
          <h2 id="mail" lang={htmlLang[language]} className="text-h2">
            <DatedIn locale={language}>{mail.subject}</DatedIn>
          </h2>
          <TextLink href={closeHref}>{t('outbox.close')}</TextLink>
        </div>
        <p className="mt-1 text-small text-ink-2">
          {to && `${[to.organisation, to.person, to.email].filter(Boolean).join(' · ')} · `}
          <Dated>
            {t('outbox.written', { when: nearClock(mail.writtenAt, now, locale) })} ·{' '}
            <MailState mail={mail} now={now} />
          </Dated>
        </p>
      </CardBody>
      <CardBody line>
        <div
          lang={htmlLang[language]}
          className="max-w-[68ch] wrap-anywhere whitespace-pre-wrap text-small"
        >
          <DatedIn locale={language}>{to ? mail.text.trim() : linked(mail.text.trim())}</DatedIn>
        </div>
      </CardBody>
    </Card>
  )
}

const ownAddress = /(https?:\/\/[^\s/]+\/(?:zh|en)\/\S+)/

/** The addresses of one's own mail lead where they lead in it; the server may have another name by now. */
function linked(text: string) {
  return text.split(ownAddress).map((part, place) =>
    place % 2 === 1 ? (
      <a key={place} href={new URL(part).pathname} className="link">
        {part}
      </a>
    ) : (
      part
    ),
  )
}

function MailState({ mail, now }: { mail: MailLine; now: Date }) {
  const [t, locale] = [useTranslations('notices'), useLocale()]
  const { sentAt, refusal } = mail
  if (sentAt) return t('outbox.state.sent', { when: nearClock(sentAt, now, locale) })
  if (refusal) return <Tag tone="seal">{t('outbox.state.failed', { code: refusal })}</Tag>
  return t('outbox.state.waiting')
}

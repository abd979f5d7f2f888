/** A digest as a mail: the lines of the list of notices, with links to where they lead. */
import { createTranslator } from 'next-intl'
import { count } from '@/components/format/figures'
import { noticeWords } from '@/components/notices/notice-words'
import { HOURS } from '@/domain/clock/clock'
import type { ComposeDigest } from '@/domain/mail/mail'
import type { Locale } from '@/messages/routing'
import { addressIn, escaped, htmlLink as link, htmlPage, translator } from './mail-words'

const MOST_LINES = 40

function say(locale: Locale) {
  const own = translator(locale)
  return {
    locale,
    notices: createTranslator({ ...own, namespace: 'notices' }),
    domain: createTranslator({ ...own, namespace: 'domain' }),
    teaser: createTranslator({ ...own, namespace: 'teaser' }),
  }
}

/** A mail cannot be taken back, so it never names a company to a financier, whatever it may read at the moment. */
export const composeDigest: ComposeDigest = ({ actor, language, notifications, digest }) => {
  const words = say(language)
  const { notices: t } = words
  const { audience } = actor
  const at = (path: string) => addressIn(language, path)
  const lines = notifications.slice(0, MOST_LINES).map((one) => {
    const isNamed = audience === 'financier' && one.subject !== 'product'
    const told = isNamed && one.facts ? { ...one, facts: { ...one.facts, name: null } } : one
    const { title, detail, act } = noticeWords(audience, told, words)
    return { title, detail, act, href: act && at(`/${audience}/notices/${one.id}`) }
  })
  const left = notifications.length - lines.length
  const more = left > 0 ? t('mail.more', { count: count(left) }) : null
  const subject = t('mail.subject', {
    number: notifications.length,
    count: count(notifications.length),
  })
  const colon = t('mail.colon')
  const greeting = t('mail.greeting', { name: actor.personName })
  const settings = at('/account/notices')
  const all = at(`/${audience}/notices`)
  const foot = t(`mail.why.${digest}`, { hour: HOURS.digest })
  const text = [
    greeting,
    '',
    ...lines.flatMap(({ title, detail, act, href }) => [
      `- ${title}`,
      ...(detail ? [`  ${detail}`] : []),
      ...(href ? [`  ${act}${colon}${href}`] : []),
      '',
    ]),
    ...(more ? [more, ''] : []),
    `${t('mail.all')}${colon}${all}`,
    foot,
    `${t('mail.settings')}${colon}${settings}`,
    '',
  ].join('\n')
  const rows = lines.map(
    ({ title, detail, act, href }) =>
      `<li style="margin:0 0 16px"><b>${escaped(title)}</b>${
        detail ? `<br><span style="color:#50565a">${escaped(detail)}</span>` : ''
      }${href && act ? `<br>${link(href, act)}` : ''}</li>`,
  )
  const html = htmlPage(
    language,
    subject,
    `<p>${escaped(greeting)}</p><ul style="padding-left:20px">${rows.join('')}</ul>${
      more ? `<p>${escaped(more)}</p>` : ''
    }<p>${link(all, t('mail.all'))}</p><p style="color:#50565a;font-size:13px">${escaped(foot)} ${link(settings, t('mail.settings'))}</p>`,
  )
  return { subject, text, html }
}

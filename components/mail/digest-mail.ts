/** A digest as a mail: the lines of the list of notices, with links to where they lead. */
import { createTranslator } from 'next-intl'
import { count } from '@/components/format/figures'
import { noticeWords } from '@/components/notices/notice-words'
import { HOURS } from '@/domain/clock/clock'
import type { ComposeDigest } from '@/domain/mail/mail'
import * as en from '@/messages/en'
import { pathFor } from '@/messages/navigation'
import { htmlLang, type Locale } from '@/messages/routing'
import * as zh from '@/messages/zh'

const MOST_LINES = 40
const messages = { zh: { ...zh }, en: { ...en } }

function say(locale: Locale) {
  const own = { locale, messages: messages[locale], timeZone: 'Asia/Shanghai' }
  return {
    locale,
    notices: createTranslator({ ...own, namespace: 'notices' }),
    domain: createTranslator({ ...own, namespace: 'domain' }),
    teaser: createTranslator({ ...own, namespace: 'teaser' }),
  }
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** The server's public address; mails are read away from it. */
function baseAddress(): string {
  return process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000'
}

/** A mail cannot be taken back, so it never names a company to a financier, whatever it may read at the moment. */
export const composeDigest: ComposeDigest = ({ actor, language, notifications, digest }) => {
  const words = say(language)
  const { notices: t } = words
  const { audience } = actor
  const at = (path: string) => new URL(pathFor(language, path), baseAddress()).href
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
  const link = (href: string, name: string) =>
    `<a href="${escaped(href)}" style="color:#0d5c56">${escaped(name)}</a>`
  const rows = lines.map(
    ({ title, detail, act, href }) =>
      `<li style="margin:0 0 16px"><b>${escaped(title)}</b>${
        detail ? `<br><span style="color:#50565a">${escaped(detail)}</span>` : ''
      }${href && act ? `<br>${link(href, act)}` : ''}</li>`,
  )
  const html = `<!doctype html><html lang="${htmlLang[language]}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head><body style="margin:0;padding:24px;background:#f6f5f1;color:#1b1f1e;font:15px/1.6 sans-serif"><div style="max-width:600px;margin:0 auto;padding:24px;background:#fff"><p>${escaped(greeting)}</p><ul style="padding-left:20px">${rows.join('')}</ul>${
    more ? `<p>${escaped(more)}</p>` : ''
  }<p>${link(all, t('mail.all'))}</p><p style="color:#50565a;font-size:13px">${escaped(foot)} ${link(settings, t('mail.settings'))}</p></div></body></html>`
  return { subject, text, html }
}

/** A mail with a one-time link, or the one that says why there is none. */
import { createTranslator } from 'next-intl'
import { LINK_HOURS } from '@/domain/clock/clock'
import type { ComposeLink, LinkFacts } from '@/domain/mail/mail'
import { addressIn, escaped, htmlLink, htmlPage, translator } from './mail-words'

const leadsTo: Record<LinkFacts['about'], (token: string) => string> = {
  application: (token) => `/sign-up/link?token=${token}`,
  'account-exists': () => '/sign-in',
  reset: (token) => `/reset/link?token=${token}`,
  'no-account': () => '/sign-up',
}

export const composeLink: ComposeLink = ({ about, language, token, personName }) => {
  const t = createTranslator({ ...translator(language), namespace: 'notices' })
  const href = addressIn(language, leadsTo[about](token))
  const also = about === 'account-exists' ? addressIn(language, '/reset') : null
  const colon = t('mail.colon')
  const subject = t(`mail.link.${about}.subject`)
  const greeting = personName ? t('mail.greeting', { name: personName }) : t('mail.hello')
  const says = t(`mail.link.${about}.says`)
  const act = t(`mail.link.${about}.act`)
  const alsoAct = t('mail.link.resetAct')
  const foot = t(`mail.link.${about}.foot`, LINK_HOURS)
  const text = [
    greeting,
    '',
    says,
    '',
    `${act}${colon}${href}`,
    ...(also ? [`${alsoAct}${colon}${also}`] : []),
    '',
    foot,
    '',
  ].join('\n')
  const links = [htmlLink(href, act), ...(also ? [htmlLink(also, alsoAct)] : [])]
  const html = htmlPage(
    language,
    subject,
    `<p>${escaped(greeting)}</p><p>${escaped(says)}</p><p>${links.join('<br>')}</p><p style="color:#50565a;font-size:13px">${escaped(foot)}</p>`,
  )
  return { subject, text, html }
}

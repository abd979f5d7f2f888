/** The letter that invites a company to sign up, or to register a need. */
import { createTranslator } from 'next-intl'
import type { ComposeInvitation } from '@/domain/mail/mail'
import { addressIn, escaped, htmlLink, htmlPage, translator } from './mail-words'

const leadsTo = { 'sign-up': '/sign-up?kind=company', need: '/company/needs/new' } as const

export const composeInvitation: ComposeInvitation = ({
  about,
  language,
  companyName,
  authorityName,
  personName,
}) => {
  const t = createTranslator({ ...translator(language), namespace: 'notices' })
  const named = { company: companyName, authority: authorityName }
  const href = addressIn(language, leadsTo[about])
  const subject = t(`mail.invitation.${about}.subject`, named)
  const greeting = personName ? t('mail.greeting', { name: personName }) : t('mail.hello')
  const says = t(`mail.invitation.${about}.says`, named)
  const act = t(`mail.invitation.${about}.act`)
  const foot = t('mail.invitation.foot', named)
  const text = [greeting, '', says, '', `${act}${t('mail.colon')}${href}`, '', foot, ''].join('\n')
  const html = htmlPage(
    language,
    subject,
    `<p>${escaped(greeting)}</p><p>${escaped(says)}</p><p>${htmlLink(href, act)}</p><p style="color:#50565a;font-size:13px">${escaped(foot)}</p>`,
  )
  return { subject, text, html }
}

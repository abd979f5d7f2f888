/** How mail leaves: by the server that SMTP_URL names, or not at all. */
import { createTransport } from 'nodemailer'

export interface OutgoingMail {
  /** Makes the message id, so that a mail sent twice is known as one. */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

export interface Mailer {
  /** Null once the server took it, else the code of why not: it may be tried again. */
  send: (mail: OutgoingMail) => Promise<string | null>
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  if ('responseCode' in error) return String(error.responseCode)
  return 'code' in error ? String(error.code) : 'unknown'
}

/** A server that does not answer must not hold a mail for minutes. */
function withTimeouts(url: string): string {
  const address = new URL(url)
  for (const name of ['connectionTimeout', 'greetingTimeout', 'socketTimeout'])
    if (!address.searchParams.has(name)) address.searchParams.set(name, '15000')
  return address.href
}

function begin(url: string, from: string): Mailer {
  const transport = createTransport(withTimeouts(url), {
    from,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = from.replace(/^.*@|>.*$/g, '') || 'localhost'
  return {
    async send({ id, ...mail }) {
      try {
        await transport.sendMail({ ...mail, messageId: `<${id}@${host}>` })
        return null
      } catch (error) {
        return codeOf(error)
      }
    },
  }
}

let kept: { url: string; from: string; mailer: Mailer } | undefined

/** The mailer of this process; null without SMTP_URL. @throws where MAIL_FROM is missing beside it. */
export function mailer(): Mailer | null {
  const { SMTP_URL: url, MAIL_FROM: from } = process.env
  if (!url) return null
  if (!from) throw new Error('MAIL_FROM says whom mails are from: set it beside SMTP_URL')
  if (kept?.url !== url || kept.from !== from) kept = { url, from, mailer: begin(url, from) }
  return kept.mailer
}

/** What every mail needs: its language, the server's public address, and a page that mail programs show alike. */
import * as en from '@/messages/en'
import { pathFor } from '@/messages/navigation'
import { htmlLang, type Locale } from '@/messages/routing'
import * as zh from '@/messages/zh'

const messages = { zh: { ...zh }, en: { ...en } }

export function translator(locale: Locale) {
  return { locale, messages: messages[locale], timeZone: 'Asia/Shanghai' }
}

export const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** An address of this server; mails are read away from it. */
export function addressIn(locale: Locale, path: string): string {
  return new URL(pathFor(locale, path), process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000').href
}

export const htmlLink = (href: string, name: string) =>
  `<a href="${escaped(href)}" style="color:#0d5c56">${escaped(name)}</a>`

export function htmlPage(locale: Locale, title: string, body: string): string {
  return `<!doctype html><html lang="${htmlLang[locale]}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head><body style="margin:0;padding:24px;background:#f6f5f1;color:#1b1f1e;font:15px/1.6 sans-serif"><div style="max-width:600px;margin:0 auto;padding:24px;background:#fff">${body}</div></body></html>`
}

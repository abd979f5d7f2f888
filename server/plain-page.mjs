const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const style =
  'color-scheme:light dark;max-width:40rem;margin:0 auto;padding:4rem 1.5rem;font:15px/1.65 system-ui,sans-serif'

/** A page in both languages for where no other can be: `say` is one kind of messages/zh/trouble.json and of its sister. */
export function plainPage(say) {
  const sections = [
    ['zh-CN', say.zh],
    ['en', say.en],
  ].map(
    ([lang, { title, text }]) =>
      `<section lang="${lang}" style="margin-bottom:3rem"><h1>${escaped(title)}</h1><p>${escaped(text)}</p></section>`,
  )
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(say.zh.title)} · ${escaped(say.en.title)}</title></head><body style="${style}"><main>${sections.join('')}</main></body></html>`
}

/** The same for a program. */
export const plainAnswer = (code, say) =>
  JSON.stringify({ error: code, zh: say.zh.text, en: say.en.text })

/** Headers of an answer that no page of Next gives. */
export const plainHeads = (isPage) => ({
  'content-type': isPage ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
})

'use client'

import en from '@/messages/en/trouble.json'
import zh from '@/messages/zh/trouble.json'

const page = {
  colorScheme: 'light dark',
  maxWidth: '40rem',
  margin: '0 auto',
  padding: '4rem 1.5rem',
  font: '15px/1.65 system-ui, sans-serif',
} as const

/** When even the layout failed, neither the language nor the style sheet is known: both languages, and the platform's look. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference =
    error instanceof Error && 'digest' in error && typeof error.digest === 'string'
      ? error.digest
      : undefined
  return (
    <html lang="zh-CN">
      <body style={page}>
        <title>{`${zh.error.title} · ${en.error.title}`}</title>
        <main>
          {[
            { say: zh.error, lang: 'zh-CN' },
            { say: en.error, lang: 'en' },
          ].map(({ say, lang }) => (
            <section key={lang} lang={lang} style={{ marginBottom: '3rem' }}>
              <h1>{say.title}</h1>
              <p>{say.text}</p>
              {reference && (
                <p>
                  {say.reference} <b>{reference}</b>
                </p>
              )}
              <button
                type="button"
                onClick={retry}
                style={{ font: 'inherit', padding: '8px 16px' }}
              >
                {say.act}
              </button>
            </section>
          ))}
        </main>
      </body>
    </html>
  )
}

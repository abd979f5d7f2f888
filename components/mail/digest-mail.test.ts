import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MemberActor } from '@/domain/actor'
import type { Notice } from '@/domain/notice/notice'
import { composeDigest } from './digest-mail'

const NOW = new Date('2024-05-15T02:00:00Z')
const before = process.env.NEXTAUTH_URL
beforeEach(() => {
  process.env.NEXTAUTH_URL = 'https://kerong.example'
})
afterEach(() => {
  process.env.NEXTAUTH_URL = before
})

const membership = {
  memberId: '01900000-0000-7000-8000-000000000001',
  organisationId: '01900000-0000-7000-8000-000000000002',
  organisationName: '渭水银行',
  personName: '王 <磊> & "Co"',
  role: 'owner' as const,
  organisationState: 'admitted' as const,
}
const financier: MemberActor = { ...membership, audience: 'financier', financierKind: 'bank' }
const company: MemberActor = { ...membership, audience: 'company' }

const line = (more: Partial<Notice>): Notice => ({
  id: '01900000-0000-7000-8000-0000000000aa',
  kind: 'approval-asked',
  subject: 'introduction',
  subjectId: '01900000-0000-7000-8000-0000000000bb',
  many: 1,
  at: NOW,
  readAt: null,
  view: null,
  facts: {
    name: '曜芯<script>',
    code: 'XQ-2024-518306',
    amountFen: 600_000_000,
    class: 'credit-loan',
    on: null,
    teaser: null,
    state: 'open',
    awaits: false,
  },
  asks: true,
  ...more,
})

const compose = (actor: MemberActor, notifications: Notice[], language: 'zh' | 'en') =>
  composeDigest({ actor, language, digest: 'daily', notifications, now: NOW })

test('a mail to a financier names no company, whatever it may read now', () => {
  for (const language of ['zh', 'en'] as const) {
    const { subject, text, html } = compose(financier, [line({})], language)
    for (const part of [subject, text, html]) expect(part).not.toContain('曜芯')
    expect(text).toContain('XQ-2024-518306')
    expect(text).toContain(
      `https://kerong.example/${language}/financier/notices/01900000-0000-7000-8000-0000000000aa`,
    )
  }
})

test('what people wrote is text in the mail, never markup; nothing is fetched from outside', () => {
  const { text, html } = compose(company, [line({ kind: 'offer-made' })], 'zh')
  expect(text).toContain('曜芯<script>提出了融资方案')
  expect(html).not.toContain('<script>')
  expect(html).not.toMatch(/<img|<link|url\(/)
  expect(html).toContain('&#60;script&#62;')
})

test('a digest of very many names the first and counts the rest', () => {
  const many = Array.from({ length: 100 }, () => line({ kind: 'offer-made' }))
  const { subject, text } = compose(company, many, 'en')
  expect(subject).toBe('Kerong: 100 new notices')
  expect(text).toContain('60 more are waiting')
  expect(text.match(/made an offer/g)).toHaveLength(40)
})

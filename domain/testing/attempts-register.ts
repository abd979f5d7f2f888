import type { Database } from '@/db/client'
import { registerEntry, request, whiteListEntry } from '@/db/schema'
import { freshCode } from '../fresh-code'
import { newId } from '../id'
import { inviteCompany } from '../moves/invite-company'
import type { OrganisationState } from '../organisation/organisation'
import { discardEntry } from '../register/discard-entry'
import { publishEntry } from '../register/publish-entry'
import type { Article, EntryState } from '../register/register'
import { saveEntry } from '../register/save-entry'
import { withdrawEntry } from '../register/withdraw-entry'
import { declineRequest } from '../request/decline-request'
import { grantRequest } from '../request/grant-request'
import { makeRequest } from '../request/make-request'
import { remindRequest } from '../request/remind-request'
import type { RequestState } from '../request/request'
import { answeredId, asCompany, asOfficial, type Attempt, type Stage } from './attempt'
import { LONG_AGO, makeMember, makeOrganisation, NOW, type Cast } from './cast'

/** Puts a company on the white list, with the viewer of the authority as its contact. */
export async function listCompany(db: Database, cast: Cast, organisationId: string) {
  await db.insert(whiteListEntry).values({
    ...{ id: newId(), batchOn: '2024-03-15', organisationId, chain: 'photonics' },
    contactMemberId: cast.of.authority.viewer.id,
  })
}

export const asked = {
  kind: 'pilot-line' as const,
  title: 'Days on a test bench',
  words: 'Forty days on a fuel-cell test bench before August.',
}

export async function makeRequestRow(
  db: Database,
  cast: Cast,
  state: RequestState,
  more: Partial<typeof request.$inferInsert> = {},
) {
  const id = newId()
  await db.insert(request).values({
    ...{
      id,
      ...asked,
      code: await freshCode(db, 'request', NOW),
      organisationId: cast.company.id,
      state,
    },
    ...{ contactMemberId: cast.of.authority.viewer.id, askedByMemberId: cast.of.company.owner.id },
    ...{ askedAt: LONG_AGO, dueAt: LONG_AGO },
    ...(state === 'asked' ? {} : { answer: 'Given in July', answeredAt: NOW }),
    ...more,
  })
  return { id }
}

const aRequest = ({ db, cast }: Stage, state: string) =>
  makeRequestRow(db, cast, state as RequestState)

/** Letters to companies: of the organisation, but no move of its state. */
export const letterAttempts: Record<string, Attempt> = {
  'invite-company': {
    build: async (stage, state) => {
      const made = await makeOrganisation(stage.db, 'company', {
        state: state as OrganisationState,
      })
      await makeMember(stage.db, made.id, 'owner')
      return { id: made.id }
    },
    run: (context, { id }) =>
      inviteCompany(asOfficial(context), id, 'someone@company.example', {
        language: 'zh',
        compose: () => ({ subject: 'subject', text: 'text', html: 'html' }),
      }),
  },
}

export const requestAttempts: Record<string, Attempt> = {
  'make-request': {
    build: async ({ db, cast }) => {
      for (const { id } of [cast.company, cast.otherCompany]) await listCompany(db, cast, id)
      return { id: newId() }
    },
    run: (context) => makeRequest(asCompany(context), asked),
    tried: ['none'],
    ownsAlways: true,
    names: [],
    result: answeredId,
  },
  'grant-request': {
    build: aRequest,
    run: (context, { id }) => grantRequest(asOfficial(context), id, 'Line time in June'),
  },
  'decline-request': {
    build: aRequest,
    run: (context, { id }) => declineRequest(asOfficial(context), id, 'The bench is full'),
  },
  'remind-request': {
    build: aRequest,
    run: (context, { id }) => remindRequest(context, id),
  },
}

export const article: Article = {
  ...{ register: 'news', titleZh: '示范新闻一则', titleEn: 'A piece of news' },
  ...{ textZh: '一段不短的示范文字，说明发生了什么。', textEn: 'A text that says what happened.' },
  ...{ publisherZh: '市科技金融工作专班', publisherEn: 'City desk', on: '2024-05-10' },
  address: 'https://news.example/1',
}

export async function makeEntry(
  db: Database,
  cast: Cast,
  state: EntryState,
  more: Partial<typeof registerEntry.$inferInsert> = {},
) {
  const id = newId()
  const by = cast.of.authority.editor.id
  const published = { publishedAt: NOW, publishedByMemberId: cast.of.authority.viewer.id }
  await db.insert(registerEntry).values({
    ...{ id, register: 'news', state, on: article.on, body: article, savedAt: NOW },
    savedByMemberId: by,
    ...(state === 'draft' ? {} : published),
    ...(state === 'withdrawn'
      ? { withdrawnAt: NOW, withdrawnByMemberId: by, reason: 'It was wrong' }
      : {}),
    ...more,
  })
  return { id }
}

const anEntry = ({ db, cast }: Stage, state: string) => makeEntry(db, cast, state as EntryState)

export const entryAttempts: Record<string, Attempt> = {
  'save-entry': {
    build: async (stage, state) => (state === 'none' ? { id: '' } : anEntry(stage, state)),
    run: (context, { id }) =>
      saveEntry(asOfficial(context), id || null, { register: 'news', body: article }),
    result: answeredId,
  },
  'publish-entry': {
    build: anEntry,
    run: (context, { id }) => publishEntry(asOfficial(context), id, 1),
  },
  'withdraw-entry': {
    build: anEntry,
    run: (context, { id }) => withdrawEntry(asOfficial(context), id, 'It was wrong'),
  },
  'discard-entry': {
    build: anEntry,
    run: (context, { id }) => discardEntry(asOfficial(context), id),
  },
}

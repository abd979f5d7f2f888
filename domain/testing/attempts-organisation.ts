import { eq } from 'drizzle-orm'
import { member, product } from '@/db/schema'
import { newId } from '../id'
import { passMatch } from '../match/pass-match'
import { acceptMembership } from '../member/accept-membership'
import { changeRole } from '../member/change-role'
import { grantOfficial } from '../member/grant-official'
import { inviteMember } from '../member/invite-member'
import { hashToken } from '../member/one-time-link'
import { removeMember } from '../member/remove-member'
import { resetPassword } from '../member/reset-password'
import { admitOrganisation } from '../moves/admit-organisation'
import { askForReset } from '../moves/ask-for-reset'
import { inviteOfficial } from '../moves/invite-official'
import { registerOrganisation } from '../moves/register-organisation'
import { saveProfile } from '../moves/save-profile'
import { undoAdmission } from '../moves/undo-admission'
import type { OrganisationState } from '../organisation/organisation'
import { refuseOrganisation } from '../organisation/refuse-organisation'
import { restoreOrganisation } from '../organisation/restore-organisation'
import { suspendOrganisation } from '../organisation/suspend-organisation'
import { pauseProduct } from '../product/pause-product'
import { pauseStaleProduct } from '../product/pause-stale-product'
import type { ProductState } from '../product/product'
import { publishProduct } from '../product/publish-product'
import { reconfirmProduct } from '../product/reconfirm-product'
import { retireProduct } from '../product/retire-product'
import { saveProduct } from '../product/save-product'
import {
  answeredId,
  as,
  asCompany,
  asFinancier,
  asOfficial,
  type Attempt,
  type Stage,
} from './attempt'
import { makeCast, makeMember, makeOrganisation, nextUscc, NOW } from './cast'
import { askedToken, PASSWORD, plainMail, typed } from './register'
import { makeMatch, makeNeed, makeProduct, productTerms } from './rows'
import { value } from './value'

const password = PASSWORD
const anybody = (db: Stage['db']) => ({ actor: { audience: 'public' as const }, now: NOW, db })

async function anOrganisation({ db }: Stage, state: string) {
  if (state === 'none') return { id: newId(), uscc: nextUscc() }
  const made = await makeOrganisation(db, 'company', { state: state as OrganisationState })
  return { id: made.id, uscc: made.uscc }
}

/** The link of somebody who applies with the code of an organisation in a state. */
async function anAsking(stage: Stage, state: string) {
  const { id, uscc } = await anOrganisation(stage, state)
  const input = typed({ uscc, email: `${uscc.toLowerCase()}@test.example` })
  return { id, token: await askedToken(anybody(stage.db), input) }
}

/** A cast of its own whose organisations are in the state. */
async function selves({ db }: Stage, state: string) {
  const cast = await makeCast(db, { state: state as OrganisationState })
  return { id: cast.company.id, cast }
}

async function aColleague({ db, cast }: Stage, state: string) {
  const token = newId()
  const made = await makeMember(db, cast.company.id, 'viewer', {
    state: state as 'invited' | 'active' | 'removed',
    ...(state === 'invited'
      ? {
          passwordHash: null,
          invitationHash: hashToken(token),
          invitedUntil: new Date(NOW.getTime() + 86_400_000),
        }
      : {}),
    ...(state === 'removed' ? { removedAt: NOW } : {}),
  })
  return { id: made.id, token }
}

async function aProduct({ db, cast }: Stage, state: string) {
  if (state === 'none') return { id: newId() }
  return { id: (await makeProduct(db, cast.financier.id, state as ProductState)).id }
}

const move = (run: Attempt['run']): Attempt => ({ build: anOrganisation, run })
const productMove = (verb: typeof publishProduct): Attempt => ({
  build: aProduct,
  run: (context, { id }) => verb(asFinancier(context), id),
})

export const organisationAttempts: Record<string, Attempt> = {
  'register-organisation': {
    build: anAsking,
    names: ['token'],
    otherwise: [
      {
        refusal: 'link-invalid',
        in: ['missing'],
        why: 'a link that no longer opens anything is the same as one that never did',
      },
    ],
    run: (context, { token = '' }) => registerOrganisation(context, { token, password }),
    result: (value) => (value as { organisationId: string }).organisationId,
  },
  'save-profile': {
    build: selves,
    isSelf: true,
    names: [],
    tried: ['applied', 'admitted', 'refused', 'suspended'],
    run: (context) =>
      saveProfile(asCompany(context), {
        section: 'contact',
        values: { contactName: 'New name', contactPhone: '02988880001' },
      }),
  },
  'admit-organisation': move((context, { id }) =>
    admitOrganisation(asOfficial(context), id, { evidence: 'Licence seen' }),
  ),
  'undo-admission': move((context, { id }) => undoAdmission(asOfficial(context), id, 'why')),
  'refuse-organisation': move((context, { id }) =>
    refuseOrganisation(asOfficial(context), id, 'why'),
  ),
  'suspend-organisation': move((context, { id }) =>
    suspendOrganisation(asOfficial(context), id, 'why'),
  ),
  'restore-organisation': move((context, { id }) => restoreOrganisation(asOfficial(context), id)),
}

/** An official of an authority of its own, in a state of a member. */
async function anOfficial({ db }: Stage, state: string) {
  const authority = await makeOrganisation(db, 'authority', { district: null, zone: null })
  const made = await makeMember(db, authority.id, 'editor', {
    state: state as 'invited' | 'active' | 'removed',
  })
  return { id: made.id }
}

const noColleague = {
  refusal: 'not-found',
  in: ['removed'],
  why: 'who was removed is no colleague any more',
}

export const memberAttempts: Record<string, Attempt> = {
  'invite-member': {
    build: () => Promise.resolve({ id: newId() }),
    ownsAlways: true,
    names: [],
    tried: ['none'],
    run: (context, { id }) =>
      inviteMember(
        as(context),
        { email: `${id}@test.example`, personName: 'Colleague', role: 'editor' },
        'the secret of this server, long enough',
      ),
    result: (value) => (value as { memberId: string }).memberId,
  },
  'invite-official': {
    build: ({ cast }) => Promise.resolve({ id: newId(), organisationId: cast.authority.id }),
    ownsAlways: true,
    names: ['organisationId'],
    tried: ['none'],
    run: (context, { id, organisationId = '' }) =>
      inviteOfficial(
        asOfficial(context),
        {
          authorityId: organisationId,
          name: null,
          uscc: null,
          email: `${id}@test.example`,
          personName: 'Official',
          role: 'editor',
          duties: [],
          wholeCity: false,
          districts: ['beilin'],
          zones: [],
        },
        'the secret of this server, long enough',
      ),
    result: (value) => (value as { memberId: string }).memberId,
  },
  'grant-official': {
    build: anOfficial,
    otherwise: [{ refusal: 'not-found', in: ['removed'], why: 'who was removed is nobody’s' }],
    run: (context, { id: memberId }) =>
      grantOfficial(asOfficial(context), {
        memberId,
        duties: [],
        wholeCity: true,
        districts: [],
        zones: [],
      }),
  },
  'accept-membership': {
    build: aColleague,
    names: ['token'],
    otherwise: [
      {
        refusal: 'invitation-invalid',
        in: ['active', 'removed', 'missing'],
        why: 'an address that no longer opens anything is the same as one that never did',
      },
    ],
    run: (context, { token = '' }) => acceptMembership(context, { token, password }),
  },
  'ask-for-reset': {
    build: aColleague,
    names: [],
    // Of whomever else the address is, the answer is the same, and nobody's link opens anything.
    tried: ['active'],
    run: async (context, { id }) => {
      const [asking] = await context.db.select().from(member).where(eq(member.id, id))
      return askForReset(context, asking?.email ?? '', plainMail)
    },
  },
  'reset-password': {
    build: async (stage, state) => {
      const made = await aColleague(stage, state)
      const [asking] = await stage.db.select().from(member).where(eq(member.id, made.id))
      const done = await askForReset(anybody(stage.db), asking?.email ?? '', plainMail)
      return { id: made.id, token: value(done).token }
    },
    names: ['token'],
    otherwise: [
      {
        refusal: 'link-invalid',
        in: ['invited', 'removed', 'missing'],
        why: 'whoever cannot sign in has no password to reset, and is not told so',
      },
    ],
    run: (context, { token = '' }) => resetPassword(context, { token, password }),
  },
  'change-role': {
    build: aColleague,
    otherwise: [noColleague],
    run: (context, { id }) => changeRole(as(context), id, 'editor'),
  },
  'remove-member': {
    build: aColleague,
    otherwise: [noColleague],
    run: (context, { id }) => removeMember(as(context), id),
  },
}

const saved = { ...productTerms, name: 'Renamed' }

export const productAttempts: Record<string, Attempt> = {
  'save-product': {
    build: aProduct,
    run: (context, { id }) => saveProduct(asFinancier(context), saved, { id, version: 1 }),
    tried: ['draft', 'live', 'paused', 'retired'],
  },
  'save-product anew': {
    build: aProduct,
    run: (context) => saveProduct(asFinancier(context), saved),
    tried: ['none'],
    ownsAlways: true,
    names: [],
    result: answeredId,
  },
  'publish-product': productMove(publishProduct),
  'reconfirm-product': productMove(reconfirmProduct),
  'pause-product': productMove(pauseProduct),
  'pause-stale-product': {
    build: async (stage, state) => {
      const made = await aProduct(stage, state)
      await stage.db
        .update(product)
        .set({ reconfirmedAt: new Date('2024-01-10T02:00:00Z') })
        .where(eq(product.id, made.id))
      return made
    },
    run: (context, { id }) => pauseStaleProduct(context, id),
  },
  'retire-product': productMove(retireProduct),
}

export const matchAttempts: Record<string, Attempt> = {
  'pass-match': {
    build: async ({ db, cast }, state) => {
      const need = await makeNeed(db, cast.company.id, 'published')
      const product = await makeProduct(db, cast.financier.id, 'live')
      const made = await makeMatch(
        db,
        { needId: need.id, productId: product.id, financierId: cast.financier.id },
        state === 'passed' ? { passedAt: NOW, passCode: 'tenor' } : {},
      )
      return { id: made.id }
    },
    run: (context, { id }) => passMatch(asFinancier(context), id, { undo: false, code: 'revenue' }),
  },
}

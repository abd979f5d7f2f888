import { eq } from 'drizzle-orm'
import { product } from '@/db/schema'
import { newId } from '../id'
import { passMatch } from '../match/pass-match'
import { acceptMembership } from '../member/accept-membership'
import { changeRole } from '../member/change-role'
import { hashToken, inviteMember } from '../member/invite-member'
import { removeMember } from '../member/remove-member'
import { registerOrganisation } from '../moves/register-organisation'
import { saveProfile } from '../moves/save-profile'
import { admitOrganisation } from '../organisation/admit-organisation'
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
import { makeMatch, makeNeed, makeProduct, productTerms } from './rows'

const password = 'long enough for this'

async function anOrganisation({ db }: Stage, state: string) {
  if (state === 'none') return { id: newId(), uscc: nextUscc() }
  const made = await makeOrganisation(db, 'company', { state: state as OrganisationState })
  return { id: made.id, uscc: made.uscc }
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
    build: anOrganisation,
    names: [],
    otherwise: [
      {
        refusal: 'already-registered',
        in: ['applied', 'admitted', 'refused', 'suspended'],
        why: 'who registers has no account yet: it must be told that a colleague can invite it',
      },
    ],
    run: (context, { uscc = '' }) =>
      registerOrganisation(context, {
        kind: 'company',
        uscc,
        name: 'New company',
        personName: 'Owner',
        email: `${uscc.toLowerCase()}@test.example`,
        password,
        phone: '02988880000',
      }),
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
  'admit-organisation': move((context, { id }) => admitOrganisation(asOfficial(context), id)),
  'refuse-organisation': move((context, { id }) =>
    refuseOrganisation(asOfficial(context), id, 'why'),
  ),
  'suspend-organisation': move((context, { id }) =>
    suspendOrganisation(asOfficial(context), id, 'why'),
  ),
  'restore-organisation': move((context, { id }) => restoreOrganisation(asOfficial(context), id)),
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

import { dayOf } from '@/domain/calendar/calendar'
import { CONSENT_TEXT_VERSION } from '@/domain/consent/consent'
import { dueOf, type IntroductionState } from '@/domain/introduction/introduction'
import { allInBp, type OfferState, type OfferTerms } from '@/domain/offer/offer'
import { isFinancing } from '@/domain/product/classes'
import type { IntroductionPlan, NeedPlan } from './plans'
import type { Random } from './random'
import type { Rows } from './rows'
import { addService } from './services'
import type { Member, World } from './world'

type NeedRow = Rows['need'][number]
type IntroductionRow = Rows['introduction'][number]

const before = (moment: Date | undefined, stop: Date): Date | null =>
  moment && moment < stop ? moment : null

/** Writes as much of a plan as has happened by now: the introduction and everything that hangs on it. */
export function writeIntroduction(
  world: World,
  random: Random,
  life: NeedPlan,
  need: NeedRow,
  plan: IntroductionPlan,
): IntroductionRow {
  const { company } = life
  const { product, financier, manager } = plan
  const end = plan.end && plan.end.at < world.now ? plan.end : null
  const stop = end?.at ?? world.now
  const owner = company.members[0] ?? null
  const companyId = company.row.id
  const tell = (
    at: Date,
    type: Parameters<World['event']>[1],
    by: Member | null,
    facts: Record<string, string | number> = {},
    subjectId = row.id,
  ) => world.event(at, type, subjectId, by, { companyId, facts })

  const answeredAt = before(plan.origin === 'claimed' ? plan.startedAt : plan.answeredAt, stop)
  const openedAt = before(plan.openedAt, stop)
  const contacts = plan.contacts.filter(({ at }) => at < stop)
  const contactedAt = contacts[0]?.at ?? null
  const fileCompleteAt = before(plan.fileCompleteAt, stop)
  const approvedAt = before(plan.approved?.at, stop)
  const acceptedAt = before(plan.acceptedAt, stop)
  const drawings = plan.drawings.filter(({ at }) => at < stop)
  const drawnAt = drawings[0]?.at ?? null
  const requestedAt = plan.origin === 'invited' ? null : answeredAt
  const begun: IntroductionState =
    plan.origin === 'claimed' ? 'requested' : plan.origin === 'invited' ? 'invited' : 'assigned'
  const reached: [IntroductionState, Date | null][] = [
    [begun, plan.startedAt],
    ['requested', requestedAt],
    ['open', openedAt],
    ['in-contact', contactedAt],
    ['file-complete', fileCompleteAt],
    ['approved', acceptedAt ?? approvedAt],
    ['drawn', drawnAt],
    ['ended', end?.at ?? null],
  ]
  const [state, stateAt] = reached.findLast(([, at]) => at !== null) ?? [begun, plan.startedAt]
  const facts = world.factsOn(company, dayOf(plan.startedAt))
  const whiteListed = (need.facts ?? facts).whiteListed.length > 0
  const row: IntroductionRow = {
    id: random.id(plan.startedAt),
    code: world.code('DJ', plan.startedAt),
    needId: need.id,
    companyId,
    financierId: financier.row.id,
    productId: product.id,
    origin: plan.origin,
    state,
    stateAt: stateAt ?? plan.startedAt,
    dueAt: dueOf(state, stateAt ?? plan.startedAt, {
      whiteListed,
      decisionDays: product.decisionDays,
    }),
    whiteListed,
    // Judged at the end, when the whole record is there.
    fit: 0,
    rows: [],
    assignedMemberId: answeredAt ? manager.id : null,
    askedGroups: requestedAt ? plan.asked.groups : [],
    askedPurpose: requestedAt ? plan.asked.purpose : null,
    askedUntil: requestedAt ? plan.asked.until : null,
    createdAt: plan.startedAt,
    answeredAt,
    requestedAt,
    openedAt,
    contactedAt,
    fileCompleteAt,
    approvedAt,
    drawnAt,
    endedAt: end?.at ?? null,
    ending: end?.ending ?? null,
    declineCode: end?.ending === 'declined-by-financier' ? end.code : null,
    endingWords:
      end && (end.ending === 'declined-by-financier' || end.ending === 'ended-by-company')
        ? end.words
        : null,
  }
  world.rows.introduction.push(row)
  if (plan.origin === 'claimed') tell(plan.startedAt, 'introduction.claimed', manager)
  if (plan.origin === 'invited') tell(plan.startedAt, 'introduction.invited', owner)
  if (plan.origin === 'assigned')
    tell(plan.startedAt, 'introduction.assigned', world.official('verifier'))
  if (answeredAt && plan.origin !== 'claimed') tell(answeredAt, 'introduction.answered', manager)

  const consentedAt = plan.origin === 'invited' ? plan.startedAt : openedAt
  if (consentedAt && owner) {
    for (const fieldGroup of plan.asked.groups)
      world.rows.consent.push({
        id: random.id(consentedAt),
        introductionId: row.id,
        companyId,
        financierId: financier.row.id,
        fieldGroup,
        purpose: plan.origin === 'invited' ? 'first-contact' : plan.asked.purpose,
        until: plan.asked.until,
        givenAt: consentedAt,
        givenByMemberId: owner.id,
        textVersion: CONSENT_TEXT_VERSION,
        endedAt: end?.at ?? null,
      })
    if (plan.origin !== 'invited')
      tell(consentedAt, 'introduction.consented', owner, {
        groups: plan.asked.groups.join(' '),
        until: plan.asked.until,
      })
  }
  for (const { at, groups } of plan.looks) {
    if (openedAt === null || at < openedAt || at >= stop || dayOf(at) > plan.asked.until) continue
    world.rows.disclosure.push({
      id: random.id(at),
      introductionId: row.id,
      companyId,
      financierId: financier.row.id,
      memberId: manager.id,
      groups,
      at,
    })
  }
  for (const [index, { at, kind, note }] of contacts.entries()) {
    world.rows.contact.push({
      id: random.id(at),
      introductionId: row.id,
      kind,
      contactedOn: dayOf(at),
      note,
      memberId: manager.id,
      recordedAt: at,
    })
    tell(at, 'introduction.contacted', manager, { kind, on: dayOf(at) })
    if (index === 0)
      addService(world, random, {
        company,
        financier,
        rung: 4,
        class: product.class,
        contractNo: null,
        contractKey: row.code,
        happenedOn: dayOf(at),
        amountFen: 0,
        source: 'platform',
        introductionId: row.id,
        recordedAt: at,
        recordedBy: manager,
      })
  }
  if (fileCompleteAt) tell(fileCompleteAt, 'introduction.file-completed', manager)
  writeOffers()
  if (end) {
    const endings = {
      'declined-by-financier': ['introduction.declined', manager],
      'ended-by-company': ['introduction.ended', owner],
      'refused-by-company': ['introduction.request-refused', owner],
      'need-ended': ['introduction.ended', owner],
    } as const
    const [type, by] = endings[end.ending]
    tell(end.at, type, by, end.ending === 'declined-by-financier' ? { code: end.code } : {})
  }
  return row

  function writeOffers() {
    let indicativeId: string | null = null
    const indicative = plan.indicative
    if (indicative && indicative.at < stop) {
      const askedAt = before(indicative.askedAt, stop)
      const gone = approvedAt ?? end?.at ?? null
      const open: OfferState = askedAt ? 'asked' : 'indicative'
      const made = writeOffer(indicative.at, indicative.terms, {
        state: approvedAt ? 'replaced' : end ? 'lapsed' : open,
        askedAt,
        endedAt: gone,
      })
      indicativeId = made.id
      tell(indicative.at, 'offer.made', manager, { introductionId: row.id }, made.id)
      if (askedAt) tell(askedAt, 'offer.approval-asked', owner, { introductionId: row.id }, made.id)
    }
    if (!plan.approved || !approvedAt) return
    const state: OfferState = acceptedAt ? 'accepted' : end ? 'lapsed' : 'approved'
    const final = writeOffer(approvedAt, plan.approved.terms, {
      state,
      approvedAt,
      acceptedAt,
      replacesId: indicativeId,
      endedAt: acceptedAt ? null : (end?.at ?? null),
    })
    tell(approvedAt, 'offer.approved', manager, { introductionId: row.id }, final.id)
    if (!acceptedAt) return
    tell(acceptedAt, 'offer.accepted', owner, { introductionId: row.id }, final.id)
    if (isFinancing(product.class)) need.openFen -= final.amountFen
    const service = {
      company,
      financier,
      class: product.class,
      rateBp: final.rateBp,
      tenorMonths: final.tenorMonths,
      source: 'platform' as const,
      introductionId: row.id,
      offerId: final.id,
    }
    addService(world, random, {
      ...service,
      rung: 5,
      contractNo: null,
      contractKey: row.code,
      happenedOn: dayOf(approvedAt),
      amountFen: final.amountFen,
      recordedAt: acceptedAt,
      recordedBy: owner,
    })
    for (const { at, on, amountFen, contractNo, fate } of drawings) {
      addService(
        world,
        random,
        {
          ...service,
          rung: 6,
          contractNo,
          contractKey: contractNo,
          happenedOn: on,
          amountFen,
          recordedAt: at,
          recordedBy: manager,
        },
        fate,
      )
      tell(at, 'service.drawn', manager, { amountFen, on })
    }
  }

  function writeOffer(
    at: Date,
    offered: OfferTerms,
    fate: {
      state: OfferState
      askedAt?: Date | null
      approvedAt?: Date | null
      acceptedAt?: Date | null
      endedAt?: Date | null
      replacesId?: string | null
    },
  ) {
    const made: Rows['offer'][number] = {
      id: random.id(at),
      code: world.code('FA', at),
      introductionId: row.id,
      needId: need.id,
      needVersion: need.version ?? 1,
      askedAt: null,
      approvedAt: null,
      acceptedAt: null,
      endedAt: null,
      replacesId: null,
      ...offered,
      ...fate,
      allInBp: allInBp(offered, dayOf(at)),
      createdAt: at,
    }
    world.rows.offer.push(made)
    return made
  }
}

import { dayOf } from '@/domain/calendar/calendar'
import { CONSENT_TEXT_VERSION } from '@/domain/consent/consent'
import type { Origin } from '@/domain/introduction/introduction'
import type { Judgement } from '@/domain/match/match'
import type { NeedTerms } from '@/domain/need/need'
import { allInBp } from '@/domain/offer/offer'
import type { Candidate } from './live-talks'
import type { Random } from './random'
import type { Rows } from './rows'
import type { Services } from './services'
import { askedFor } from './talk'
import { drawContact, drawDecline, drawOffer } from './talk-terms'
import { addWorkingHours, later } from './working-time'
import { asCompany, asFinancier, type Company, type Member, type World } from './world'

export interface PastNeed {
  row: Rows['need'][number]
  company: Company
  terms: NeedTerms
  publishedAt: Date
}

/** An introduction on a need that has ended: it was declined, or the money was paid. Answers when it was over. */
export function addPastTalk(
  world: World,
  services: Services,
  random: Random,
  { row: need, company, terms }: PastNeed,
  { product, financier }: Candidate,
  judgement: Judgement,
  startedAt: Date,
  isWon: boolean,
): Date {
  const [owner] = company.members
  const manager = random.pick(financier.members.filter(({ role }) => role !== 'viewer'))
  if (!owner) throw new Error(`${company.row.name} has nobody`)
  const origin = random.from<Origin>({ claimed: 58, invited: 24, assigned: 18 })
  const asked = askedFor(dayOf(startedAt), random.int(40, 120), ['accounts', 'certificates'])
  let at = startedAt
  const next = (least: number, most: number) => (at = later(random, at, least, most))
  const answeredAt = origin === 'claimed' ? at : next(0.4, 9)
  const requestedAt = origin === 'invited' ? null : at
  need.firstAnswerAt ??= answeredAt
  const openedAt = origin === 'invited' ? at : next(0.5, 16)
  const seenAt = next(0.1, 6)
  const contactedAt = next(1, 16)
  const offer = isWon ? drawOffer(random, terms, product, need.openFen ?? 0, at) : null
  const fileCompleteAt = offer && next(8, 55)
  if (offer) at = addWorkingHours(at, random.between(0.35, 0.9) * (product.decisionDays ?? 20) * 6)
  const approvedAt = offer && at
  const acceptedAt = offer && next(3, 50)
  const drawnAt = offer && next(8, 120)
  const endedAt = offer ? null : next(4, 40)
  const decline = offer ? null : drawDecline(random)
  const id = random.id(startedAt)
  const code = world.code('introduction', startedAt)
  const parties = { introductionId: id, companyId: company.row.id, financierId: financier.row.id }
  world.rows.introduction.push({
    id,
    code,
    needId: need.id,
    companyId: company.row.id,
    financierId: financier.row.id,
    productId: product.id,
    origin,
    state: offer ? 'drawn' : 'ended',
    stateAt: at,
    dueAt: null,
    whiteListed: (need.facts?.whiteListed.length ?? 0) > 0,
    fit: judgement.fit,
    rows: judgement.rows,
    assignedMemberId: manager.id,
    askedGroups: requestedAt ? asked.groups : [],
    askedPurpose: requestedAt && asked.purpose,
    askedUntil: requestedAt && asked.until,
    createdAt: startedAt,
    answeredAt,
    requestedAt,
    openedAt,
    contactedAt,
    fileCompleteAt,
    approvedAt,
    drawnAt,
    endedAt,
    ending: offer ? null : 'declined-by-financier',
    declineCode: decline?.code ?? null,
    endingWords: decline?.words ?? null,
  })
  const tell = (
    when: Date | null,
    type: Parameters<World['event']>[1],
    by: Member | null,
    facts: Record<string, string | number> = {},
    subjectId = id,
  ) => {
    if (when) world.event(when, type, subjectId, by, { companyId: company.row.id, facts })
  }
  const starter = { claimed: manager, invited: owner, assigned: world.official('verifier') }
  tell(startedAt, `introduction.${origin}`, starter[origin])
  if (origin !== 'claimed') tell(answeredAt, 'introduction.answered', manager)

  const givenAt = origin === 'invited' ? startedAt : openedAt
  const { groups, until } = asked
  for (const fieldGroup of groups)
    world.rows.consent.push({
      id: random.id(givenAt),
      ...parties,
      fieldGroup,
      purpose: origin === 'invited' ? 'first-contact' : asked.purpose,
      until,
      givenAt,
      givenByMemberId: owner.id,
      textVersion: CONSENT_TEXT_VERSION,
      endedAt,
    })
  if (requestedAt)
    tell(givenAt, 'introduction.consented', owner, { groups: groups.join(' '), until })
  world.rows.disclosure.push({
    id: random.id(seenAt),
    ...parties,
    memberId: manager.id,
    groups,
    at: seenAt,
  })

  const contact = drawContact(random)
  const contactedOn = dayOf(contactedAt)
  world.rows.contact.push({
    id: random.id(contactedAt),
    introductionId: id,
    ...contact,
    contactedOn,
    memberId: manager.id,
    recordedAt: contactedAt,
  })
  tell(contactedAt, 'introduction.contacted', manager, { kind: contact.kind, on: contactedOn })
  const sides = { company, financier }
  const byFinancier = asFinancier(financier, manager)
  const service = { class: product.class, contractNo: null, contractKey: code, introductionId: id }
  const platform = { ...service, source: 'platform' as const }
  services.add(random, { ...platform, rung: 4, happenedOn: contactedOn, amountFen: 0 }, sides, {
    actor: byFinancier,
    now: contactedAt,
  })
  tell(fileCompleteAt, 'introduction.file-completed', manager)
  tell(endedAt, 'introduction.declined', manager, { code: decline?.code ?? '' })
  if (!offer || !approvedAt || !acceptedAt || !drawnAt) return at

  const offerId = random.id(approvedAt)
  world.rows.offer.push({
    id: offerId,
    code: world.code('offer', approvedAt),
    introductionId: id,
    needId: need.id,
    needVersion: 1,
    state: 'accepted',
    ...offer,
    allInBp: allInBp(offer, dayOf(approvedAt)),
    replacesId: null,
    createdAt: approvedAt,
    askedAt: null,
    approvedAt,
    acceptedAt,
    endedAt: null,
  })
  tell(approvedAt, 'offer.approved', manager, { introductionId: id }, offerId)
  tell(acceptedAt, 'offer.accepted', owner, { introductionId: id }, offerId)
  need.openFen = (need.openFen ?? 0) - offer.amountFen
  const { amountFen, rateBp, tenorMonths } = offer
  const granted = { ...platform, offerId, amountFen, rateBp, tenorMonths }
  services.add(random, { ...granted, rung: 5, happenedOn: dayOf(approvedAt) }, sides, {
    actor: asCompany(company),
    now: acceptedAt,
  })
  const contractNo = world.contractNo(financier, product.class, dayOf(acceptedAt))
  const happenedOn = dayOf(drawnAt)
  services.add(
    random,
    { ...granted, rung: 6, contractNo, contractKey: contractNo, happenedOn },
    sides,
    { actor: byFinancier, now: drawnAt },
  )
  tell(drawnAt, 'service.drawn', manager, { amountFen, on: happenedOn })
  return at
}

/** What holds of any city that the law has made: each rule with the rows that would break it. */

/** The states of a talk that goes on, in SQL. */
export const live = `('invited', 'assigned', 'requested', 'open', 'in-contact', 'file-complete', 'approved')`

export const rulesOn = (today: string): Record<string, string> => ({
  'a published need is whole': `select from need where published_at is not null and (facts is null or teaser is null or submitted_at > published_at or created_at > submitted_at)`,
  'an ended need is ended, and no other': `select from need where (state in ('withdrawn', 'closed', 'expired')) <> (ended_at is not null)`,
  'nothing live hangs on a need that is over or not published': `select from introduction i join need n on n.id = i.need_id where n.state <> 'published' and i.state in ${live}`,
  'at most three places are taken': `select from introduction where state in ${live} group by need_id having count(*) > 3`,
  'at most five needs are open': `select from need where state in ('in-review', 'published') group by organisation_id having count(*) > 5`,
  'what is open is what was asked less what was accepted and not given up': `
    select from need n where n.submitted_at is not null and n.open_fen <> n.amount_fen - coalesce((
      select sum(o.amount_fen) from offer o join introduction i on i.id = o.introduction_id
      join product p on p.id = i.product_id
      where o.need_id = n.id and o.state = 'accepted' and p.class not in ('guarantee', 'insurance')
        and (i.state <> 'ended' or i.ending = 'need-ended')), 0)`,
  'a closed need was drawn, a withdrawn or expired one was not': `
    select from need n where n.state in ('closed', 'withdrawn', 'expired') and (n.state = 'closed') <> exists (
      select from introduction i where i.need_id = n.id and i.state = 'drawn')`,
  'an expired need was open for 180 days': `select from need where state = 'expired' and ended_at < published_at + interval '180 days'`,
  'a first answer is there when somebody answered': `
    select from need n where (n.first_answer_at is not null) <> exists (
      select from introduction i where i.need_id = n.id and i.answered_at is not null)`,
  'an introduction begins on an admitted financier and a published need': `
    select from introduction i join need n on n.id = i.need_id join organisation f on f.id = i.financier_id
    where i.created_at < n.published_at or i.created_at > coalesce(n.ended_at, now()) or f.admitted_at > i.created_at`,
  'its product is the financier’s and asked for': `
    select from introduction i join product p on p.id = i.product_id join need n on n.id = i.need_id
    where p.financier_id <> i.financier_id or not (n.classes @> array[p.class]) or p.published_at > i.created_at`,
  'its moments are in order': `
    select from introduction i, lateral (select array_remove(array[created_at, answered_at, opened_at, contacted_at,
      file_complete_at, approved_at, drawn_at, ended_at], null) as moments) m
    where m.moments <> (select array_agg(x order by x) from unnest(m.moments) x)`,
  'its state is the furthest it reached': `
    select from introduction where state <> case when ended_at is not null then 'ended' when drawn_at is not null then 'drawn'
      when approved_at is not null then 'approved' when file_complete_at is not null then 'file-complete'
      when contacted_at is not null then 'in-contact' when opened_at is not null then 'open'
      when requested_at is not null then 'requested' else origin end`,
  'an open one holds consents to identity and contact until their day': `
    select from introduction i where i.opened_at is not null and i.ended_at is null and (
      select count(distinct c.field_group) from consent c where c.company_id = i.company_id and c.financier_id = i.financier_id
      and (c.ended_at is null or (i.state = 'drawn' and c.until < '${today}' and c.ended_at::date >= c.until))
      and c.field_group in ('identity', 'contact')) <> 2`,
  'an ended one holds none, nor an open offer': `
    select from introduction i where i.state = 'ended' and (
      exists (select from consent c where c.company_id = i.company_id and c.financier_id = i.financier_id and c.ended_at is null
        and not exists (select from introduction o where o.company_id = i.company_id and o.financier_id = i.financier_id
          and o.state <> 'ended')) or
      exists (select from offer o where o.introduction_id = i.id and o.state in ('indicative', 'asked', 'approved')))`,
  'a drawn one has an accepted offer and rungs 4, 5 and 6': `
    select from introduction i where i.state = 'drawn' and (
      not exists (select from offer o where o.introduction_id = i.id and o.state = 'accepted') or
      (select count(distinct rung) from service s where s.introduction_id = i.id) <> 3)`,
  'an approved one has an approved or accepted offer': `
    select from introduction i where i.state = 'approved' and not exists (
      select from offer o where o.introduction_id = i.id and o.state in ('approved', 'accepted'))`,
  'drawings stay within what was granted': `
    select from offer o join service s on s.offer_id = o.id and s.rung = 6 where o.state = 'accepted'
    group by o.id having sum(s.amount_fen) > o.amount_fen`,
  'an offer that is open is alone in its introduction': `
    select from offer where state in ('indicative', 'asked', 'approved') group by introduction_id having count(*) > 1`,
  'an offer is within what was open': `select from offer o join need n on n.id = o.need_id where o.amount_fen > n.amount_fen`,
  'a look is covered by a consent': `
    select from disclosure d where exists (select from unnest(d.groups) g where not exists (
      select from consent c where c.company_id = d.company_id and c.financier_id = d.reader_id and c.field_group = g
      and c.given_at <= d.at)) and d.introduction_id is not null`,
  'the latest mark of a service is its state': `
    select from service s left join (
      select distinct on (service_id) service_id, state from service_mark order by service_id, id desc
    ) m on m.service_id = s.id where s.state <> coalesce(m.state, 'reported')`,
  'positions stand in the order of moments': `
    select from (select at, lag(at) over (order by position) as before, position from ledger_commit) c
    where before > at or position is null`,
  'a row and a mark came when they were told': `
    select from ledger_commit c join (
      select commit_id, recorded_at as at from service union all select commit_id, at from service_mark
    ) told on told.commit_id = c.id where told.at <> c.at`,
  'no service is silently reported beyond its day': `select from service where state = 'reported' and confirm_due_at < '${today}'::timestamptz - interval '8 hours'`,
  'a service is reported after it happened, by somebody there': `
    select from service s join organisation f on f.id = s.financier_id
    where s.recorded_at < s.happened_on::timestamptz - interval '8 hours' or f.created_at > s.recorded_at`,
  'a branch counts as its parent': `
    select from service s join organisation o on o.id = s.organisation_id
    where s.company_id <> coalesce(o.parent_id, o.id)`,
  'a place is copied where it is known': `
    select from service s join organisation o on o.id = s.organisation_id
    where s.district is distinct from o.district or s.zone is distinct from o.zone`,
  'white-list standing begins with the batch': `
    select from service s where s.white_listed <> exists (
      select from white_list_entry w where w.organisation_id = s.organisation_id and w.batch_on <= s.happened_on)`,
  'a guarantee stands beside a loan of the same company': `
    select from service g where g.secures is not null and not exists (
      select from service l where l.contract_no = g.secures and l.organisation_id = g.organisation_id and l.rung = 6)`,
  'a first loan comes once in a life': `select from service where first_loan group by company_id having count(*) > 1`,
  'a live product was reconfirmed within 90 days': `select from product where state = 'live' and reconfirmed_at < '${today}'::date - 90`,
  'every version of a product is kept': `
    select from product p where p.version <> (select count(*) from product_version v where v.product_id = p.id)`,
  'an introduction rests on hard rules that do not fail': `
    select from introduction i, jsonb_array_elements(case i.origin when 'claimed' then i.lead_rows else i.rows end) r
    where (r->>'hard')::boolean and r->>'verdict' = 'fail'`,
  'a match in force was judged on what is open': `
    select from match m join need n on n.id = m.need_id where n.state = 'published' and (m.eligible or m.lead) and n.open_fen = 0`,
  'each moment of an introduction has its event': `
    select from introduction i, lateral (values
      (created_at, array['introduction.claimed', 'introduction.invited', 'introduction.assigned']),
      (case when origin <> 'claimed' then answered_at end, array['introduction.answered']),
      (case when origin <> 'invited' then opened_at end, array['introduction.consented']),
      (contacted_at, array['introduction.contacted']), (file_complete_at, array['introduction.file-completed']),
      (drawn_at, array['service.drawn'])) as m(at, types)
    where m.at is not null and not exists (
      select from event e where e.subject_id = i.id and e.at = m.at and e.type = any(m.types))`,
  'each mark of a service has its event': `
    select from service_mark m where not exists (
      select from event e where e.subject_id = m.service_id and e.at = m.at and e.type like 'service.%' || m.state)`,
  'nothing waits in the queue': `select from pgboss.job where state < 'completed' and name like 'judge-%'`,
  'members of organisations that act can sign in': `select from organisation o where o.state = 'admitted' and not exists (select from member m where m.organisation_id = o.id)`,
})

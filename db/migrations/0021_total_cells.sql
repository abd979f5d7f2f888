CREATE TABLE "total_cell" (
	"dimension" text NOT NULL,
	"part" text NOT NULL,
	"rung" integer NOT NULL,
	"measure" text NOT NULL,
	"month" integer NOT NULL,
	"before" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "total_cell_dimension_known" CHECK ("total_cell"."dimension" in ('all', 'district', 'zone', 'chain', 'class', 'financier-kind', 'financier', 'qualification', 'white-list')),
	CONSTRAINT "total_cell_measure_known" CHECK ("total_cell"."measure" in ('companies', 'evidenced', 'first-loans', 'loans', 'times', 'disputed', 'fen'))
);
--> statement-breakpoint
CREATE TABLE "total_change" (
	"at" bigserial PRIMARY KEY NOT NULL,
	"service_id" uuid,
	"was" text
);
--> statement-breakpoint
CREATE TABLE "total_version" (
	"month" integer NOT NULL,
	"n" bigint NOT NULL
);
--> statement-breakpoint
CREATE INDEX "total_cell_asked" ON "total_cell" USING btree ("dimension","part","rung","month","before","measure","n");--> statement-breakpoint
-- Each transaction notes which rows it added and which states it moved; the first note calls the reckoning when it ends.
CREATE FUNCTION note_total_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF tg_op = 'INSERT' THEN
    INSERT INTO total_change (service_id) SELECT id FROM added;
  ELSE
    INSERT INTO total_change (service_id, was)
    SELECT gone.id, gone.state FROM gone JOIN added USING (id) WHERE gone.state <> added.state;
  END IF;
  IF found AND coalesce(current_setting('kerong.total_change', true), '') = '' THEN
    PERFORM set_config('kerong.total_change', 'noted', true);
    INSERT INTO total_change DEFAULT VALUES;
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER service_is_added AFTER INSERT ON "service" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_total_change();--> statement-breakpoint
CREATE TRIGGER service_is_moved AFTER UPDATE ON "service" REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION note_total_change();--> statement-breakpoint
-- The parts of each cut that a row stands in.
CREATE FUNCTION parts_of(district text, zone text, class text, kind text, financier uuid, listed boolean, chains text[], qualifications text[])
RETURNS TABLE (dimension text, part text) LANGUAGE sql IMMUTABLE AS $$
  SELECT 'all', ''
  UNION ALL SELECT 'district', coalesce(district, '')
  UNION ALL SELECT 'zone', coalesce(zone, '')
  UNION ALL SELECT 'class', class
  UNION ALL SELECT 'financier-kind', kind
  UNION ALL SELECT 'financier', financier::text
  UNION ALL SELECT 'white-list', CASE WHEN listed THEN 'listed' ELSE 'not-listed' END
  UNION ALL SELECT 'chain', unnest(CASE WHEN chains = '{}' THEN array[''] ELSE chains END)
  UNION ALL SELECT 'qualification', unnest(CASE WHEN qualifications = '{}' THEN array[''] ELSE qualifications END)
$$;--> statement-breakpoint
-- What changed rows add to the cells: the rows of their companies and contracts as they are, less as they were. Twice the same statement:
-- for a few rows its plan is kept and goes by keys, whatever is known of the tables' sizes; for many it is planned anew for as many.
DO $do$
DECLARE
  how record;
BEGIN
  FOR how IN SELECT * FROM (VALUES
    ('reckon_few_changes', 'SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off'),
    ('reckon_many_changes', 'SET plan_cache_mode = force_custom_plan SET work_mem = ''64MB''')) AS one (name, settings)
  LOOP
    EXECUTE format($create$
CREATE FUNCTION %I(ids uuid[], states text[]) RETURNS void LANGUAGE plpgsql SET jit = off %s AS $$
DECLARE
  counted text[] := array['reported', 'confirmed', 'unconfirmed', 'verified'];
  loans text[] := array['credit-loan', 'secured-loan', 'ip-pledge-loan', 'venture-debt', 'supply-chain-finance'];
  no_financing text[] := array['guarantee', 'insurance'];
BEGIN
  WITH changed AS MATERIALIZED (SELECT * FROM unnest(ids, states) AS one (id, was)),
  sides AS (SELECT * FROM (VALUES (1), (-1)) AS one (side)),
  -- Rows that changed, as they are and as they were.
  moved AS MATERIALIZED (
    SELECT s.*, side, CASE WHEN side > 0 THEN s.state ELSE changed.was END AS then
    FROM changed JOIN service AS s USING (id) CROSS JOIN sides WHERE side > 0 OR changed.was IS NOT NULL),
  versions AS (INSERT INTO total_version (month, n) SELECT month, count(*) FROM moved WHERE side > 0 GROUP BY 1),
  moved_parts AS MATERIALIZED (
    SELECT side, moved.then, company_id, rung, month, class, amount_fen, dimension, part
    FROM moved CROSS JOIN LATERAL parts_of(district, zone, class, financier_kind, financier_id, white_listed, chains, qualifications)),
  touched AS MATERIALIZED (SELECT DISTINCT company_id, rung, dimension, part FROM moved_parts),
  company AS MATERIALIZED (SELECT company_id, bool_or(first_loan) AS has_first FROM moved GROUP BY 1),
  contract AS (SELECT DISTINCT financier_id, contract_key FROM moved WHERE rung = 6 AND class = ANY (loans)),
  -- All rows of their companies: whether each counts now and did before, and with evidence.
  standing AS MATERIALIZED (
    SELECT company_id, rung, month, happened_on, first_loan, district, zone, class, financier_kind, financier_id, white_listed,
      chains, qualifications, stands, stood,
      stands AND contract_no IS NOT NULL AND state IN ('confirmed', 'verified') AS is_evidenced,
      stood AND contract_no IS NOT NULL AND was IN ('confirmed', 'verified') AS was_evidenced
    FROM (
      SELECT s.*, was, s.state = ANY (counted) AS stands, coalesce(was = ANY (counted), false) AS stood
      FROM changed JOIN service AS s USING (id)
      UNION ALL
      SELECT s.*, s.state, true, true FROM company JOIN service AS s USING (company_id)
      WHERE s.state = ANY (counted) AND s.id <> ALL (ids)) AS entry),
  present AS (
    SELECT company_id, rung, dimension, part, month, bool_or(stands) AS stands, bool_or(stood) AS stood,
      bool_or(is_evidenced) AS is_evidenced, bool_or(was_evidenced) AS was_evidenced
    FROM standing
    CROSS JOIN LATERAL parts_of(district, zone, class, financier_kind, financier_id, white_listed, chains, qualifications)
    JOIN touched USING (company_id, rung, dimension, part)
    GROUP BY 1, 2, 3, 4, 5),
  followed AS (
    SELECT *, max(month) FILTER (WHERE stands) OVER earlier AS stands_before, max(month) FILTER (WHERE stood) OVER earlier AS stood_before,
      max(month) FILTER (WHERE is_evidenced) OVER earlier AS is_before, max(month) FILTER (WHERE was_evidenced) OVER earlier AS was_before
    FROM present
    WINDOW earlier AS (
      PARTITION BY company_id, rung, dimension, part ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)),
  -- Of first loans and contracts those that are present, on either side.
  first AS (
    SELECT *, min(happened_on) OVER (PARTITION BY side, company_id) AS first_on
    FROM standing JOIN company USING (company_id) CROSS JOIN sides
    WHERE first_loan AND has_first AND CASE WHEN side > 0 THEN stands ELSE stood END),
  of_contract AS (
    SELECT * FROM moved WHERE moved.then = ANY (counted) AND rung = 6 AND class = ANY (loans)
    UNION ALL
    SELECT s.*, side, s.state FROM contract JOIN service AS s USING (financier_id, contract_key) CROSS JOIN sides
    WHERE s.state <> 'voided' AND s.state = ANY (counted) AND s.rung = 6 AND s.class = ANY (loans) AND s.id <> ALL (ids)),
  once AS (
    SELECT side, dimension, part, rung, 'first-loans' AS measure, company_id::text AS who, month
    FROM first
    CROSS JOIN LATERAL parts_of(district, zone, class, financier_kind, financier_id, white_listed, chains, qualifications)
    WHERE happened_on = first_on
    UNION
    SELECT side, dimension, part, rung, 'loans', financier_id || contract_key, month
    FROM of_contract
    CROSS JOIN LATERAL parts_of(district, zone, class, financier_kind, financier_id, white_listed, chains, qualifications)),
  told AS (
    SELECT dimension, part, rung, one.measure, month, coalesce(one.before, 0) AS before, one.n::bigint AS n
    FROM followed CROSS JOIN LATERAL (VALUES
      ('companies', stands_before, stands::int), ('companies', stood_before, -stood::int),
      ('evidenced', is_before, is_evidenced::int), ('evidenced', was_before, -was_evidenced::int)) AS one (measure, before, n)
    WHERE (stands, is_evidenced) <> (stood, was_evidenced)
      OR stands_before IS DISTINCT FROM stood_before OR is_before IS DISTINCT FROM was_before
    UNION ALL
    SELECT dimension, part, rung, measure, month,
      coalesce(lag(month) OVER (PARTITION BY side, dimension, part, rung, measure, who ORDER BY month), 0), side
    FROM once
    UNION ALL
    SELECT dimension, part, rung, one.measure, month, 0, side * one.n
    FROM moved_parts
    CROSS JOIN LATERAL (VALUES
      ('times', (moved_parts.then = ANY (counted))::int::bigint),
      ('disputed', (moved_parts.then = 'disputed')::int::bigint),
      ('fen', CASE WHEN moved_parts.then = ANY (counted) AND class <> ALL (no_financing) THEN amount_fen ELSE 0 END)) AS one (measure, n)
    WHERE one.n <> 0)
  INSERT INTO total_cell (dimension, part, rung, measure, month, before, n)
  SELECT dimension, part, rung, measure, month, before, sum(n) FROM told
  GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0;
END $$
    $create$, how.name, how.settings);
  END LOOP;
END $do$;--> statement-breakpoint
-- Under the lock of positions, so that it reckons with all that became visible before it, and nobody waits for a long transaction.
CREATE FUNCTION keep_total_cells() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  ids uuid[];
  states text[];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger position', 0));
  PERFORM set_config('kerong.total_change', '', true);
  WITH taken AS (DELETE FROM total_change RETURNING *),
  changed AS (
    SELECT DISTINCT ON (service_id) service_id, was FROM taken WHERE service_id IS NOT NULL ORDER BY service_id, at)
  SELECT array_agg(service_id), array_agg(was) INTO ids, states FROM changed;
  IF cardinality(ids) <= 100 THEN
    PERFORM reckon_few_changes(ids, states);
  ELSIF ids IS NOT NULL THEN
    PERFORM reckon_many_changes(ids, states);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER total_change_ends AFTER INSERT ON "total_change" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.service_id IS NULL) EXECUTE FUNCTION keep_total_cells();--> statement-breakpoint
-- What is there already.
INSERT INTO "total_change" ("service_id") SELECT "id" FROM "service";--> statement-breakpoint
INSERT INTO "total_change" DEFAULT VALUES;

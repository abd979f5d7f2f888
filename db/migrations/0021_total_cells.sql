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
CREATE INDEX "total_cell_asked" ON "total_cell" USING btree ("dimension","part","month");--> statement-breakpoint
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
-- What the changes of a transaction add to the cells: the rows of their companies and contracts as they are, less as they were.
-- Under the lock of positions, so that it reckons with all that became visible before it, and nobody waits for a long transaction.
CREATE FUNCTION keep_total_cells() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  counted text[] := array['reported', 'confirmed', 'unconfirmed', 'verified'];
  loans text[] := array['credit-loan', 'secured-loan', 'ip-pledge-loan', 'venture-debt', 'supply-chain-finance'];
  no_financing text[] := array['guarantee', 'insurance'];
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger position', 0));
  PERFORM set_config('kerong.total_change', '', true);
  WITH taken AS (DELETE FROM total_change RETURNING *),
  changed AS (
    SELECT DISTINCT ON (service_id) service_id AS id, was FROM taken WHERE service_id IS NOT NULL ORDER BY service_id, at),
  sides AS (SELECT * FROM (VALUES (1), (-1)) AS one (side)),
  -- Rows that changed, as they are and as they were.
  moved AS (
    SELECT s.*, side, CASE WHEN side > 0 THEN s.state ELSE changed.was END AS stood
    FROM changed JOIN service AS s USING (id) CROSS JOIN sides WHERE side > 0 OR changed.was IS NOT NULL),
  company AS (SELECT DISTINCT company_id FROM moved),
  contract AS (SELECT DISTINCT financier_id, contract_key FROM moved WHERE rung = 6 AND class = ANY (loans)),
  -- All rows of their companies that count, on either side.
  standing AS (
    SELECT * FROM moved WHERE stood = ANY (counted)
    UNION ALL
    SELECT s.*, side, s.state FROM company JOIN service AS s USING (company_id) CROSS JOIN sides
    WHERE s.state = ANY (counted) AND NOT EXISTS (SELECT FROM changed WHERE changed.id = s.id)),
  -- Of those that are alike in all that a cell tells one is enough.
  alike AS (
    SELECT DISTINCT side, company_id, rung, month, district, zone, class, financier_kind, financier_id, white_listed, chains,
      qualifications, contract_no IS NOT NULL AND stood IN ('confirmed', 'verified') AS is_evidenced,
      first_loan AND happened_on = first_on AS is_first
    FROM (
      SELECT *, min(CASE WHEN first_loan THEN happened_on END) OVER (PARTITION BY side, company_id) AS first_on
      FROM standing) AS entry),
  present AS (
    SELECT side, dimension, part, rung, one.measure, company_id::text AS who, month
    FROM alike
    CROSS JOIN LATERAL parts_of(district, zone, class, financier_kind, financier_id, white_listed, chains, qualifications)
    CROSS JOIN LATERAL (VALUES ('companies', true), ('evidenced', is_evidenced), ('first-loans', is_first)) AS one (measure, holds)
    WHERE holds
    UNION
    SELECT side, dimension, part, rung, 'loans', financier_id || contract_key, month
    FROM (
      SELECT * FROM moved WHERE stood = ANY (counted) AND rung = 6 AND class = ANY (loans)
      UNION ALL
      SELECT s.*, side, s.state FROM contract JOIN service AS s USING (financier_id, contract_key) CROSS JOIN sides
      WHERE s.state <> 'voided' AND s.state = ANY (counted) AND s.rung = 6 AND s.class = ANY (loans)
        AND NOT EXISTS (SELECT FROM changed WHERE changed.id = s.id)) AS of_contract
    CROSS JOIN LATERAL parts_of(district, zone, class, financier_kind, financier_id, white_listed, chains, qualifications)),
  told AS (
    SELECT side, dimension, part, rung, measure, month,
      coalesce(lag(month) OVER (PARTITION BY side, dimension, part, rung, measure, who ORDER BY month), 0) AS before, 1::bigint AS n
    FROM present
    UNION ALL
    SELECT side, dimension, part, rung, one.measure, month, 0, one.n
    FROM moved
    CROSS JOIN LATERAL parts_of(district, zone, class, financier_kind, financier_id, white_listed, chains, qualifications)
    CROSS JOIN LATERAL (VALUES
      ('times', (stood = ANY (counted))::int::bigint),
      ('disputed', (stood = 'disputed')::int::bigint),
      ('fen', CASE WHEN stood = ANY (counted) AND class <> ALL (no_financing) THEN amount_fen ELSE 0 END)) AS one (measure, n))
  INSERT INTO total_cell (dimension, part, rung, measure, month, before, n)
  SELECT dimension, part, rung, measure, month, before, sum(side * n) FROM told
  GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(side * n) <> 0;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER total_change_ends AFTER INSERT ON "total_change" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (new.service_id IS NULL) EXECUTE FUNCTION keep_total_cells();--> statement-breakpoint
-- What is there already.
INSERT INTO "total_change" ("service_id") SELECT "id" FROM "service";--> statement-breakpoint
INSERT INTO "total_change" DEFAULT VALUES;

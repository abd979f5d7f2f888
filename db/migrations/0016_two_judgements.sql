ALTER TABLE "offer" ADD COLUMN "valuation_fen" bigint;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "conditions" text;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "costs_bp" integer[];--> statement-breakpoint
ALTER TABLE "product_version" DROP COLUMN "moved_hidden_threshold";--> statement-breakpoint
CREATE TABLE "threshold_try" (
	"id" uuid PRIMARY KEY NOT NULL,
	"financier_id" uuid NOT NULL,
	"fact" text NOT NULL,
	"thresholds" text NOT NULL,
	"tried_at" timestamp with time zone NOT NULL,
	CONSTRAINT "threshold_try_financier_id_organisation_id_fk" FOREIGN KEY ("financier_id") REFERENCES "organisation"("id")
);
--> statement-breakpoint
CREATE INDEX "threshold_try_financier" ON "threshold_try" USING btree ("financier_id","tried_at");--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "no_chain" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "certificates_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "profile" SET "certificates_known" = true
WHERE "invention_patents" IS NOT NULL OR EXISTS (SELECT FROM "qualification" WHERE "qualification"."organisation_id" = "profile"."organisation_id");--> statement-breakpoint
UPDATE "need" SET "facts" = "need"."facts" || jsonb_build_object('noChain', false, 'certificatesKnown', "profile"."certificates_known"),
  "teaser" = "need"."teaser" || jsonb_build_object('certificatesKnown', "profile"."certificates_known")
FROM "profile" WHERE "profile"."organisation_id" = "need"."organisation_id" AND "need"."facts" IS NOT NULL;--> statement-breakpoint
-- Of what was judged by facts alone a financier reads the terms of the need until the night judges by the teaser.
ALTER TABLE "match" ADD COLUMN "lead" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "match" ADD COLUMN "lead_fit" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "match" ADD COLUMN "lead_parts" jsonb DEFAULT '{"preference":0,"record":0,"completeness":0}' NOT NULL;--> statement-breakpoint
ALTER TABLE "match" ADD COLUMN "lead_rows" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE "introduction" ADD COLUMN "lead_fit" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "introduction" ADD COLUMN "lead_rows" jsonb DEFAULT '[]' NOT NULL;--> statement-breakpoint
UPDATE "match" SET "lead" = "eligible", "lead_fit" = "fit", "lead_parts" = "parts", "lead_rows" = jsonb_path_query_array("rows", '$[*] ? (@.rule == "class" || @.rule == "amount" || @.rule == "tenor" || @.rule == "cost" || @.rule == "collateral" || @.rule == "use")');--> statement-breakpoint
UPDATE "introduction" SET "lead_fit" = "fit", "lead_rows" = jsonb_path_query_array("rows", '$[*] ? (@.rule == "class" || @.rule == "amount" || @.rule == "tenor" || @.rule == "cost" || @.rule == "collateral" || @.rule == "use")');--> statement-breakpoint
ALTER TABLE "match" ALTER COLUMN "lead" DROP DEFAULT, ALTER COLUMN "lead_fit" DROP DEFAULT, ALTER COLUMN "lead_parts" DROP DEFAULT, ALTER COLUMN "lead_rows" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "introduction" ALTER COLUMN "lead_fit" DROP DEFAULT, ALTER COLUMN "lead_rows" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_lead_fit" CHECK ("match"."lead_fit" between 0 and 100);--> statement-breakpoint
DROP INDEX "match_leads";--> statement-breakpoint
CREATE INDEX "match_leads" ON "match" USING btree ("financier_id","lead_fit" DESC NULLS LAST,"id") WHERE lead;--> statement-breakpoint
DROP INDEX "need_index_reach";--> statement-breakpoint
ALTER TABLE "need_index" DROP COLUMN "staff", DROP COLUMN "patents",
	ADD COLUMN "chain_told" smallint, ADD COLUMN "age_low" integer, ADD COLUMN "age_high" integer, ADD COLUMN "staff_low" integer, ADD COLUMN "staff_high" integer, ADD COLUMN "patents_low" integer, ADD COLUMN "patents_high" integer;--> statement-breakpoint
CREATE INDEX "need_index_reach" ON "need_index" USING btree ("class","in_parts","tenor_months","open_fen") INCLUDE ("need_id","least_fen","max_cost_bp","single_codes","several_codes","chain_told","age_low","age_high","staff_low","staff_high","rd_staff","debt_ratio_bp","patents_low","patents_high","revenue_fen","profit_fen","rd_spend_fen");--> statement-breakpoint
UPDATE "need_index" SET "renew_on" = '2000-01-01';--> statement-breakpoint
DELETE FROM "night" WHERE "work" = 'judge';--> statement-breakpoint
-- Thresholds on facts outside the teaser move outward to the published steps.
WITH "steps" ("fact", "step") AS (
	SELECT "fact", "wan"::bigint * 1000000 FROM unnest(array['revenue', 'profit', 'rd-spend']) AS "fact", unnest(array[50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 8000, 10000, 20000, 30000, 50000, 100000, 200000, 500000]) AS "wan"
	UNION ALL SELECT 'profit', 0
	UNION ALL SELECT 'rd-staff', unnest(array[1, 2, 3, 5, 10, 20, 30, 50, 100, 200, 500, 1000])
	UNION ALL SELECT 'debt-ratio', 500 * generate_series(1, 40)
), "moved" AS (
	SELECT "product"."id", "place", "one", "one"->>'fact' IN (SELECT "fact" FROM "steps") AS "hidden",
		(SELECT max("step") FROM "steps" WHERE "fact" = "one"->>'fact' AND "step" <= ("one"->>'min')::bigint) AS "least",
		(SELECT min("step") FROM "steps" WHERE "fact" = "one"->>'fact' AND "step" >= ("one"->>'max')::bigint) AS "most"
	FROM "product", jsonb_array_elements("criteria") WITH ORDINALITY AS "each" ("one", "place")
)
UPDATE "product" SET "criteria" = coalesce((
	SELECT jsonb_agg(CASE WHEN "hidden" THEN "one" || jsonb_build_object('min', "least", 'max', "most") ELSE "one" END ORDER BY "place")
	FROM "moved" WHERE "moved"."id" = "product"."id" AND NOT ("hidden" AND "least" IS NULL AND "most" IS NULL)
), '[]'::jsonb);

ALTER TABLE "disclosure" RENAME COLUMN "financier_id" TO "reader_id";--> statement-breakpoint
ALTER TABLE "disclosure" DROP CONSTRAINT "disclosure_groups_known";--> statement-breakpoint
ALTER TABLE "disclosure" DROP CONSTRAINT "disclosure_financier_id_organisation_id_fk";
--> statement-breakpoint
DROP INDEX "consent_company";--> statement-breakpoint
DROP INDEX "consent_current";--> statement-breakpoint
DROP INDEX "disclosure_listed_once";--> statement-breakpoint
ALTER TABLE "disclosure" ALTER COLUMN "introduction_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "disclosure" ADD COLUMN "exported" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_reader_id_organisation_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consent_of_two" ON "consent" USING btree ("company_id","financier_id");--> statement-breakpoint
-- One consent serves all talks of the two: the company's last word on a group is the one that holds.
UPDATE "consent" c SET "ended_at" = newer."given_at" FROM (
  SELECT DISTINCT ON ("company_id", "financier_id", "field_group") "id", "company_id", "financier_id", "field_group", "given_at"
  FROM "consent" WHERE "ended_at" IS NULL
  ORDER BY "company_id", "financier_id", "field_group", "given_at" DESC, "id" DESC
) newer WHERE c."ended_at" IS NULL AND c."company_id" = newer."company_id" AND c."financier_id" = newer."financier_id"
  AND c."field_group" = newer."field_group" AND c."id" <> newer."id";--> statement-breakpoint
CREATE UNIQUE INDEX "consent_current" ON "consent" USING btree ("company_id","financier_id","field_group") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_listed_once" ON "disclosure" USING btree ("member_id","company_id","listed_on","groups","exported") WHERE listed_on is not null;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_groups_known" CHECK ("disclosure"."groups" <@ array['identity', 'contact', 'business', 'accounts', 'property', 'certificates', 'need', 'service']::text[]);
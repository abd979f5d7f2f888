CREATE TABLE "application" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"financier_kind" text,
	"uscc" text NOT NULL,
	"name" text NOT NULL,
	"person_name" text NOT NULL,
	"email" text NOT NULL,
	"phone" text NOT NULL,
	"evidence" text,
	"asked_at" timestamp with time zone NOT NULL,
	"link_hash" text,
	"link_until" timestamp with time zone NOT NULL,
	"opened_at" timestamp with time zone,
	"organisation_id" uuid,
	CONSTRAINT "application_kind_known" CHECK ("application"."kind" in ('company', 'financier')),
	CONSTRAINT "application_financier_kind_known" CHECK ("application"."financier_kind" in ('bank', 'fund', 'guarantee', 'leasing', 'factoring', 'insurance', 'securities'))
);
--> statement-breakpoint
CREATE TABLE "password_reset" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid,
	"link_hash" text NOT NULL,
	"link_until" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_kind_known";--> statement-breakpoint
ALTER TABLE "notification_setting" DROP CONSTRAINT "notification_setting_muted_known";--> statement-breakpoint
DROP INDEX "organisation_uscc";--> statement-breakpoint
ALTER TABLE "outbox_mail" ALTER COLUMN "member_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "disclosure" ADD COLUMN "listed_on" date;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "admitted_on" text;--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "prior_name" text;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD COLUMN "is_secret" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "application_link" ON "application" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "application_organisation" ON "application" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "password_reset_link" ON "password_reset" USING btree ("link_hash");--> statement-breakpoint
CREATE INDEX "password_reset_member" ON "password_reset" USING btree ("member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_listed_once" ON "disclosure" USING btree ("member_id","company_id","listed_on") WHERE listed_on is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_uscc" ON "organisation" USING btree ("uscc") WHERE state not in ('applied', 'refused');--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind_known" CHECK ("notification"."kind" in ('need-approved', 'need-returned', 'words-approved', 'words-returned', 'need-expiring', 'need-expired', 'need-closed', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'lapsed', 'offer-lapsed', 'consent-expired', 'drawing-reported', 'service-reported', 'services-imported', 'service-verified', 'service-corrected', 'service-voided', 'lead', 'lead-in-view', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'product-paused', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'admitted', 'refused', 'suspended', 'restored', 'contested'));--> statement-breakpoint
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_muted_known" CHECK ("notification_setting"."muted" <@ array['need-approved', 'need-returned', 'words-approved', 'words-returned', 'need-expiring', 'need-expired', 'need-closed', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'lapsed', 'offer-lapsed', 'consent-expired', 'drawing-reported', 'service-reported', 'services-imported', 'service-verified', 'service-corrected', 'service-voided', 'lead', 'lead-in-view', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'product-paused', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'admitted', 'refused', 'suspended', 'restored', 'contested']::text[]);--> statement-breakpoint
-- An application that was linked with what is known under its code when it was sent is a row of its own from now on.
DO $$
DECLARE
	linked "organisation";
	own uuid;
BEGIN
	FOR linked IN
		SELECT * FROM "organisation" o WHERE o."state" IN ('applied', 'refused') AND (
			EXISTS (SELECT FROM "service" s WHERE o."id" IN (s."organisation_id", s."company_id", s."financier_id"))
			OR EXISTS (SELECT FROM "white_list_entry" w WHERE w."organisation_id" = o."id")
		)
	LOOP
		own := gen_random_uuid();
		UPDATE "organisation" SET "state" = 'known', "state_reason" = NULL, "district" = NULL, "zone" = NULL, "applied_at" = NULL
			WHERE "id" = linked."id";
		INSERT INTO "organisation" ("id", "kind", "financier_kind", "uscc", "name", "state", "state_reason", "district", "zone", "applied_at", "created_at")
			VALUES (own, linked."kind", linked."financier_kind", linked."uscc", linked."name", linked."state", linked."state_reason", linked."district", linked."zone", linked."applied_at", linked."created_at");
		UPDATE "member" SET "organisation_id" = own WHERE "organisation_id" = linked."id";
		UPDATE "profile" SET "organisation_id" = own WHERE "organisation_id" = linked."id";
		UPDATE "profile_year" SET "organisation_id" = own WHERE "organisation_id" = linked."id";
		UPDATE "qualification" SET "organisation_id" = own WHERE "organisation_id" = linked."id";
		UPDATE "dated_profile" SET "organisation_id" = own WHERE "organisation_id" = linked."id";
		UPDATE "saved_view" SET "organisation_id" = own WHERE "organisation_id" = linked."id";
		UPDATE "need" SET "organisation_id" = own WHERE "organisation_id" = linked."id";
		UPDATE "notification" SET "subject_id" = own WHERE "subject" = 'organisation' AND "subject_id" = linked."id";
	END LOOP;
END $$;

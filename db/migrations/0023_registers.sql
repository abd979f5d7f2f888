CREATE TABLE "request" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"contact_member_id" uuid NOT NULL,
	"state" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by_member_id" uuid NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"reminded_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"answered_by_member_id" uuid,
	"answer" text,
	CONSTRAINT "request_kind_known" CHECK ("request"."kind" in ('pilot-line', 'market', 'policy', 'talent', 'site', 'other-request')),
	CONSTRAINT "request_state_known" CHECK ("request"."state" in ('asked', 'given', 'refused')),
	CONSTRAINT "request_answered" CHECK (("request"."state" = 'asked') = ("request"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "register_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"register" text NOT NULL,
	"state" text NOT NULL,
	"on" date NOT NULL,
	"series" text,
	"body" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by_member_id" uuid NOT NULL,
	"published_at" timestamp with time zone,
	"published_by_member_id" uuid,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by_member_id" uuid,
	"reason" text,
	CONSTRAINT "register_entry_register_known" CHECK ("register_entry"."register" in ('news', 'policy', 'indicator', 'chain-groups')),
	CONSTRAINT "register_entry_state_known" CHECK ("register_entry"."state" in ('draft', 'published', 'withdrawn')),
	CONSTRAINT "register_entry_by_two" CHECK ("register_entry"."published_by_member_id" <> "register_entry"."saved_by_member_id"),
	CONSTRAINT "register_entry_published" CHECK (("register_entry"."state" = 'draft') = ("register_entry"."published_at" is null)),
	CONSTRAINT "register_entry_withdrawn" CHECK (("register_entry"."state" = 'withdrawn') = ("register_entry"."reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_kind_known";--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_subject_known";--> statement-breakpoint
ALTER TABLE "notification_setting" DROP CONSTRAINT "notification_setting_muted_known";--> statement-breakpoint
ALTER TABLE "dated_profile" ADD COLUMN "park" text;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_contact_member_id_member_id_fk" FOREIGN KEY ("contact_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_asked_by_member_id_member_id_fk" FOREIGN KEY ("asked_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "request" ADD CONSTRAINT "request_answered_by_member_id_member_id_fk" FOREIGN KEY ("answered_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_saved_by_member_id_member_id_fk" FOREIGN KEY ("saved_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_published_by_member_id_member_id_fk" FOREIGN KEY ("published_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_entry" ADD CONSTRAINT "register_entry_withdrawn_by_member_id_member_id_fk" FOREIGN KEY ("withdrawn_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "request_organisation" ON "request" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "request_open" ON "request" USING btree ("due_at") WHERE state = 'asked';--> statement-breakpoint
CREATE INDEX "register_entry_on" ON "register_entry" USING btree ("register","on");--> statement-breakpoint
CREATE INDEX "register_entry_series" ON "register_entry" USING btree ("series");--> statement-breakpoint
ALTER TABLE "dated_profile" ADD CONSTRAINT "dated_profile_park_known" CHECK ("dated_profile"."park" in ('silk-road-science'));--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind_known" CHECK ("notification"."kind" in ('need-approved', 'need-returned', 'words-approved', 'words-returned', 'need-expiring', 'need-expired', 'need-closed', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'lapsed', 'offer-lapsed', 'consent-expired', 'drawing-reported', 'service-reported', 'services-imported', 'service-verified', 'service-corrected', 'service-voided', 'request-granted', 'request-declined', 'lead', 'lead-in-view', 'one-rule', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'product-paused', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'request-asked', 'request-overdue', 'totals-differed', 'admitted', 'refused', 'suspended', 'restored', 'contested'));--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_subject_known" CHECK ("notification"."subject" in ('match', 'product', 'need', 'introduction', 'service', 'organisation', 'request', 'totals'));--> statement-breakpoint
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_muted_known" CHECK ("notification_setting"."muted" <@ array['need-approved', 'need-returned', 'words-approved', 'words-returned', 'need-expiring', 'need-expired', 'need-closed', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'lapsed', 'offer-lapsed', 'consent-expired', 'drawing-reported', 'service-reported', 'services-imported', 'service-verified', 'service-corrected', 'service-voided', 'request-granted', 'request-declined', 'lead', 'lead-in-view', 'one-rule', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'product-paused', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'request-asked', 'request-overdue', 'totals-differed', 'admitted', 'refused', 'suspended', 'restored', 'contested']::text[]);
--> statement-breakpoint
-- Parks were not dated until now: the latest word of each company has the park that it names today.
UPDATE "dated_profile" SET "park" = "profile"."park" FROM "profile"
WHERE "profile"."organisation_id" = "dated_profile"."organisation_id" AND "profile"."park" IS NOT NULL
  AND "dated_profile"."zone" = 'high-tech'
  AND "dated_profile"."since" = (SELECT max("since") FROM "dated_profile" "later" WHERE "later"."organisation_id" = "dated_profile"."organisation_id");

CREATE TABLE "saved_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"shared" boolean NOT NULL,
	"filter" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_view_name_length" CHECK (char_length("saved_view"."name") between 1 and 30)
);
--> statement-breakpoint
CREATE TABLE "view_choice" (
	"view_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"alert" boolean DEFAULT false NOT NULL,
	"opens_first" boolean DEFAULT false NOT NULL,
	CONSTRAINT "view_choice_view_id_member_id_pk" PRIMARY KEY("view_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "notification_setting" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"digest" text NOT NULL,
	"language" text NOT NULL,
	"muted" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "notification_setting_digest_known" CHECK ("notification_setting"."digest" in ('off', 'daily', 'weekly')),
	CONSTRAINT "notification_setting_language_known" CHECK ("notification_setting"."language" in ('zh', 'en')),
	CONSTRAINT "notification_setting_muted_known" CHECK ("notification_setting"."muted" <@ array['need-approved', 'need-returned', 'words-approved', 'words-returned', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'drawing-reported', 'service-reported', 'service-corrected', 'service-voided', 'lead', 'lead-in-view', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'admitted', 'refused', 'suspended', 'restored']::text[])
);
--> statement-breakpoint
CREATE TABLE "outbox_mail" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"period" text NOT NULL,
	"email" text NOT NULL,
	"language" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"html" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp with time zone,
	"refusal" text,
	CONSTRAINT "outbox_mail_language_known" CHECK ("outbox_mail"."language" in ('zh', 'en'))
);
--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "view_id" uuid;--> statement-breakpoint
ALTER TABLE "notification" ADD COLUMN "mail_id" uuid;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_choice" ADD CONSTRAINT "view_choice_view_id_saved_view_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_view"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_choice" ADD CONSTRAINT "view_choice_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" USING btree ("member_id","name");--> statement-breakpoint
CREATE INDEX "saved_view_organisation" ON "saved_view" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "view_choice_first" ON "view_choice" USING btree ("member_id") WHERE opens_first;--> statement-breakpoint
CREATE INDEX "view_choice_alert" ON "view_choice" USING btree ("member_id") WHERE alert;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_mail_once" ON "outbox_mail" USING btree ("member_id","period");--> statement-breakpoint
CREATE INDEX "outbox_mail_waiting" ON "outbox_mail" USING btree ("id") WHERE sent_at is null;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_view_id_saved_view_id_fk" FOREIGN KEY ("view_id") REFERENCES "public"."saved_view"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_mail_id_outbox_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."outbox_mail"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_view" ON "notification" USING btree ("view_id") WHERE view_id is not null;
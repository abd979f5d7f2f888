CREATE TABLE "notification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"cause_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"many" integer DEFAULT 1 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	CONSTRAINT "notification_kind_known" CHECK ("notification"."kind" in ('need-approved', 'need-returned', 'words-approved', 'words-returned', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'drawing-reported', 'service-reported', 'service-corrected', 'service-voided', 'lead', 'lead-in-view', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'admitted', 'refused', 'suspended', 'restored')),
	CONSTRAINT "notification_subject_known" CHECK ("notification"."subject" in ('match', 'product', 'need', 'introduction', 'service', 'organisation')),
	CONSTRAINT "notification_many" CHECK ("notification"."many" > 0)
);
--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_once" ON "notification" USING btree ("member_id","cause_id");--> statement-breakpoint
CREATE INDEX "notification_member" ON "notification" USING btree ("member_id","id");--> statement-breakpoint
CREATE INDEX "notification_unread" ON "notification" USING btree ("member_id") WHERE read_at is null;
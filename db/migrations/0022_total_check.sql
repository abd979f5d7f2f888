CREATE TABLE "total_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"position" integer NOT NULL,
	"cells" integer NOT NULL,
	"differing" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_kind_known";--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_subject_known";--> statement-breakpoint
ALTER TABLE "notification_setting" DROP CONSTRAINT "notification_setting_muted_known";--> statement-breakpoint
ALTER TABLE "night" DROP CONSTRAINT "night_work_known";--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind_known" CHECK ("notification"."kind" in ('need-approved', 'need-returned', 'words-approved', 'words-returned', 'need-expiring', 'need-expired', 'need-closed', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'lapsed', 'offer-lapsed', 'consent-expired', 'drawing-reported', 'service-reported', 'services-imported', 'service-verified', 'service-corrected', 'service-voided', 'lead', 'lead-in-view', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'product-paused', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'totals-differed', 'admitted', 'refused', 'suspended', 'restored', 'contested'));--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_subject_known" CHECK ("notification"."subject" in ('match', 'product', 'need', 'introduction', 'service', 'organisation', 'totals'));--> statement-breakpoint
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_muted_known" CHECK ("notification_setting"."muted" <@ array['need-approved', 'need-returned', 'words-approved', 'words-returned', 'need-expiring', 'need-expired', 'need-closed', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'lapsed', 'offer-lapsed', 'consent-expired', 'drawing-reported', 'service-reported', 'services-imported', 'service-verified', 'service-corrected', 'service-voided', 'lead', 'lead-in-view', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'product-paused', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'totals-differed', 'admitted', 'refused', 'suspended', 'restored', 'contested']::text[]);--> statement-breakpoint
ALTER TABLE "night" ADD CONSTRAINT "night_work_known" CHECK ("night"."work" in ('judge', 'rank', 'clear', 'totals'));
CREATE TABLE "void_proposal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"why" text NOT NULL,
	"right" jsonb,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by_member_id" uuid NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_member_id" uuid,
	"is_agreed" boolean,
	CONSTRAINT "void_proposal_by_two" CHECK ("void_proposal"."is_agreed" is not true or "void_proposal"."decided_by_member_id" <> "void_proposal"."proposed_by_member_id"),
	CONSTRAINT "void_proposal_decided" CHECK (("void_proposal"."decided_at" is null) = ("void_proposal"."is_agreed" is null))
);
--> statement-breakpoint
CREATE TABLE "publication_revision" (
	"month" integer NOT NULL,
	"edition" integer NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"totals" jsonb NOT NULL,
	CONSTRAINT "publication_revision_month_edition_pk" PRIMARY KEY("month","edition")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"month" integer NOT NULL,
	"edition" integer NOT NULL,
	"state" text NOT NULL,
	"note_zh" text DEFAULT '' NOT NULL,
	"note_en" text DEFAULT '' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by_member_id" uuid NOT NULL,
	"returned_why" text,
	"position" bigint,
	"data" jsonb,
	"proposed_at" timestamp with time zone,
	"proposed_by_member_id" uuid,
	"digest" text,
	"sealed_at" timestamp with time zone,
	"sealed_by_member_id" uuid,
	CONSTRAINT "report_state_known" CHECK ("report"."state" in ('draft', 'proposed', 'sealed')),
	CONSTRAINT "report_edition_counts" CHECK ("report"."edition" >= 1),
	CONSTRAINT "report_by_two" CHECK ("report"."sealed_by_member_id" <> "report"."saved_by_member_id" and "report"."sealed_by_member_id" <> "report"."proposed_by_member_id"),
	CONSTRAINT "report_proposed" CHECK (("report"."state" = 'draft') = ("report"."data" is null)),
	CONSTRAINT "report_sealed" CHECK (("report"."state" = 'sealed') = ("report"."digest" is not null))
);
--> statement-breakpoint
CREATE TABLE "report_file" (
	"report_id" uuid NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"digest" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "report_file_report_id_name_pk" PRIMARY KEY("report_id","name"),
	CONSTRAINT "report_file_known" CHECK ("report_file"."name" in ('zh.pdf', 'en.pdf', 'zh.xlsx', 'en.xlsx', 'report.json'))
);
--> statement-breakpoint
CREATE TABLE "seal_key" (
	"id" integer PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sealed_row" (
	"kind" text NOT NULL,
	"row_id" text NOT NULL,
	"service_id" uuid NOT NULL,
	"month" integer NOT NULL,
	"position" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "sealed_row_kind_row_id_pk" PRIMARY KEY("kind","row_id"),
	CONSTRAINT "sealed_row_kind_known" CHECK ("sealed_row"."kind" in ('entry', 'mark'))
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_kind_known";--> statement-breakpoint
ALTER TABLE "notification_setting" DROP CONSTRAINT "notification_setting_muted_known";--> statement-breakpoint
ALTER TABLE "void_proposal" ADD CONSTRAINT "void_proposal_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_saved_by_member_id_member_id_fk" FOREIGN KEY ("saved_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_proposed_by_member_id_member_id_fk" FOREIGN KEY ("proposed_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_sealed_by_member_id_member_id_fk" FOREIGN KEY ("sealed_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "void_proposal_open" ON "void_proposal" USING btree ("service_id") WHERE decided_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "report_edition" ON "report" USING btree ("month","edition");--> statement-breakpoint
CREATE INDEX "sealed_row_month" ON "sealed_row" USING btree ("month");--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_kind_known" CHECK ("notification"."kind" in ('need-approved', 'need-returned', 'words-approved', 'words-returned', 'need-expiring', 'need-expired', 'need-closed', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'lapsed', 'offer-lapsed', 'consent-expired', 'drawing-reported', 'service-reported', 'services-imported', 'service-verified', 'service-corrected', 'service-voided', 'request-granted', 'request-declined', 'lead', 'lead-in-view', 'one-rule', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'product-paused', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'void-proposed', 'void-told', 'request-asked', 'request-overdue', 'totals-differed', 'admitted', 'refused', 'suspended', 'restored', 'contested'));--> statement-breakpoint
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_muted_known" CHECK ("notification_setting"."muted" <@ array['need-approved', 'need-returned', 'words-approved', 'words-returned', 'need-expiring', 'need-expired', 'need-closed', 'consent-asked', 'invitation-accepted', 'contact-logged', 'file-complete', 'offer-made', 'offer-approved', 'offer-withdrawn', 'declined', 'lapsed', 'offer-lapsed', 'consent-expired', 'drawing-reported', 'service-reported', 'services-imported', 'service-verified', 'service-corrected', 'service-voided', 'request-granted', 'request-declined', 'lead', 'lead-in-view', 'one-rule', 'invited', 'assigned', 'handed-over', 'consent-given', 'consent-refused', 'consent-widened', 'consent-taken-back', 'approval-asked', 'offer-accepted', 'offer-declined', 'need-amended', 'talk-ended', 'product-paused', 'service-confirmed', 'service-disputed', 'organisation-applied', 'need-submitted', 'words-waiting', 'void-proposed', 'void-told', 'request-asked', 'request-overdue', 'totals-differed', 'admitted', 'refused', 'suspended', 'restored', 'contested']::text[]);--> statement-breakpoint
-- What is sealed never changes: neither the report, nor its files, nor the hashes it stands on, nor the key they are made with.
CREATE FUNCTION keep_sealed_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF old.state = 'sealed' THEN
    RAISE EXCEPTION 'a sealed report never changes' USING errcode = 'restrict_violation';
  END IF;
  RETURN coalesce(new, old);
END $$;
--> statement-breakpoint
CREATE TRIGGER report_stays BEFORE UPDATE OR DELETE ON "report" FOR EACH ROW EXECUTE FUNCTION keep_sealed_report();--> statement-breakpoint
CREATE TRIGGER report_file_stays BEFORE UPDATE OR DELETE ON "report_file" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER sealed_row_stays BEFORE UPDATE OR DELETE ON "sealed_row" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER seal_key_stays BEFORE UPDATE OR DELETE ON "seal_key" FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER publication_revision_stays BEFORE UPDATE OR DELETE ON "publication_revision" FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE "waiting_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uscc" text NOT NULL,
	"company_name" text NOT NULL,
	"state" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_member_id" uuid,
	"words" text,
	CONSTRAINT "waiting_code_uscc" UNIQUE("uscc"),
	CONSTRAINT "waiting_code_state_known" CHECK ("waiting_code"."state" in ('waiting', 'admitted', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "waiting_row" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code_id" uuid NOT NULL,
	"financier_id" uuid NOT NULL,
	"facts" jsonb NOT NULL,
	"key" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"member_id" uuid,
	CONSTRAINT "waiting_row_already_there" UNIQUE("code_id","key")
);
--> statement-breakpoint
DROP INDEX "service_already_there";--> statement-breakpoint
ALTER TABLE "service" ADD COLUMN "voucher" text;--> statement-breakpoint
ALTER TABLE "service" ADD COLUMN "twin" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "waiting_row" ADD CONSTRAINT "waiting_row_code_id_waiting_code_id_fk" FOREIGN KEY ("code_id") REFERENCES "public"."waiting_code"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_row" ADD CONSTRAINT "waiting_row_financier_id_organisation_id_fk" FOREIGN KEY ("financier_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "waiting_code_state" ON "waiting_code" USING btree ("state","since");--> statement-breakpoint
CREATE UNIQUE INDEX "service_already_there" ON "service" USING btree ("financier_id","contract_key","rung","happened_on","amount_fen","twin") WHERE state <> 'voided';--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_twin" CHECK ("service"."twin" >= 1);
CREATE TABLE "doubt" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"state" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by_member_id" uuid,
	"note" text,
	CONSTRAINT "doubt_kind_known" CHECK ("doubt"."kind" in ('same-contract', 'guarantee-alone', 'before-contact', 'before-grant', 'month-end', 'many-contacts', 'moved-month')),
	CONSTRAINT "doubt_state_known" CHECK ("doubt"."state" in ('open', 'right', 'mended')),
	CONSTRAINT "doubt_decided" CHECK (("doubt"."state" = 'open') = ("doubt"."note" is null))
);
--> statement-breakpoint
CREATE TABLE "doubt_row" (
	"doubt_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	CONSTRAINT "doubt_row_doubt_id_service_id_pk" PRIMARY KEY("doubt_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "doubt_through" (
	"one" bigint PRIMARY KEY DEFAULT 1 NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "doubt" ADD CONSTRAINT "doubt_decided_by_member_id_member_id_fk" FOREIGN KEY ("decided_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "doubt_row" ADD CONSTRAINT "doubt_row_doubt_id_doubt_id_fk" FOREIGN KEY ("doubt_id") REFERENCES "public"."doubt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "doubt_row" ADD CONSTRAINT "doubt_row_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "doubt_open" ON "doubt" USING btree ("kind","key") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "doubt_found" ON "doubt" USING btree ("found_at");--> statement-breakpoint
CREATE INDEX "doubt_row_service" ON "doubt_row" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "service_alike" ON "service" USING btree ("happened_on","amount_fen");--> statement-breakpoint
CREATE INDEX "service_came" ON "service" USING btree ("commit_id");--> statement-breakpoint
CREATE INDEX "service_mark_came" ON "service_mark" USING btree ("commit_id");
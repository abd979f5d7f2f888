CREATE TABLE "import_entry" (
	"import_id" uuid NOT NULL,
	"service_id" uuid NOT NULL,
	CONSTRAINT "import_entry_import_id_service_id_pk" PRIMARY KEY("import_id","service_id")
);
--> statement-breakpoint
CREATE TABLE "import_memory" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"headings" text NOT NULL,
	"answers" jsonb NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_memory_of" UNIQUE("organisation_id","kind","headings")
);
--> statement-breakpoint
CREATE TABLE "import" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"file" jsonb NOT NULL,
	"content" "bytea",
	"answers" jsonb NOT NULL,
	"remembered" jsonb NOT NULL,
	"headings" text NOT NULL,
	"mended" jsonb NOT NULL,
	"left_rows" jsonb NOT NULL,
	"version" integer NOT NULL,
	"found" jsonb,
	"progress" jsonb,
	"trouble" text,
	"started_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"kept_rows" integer,
	CONSTRAINT "import_kind_known" CHECK ("import"."kind" in ('services')),
	CONSTRAINT "import_state_known" CHECK ("import"."state" in ('open', 'confirmed', 'done', 'undone'))
);
--> statement-breakpoint
ALTER TABLE "waiting_code" ADD COLUMN "reason" text DEFAULT 'check' NOT NULL;--> statement-breakpoint
ALTER TABLE "waiting_row" ADD COLUMN "source" text DEFAULT 'import' NOT NULL;--> statement-breakpoint
ALTER TABLE "waiting_row" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "import_entry" ADD CONSTRAINT "import_entry_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_memory" ADD CONSTRAINT "import_memory_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_memory" ADD CONSTRAINT "import_memory_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import" ADD CONSTRAINT "import_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_entry_service" ON "import_entry" USING btree ("service_id");--> statement-breakpoint
CREATE INDEX "import_sender" ON "import" USING btree ("organisation_id","started_at");--> statement-breakpoint
CREATE INDEX "import_changed" ON "import" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "waiting_row_import" ON "waiting_row" USING btree ("import_id");--> statement-breakpoint
ALTER TABLE "waiting_code" ADD CONSTRAINT "waiting_code_reason_known" CHECK ("waiting_code"."reason" in ('check', 'unknown'));--> statement-breakpoint
ALTER TABLE "waiting_row" ADD CONSTRAINT "waiting_row_source_known" CHECK ("waiting_row"."source" in ('platform', 'report', 'import'));
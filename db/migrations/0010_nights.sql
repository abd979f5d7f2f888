CREATE TABLE "night" (
	"work" text PRIMARY KEY NOT NULL,
	"through" date NOT NULL,
	CONSTRAINT "night_work_known" CHECK ("night"."work" in ('judge', 'clear'))
);
--> statement-breakpoint
ALTER TABLE "notification" DROP CONSTRAINT "notification_mail_id_outbox_mail_id_fk";
--> statement-breakpoint
ALTER TABLE "notification" ADD CONSTRAINT "notification_mail_id_outbox_mail_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."outbox_mail"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notification_mail" ON "notification" USING btree ("mail_id") WHERE mail_id is not null;
CREATE TABLE "saved_question" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"parameters" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "saved_question_name_length" CHECK (char_length("saved_question"."name") between 1 and 30)
);
--> statement-breakpoint
ALTER TABLE "saved_question" ADD CONSTRAINT "saved_question_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_question_name" ON "saved_question" USING btree ("member_id","name");
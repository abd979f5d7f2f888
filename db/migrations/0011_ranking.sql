CREATE TABLE "ranking" (
	"id" uuid PRIMARY KEY NOT NULL,
	"as_of" timestamp with time zone NOT NULL,
	"contracts" integer NOT NULL,
	"lessons" integer NOT NULL,
	"kept" jsonb NOT NULL,
	"learned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ranking_as_of" UNIQUE("as_of")
);
--> statement-breakpoint
ALTER TABLE "night" DROP CONSTRAINT "night_work_known";--> statement-breakpoint
ALTER TABLE "match" ADD COLUMN "record" jsonb DEFAULT '{"standing":null,"deals":0,"similar":0,"evidence":[],"asked":0,"answered":0,"medianAnswerHours":null}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "night" ADD CONSTRAINT "night_work_known" CHECK ("night"."work" in ('judge', 'rank', 'clear'));
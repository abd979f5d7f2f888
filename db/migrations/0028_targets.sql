CREATE TABLE "yearly_target" (
	"id" uuid PRIMARY KEY NOT NULL,
	"year" integer NOT NULL,
	"measure" text NOT NULL,
	"place" text NOT NULL,
	"value" bigint NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by_member_id" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by_member_id" uuid,
	"reason" text,
	CONSTRAINT "yearly_target_measure_known" CHECK ("yearly_target"."measure" in ('companies', 'drawn')),
	CONSTRAINT "yearly_target_place_known" CHECK ("yearly_target"."place" in ('city', 'xincheng', 'beilin', 'lianhu', 'baqiao', 'weiyang', 'yanta', 'yanliang', 'lintong', 'changan', 'gaoling', 'huyi', 'lantian', 'zhouzhi', 'high-tech', 'economic', 'qujiang', 'chanba', 'aviation-base', 'aerospace-base', 'xixian')),
	CONSTRAINT "yearly_target_state_known" CHECK ("yearly_target"."state" in ('in-force', 'ended')),
	CONSTRAINT "yearly_target_year" CHECK ("yearly_target"."year" between 2023 and 2100),
	CONSTRAINT "yearly_target_value" CHECK ("yearly_target"."value" > 0),
	CONSTRAINT "yearly_target_ended" CHECK (("yearly_target"."state" = 'ended') = ("yearly_target"."ended_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "service" ADD COLUMN "park" text;--> statement-breakpoint
ALTER TABLE "yearly_target" ADD CONSTRAINT "yearly_target_set_by_member_id_member_id_fk" FOREIGN KEY ("set_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "yearly_target" ADD CONSTRAINT "yearly_target_ended_by_member_id_member_id_fk" FOREIGN KEY ("ended_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "yearly_target_in_force" ON "yearly_target" USING btree ("year","place","measure") WHERE state = 'in-force';--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_park_known" CHECK ("service"."park" in ('silk-road-science'));--> statement-breakpoint
-- What the rows copied of their companies had no park until now: it is the one of that day, or, before the first word, of that.
ALTER TABLE "service" DISABLE TRIGGER service_facts_stay;--> statement-breakpoint
UPDATE "service" SET "park" = said."park" FROM (
  SELECT s."id", (
    SELECT d."park" FROM "dated_profile" d WHERE d."organisation_id" = s."organisation_id"
    ORDER BY d."since" <= s."happened_on" DESC, CASE WHEN d."since" <= s."happened_on" THEN d."since" END DESC, d."since" LIMIT 1) AS "park"
  FROM "service" s WHERE s."zone" = 'high-tech') AS said
WHERE said."id" = "service"."id" AND said."park" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "service" ENABLE TRIGGER service_facts_stay;

ALTER TABLE "lead" RENAME TO "need_index";--> statement-breakpoint
ALTER TABLE "need_index" RENAME CONSTRAINT "lead_need_id_class_pk" TO "need_index_need_id_class_pk";--> statement-breakpoint
ALTER TABLE "need_index" RENAME CONSTRAINT "lead_need_id_need_id_fk" TO "need_index_need_id_need_id_fk";--> statement-breakpoint
ALTER INDEX "lead_renew" RENAME TO "need_index_renew";--> statement-breakpoint
ALTER INDEX "lead_reach" RENAME TO "need_index_reach";--> statement-breakpoint
CREATE TABLE "dated_profile" (
	"organisation_id" uuid NOT NULL,
	"since" date NOT NULL,
	"district" text,
	"zone" text,
	"chains" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "dated_profile_organisation_id_since_pk" PRIMARY KEY("organisation_id","since"),
	CONSTRAINT "dated_profile_district_known" CHECK ("dated_profile"."district" in ('xincheng', 'beilin', 'lianhu', 'baqiao', 'weiyang', 'yanta', 'yanliang', 'lintong', 'changan', 'gaoling', 'huyi', 'lantian', 'zhouzhi')),
	CONSTRAINT "dated_profile_zone_known" CHECK ("dated_profile"."zone" in ('high-tech', 'economic', 'qujiang', 'chanba', 'aviation-base', 'aerospace-base', 'xixian')),
	CONSTRAINT "dated_profile_chains_known" CHECK ("dated_profile"."chains" <@ array['photonics', 'heavy-trucks', 'semiconductors', 'biomedicine', 'rail-transit', 'aviation', 'titanium', 'new-energy-vehicles', 'dairy', 'aerospace', 'power-transmission', 'photovoltaics', 'drones', 'hydrogen', 'additive-manufacturing', 'smart-terminals', 'internet-of-things', 'sensors', 'ceramic-composites']::text[])
);
--> statement-breakpoint
ALTER TABLE "dated_profile" ADD CONSTRAINT "dated_profile_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- Where a company was before its places were dated is what it says today.
INSERT INTO "dated_profile" ("organisation_id", "since", "district", "zone", "chains")
SELECT o."id", (o."created_at" AT TIME ZONE 'Asia/Shanghai')::date, o."district", o."zone", coalesce(p."chains", '{}')
FROM "organisation" o LEFT JOIN "profile" p ON p."organisation_id" = o."id"
WHERE o."kind" = 'company' AND (o."district" IS NOT NULL OR o."zone" IS NOT NULL OR p."chains" <> '{}');--> statement-breakpoint
ALTER TABLE "need" ADD COLUMN "expiry_warned_at" timestamp with time zone;--> statement-breakpoint
UPDATE "need" SET "expiry_warned_at" = warned."at"
FROM (SELECT "subject_id", min("at") AS "at" FROM "event" WHERE "type" = 'need.expiry-warned' GROUP BY 1) AS warned
WHERE warned."subject_id" = "need"."id";--> statement-breakpoint
CREATE INDEX "introduction_due" ON "introduction" USING btree ("due_at") WHERE due_at is not null;--> statement-breakpoint
CREATE INDEX "need_review_due" ON "need" USING btree ("review_due_at") WHERE review_due_at is not null;--> statement-breakpoint
CREATE INDEX "need_unanswered" ON "need" USING btree ("answer_due_at") WHERE state = 'published' and first_answer_at is null;--> statement-breakpoint
CREATE INDEX "service_disputed" ON "service" USING btree ("recorded_at") WHERE state = 'disputed';--> statement-breakpoint
-- What happened stays as it was; its name is another from now on.
ALTER TABLE "event" DISABLE TRIGGER "event_stays";--> statement-breakpoint
UPDATE "event" SET "type" = 'introduction.handed-over' WHERE "type" = 'introduction.lead-assigned';--> statement-breakpoint
ALTER TABLE "event" ENABLE TRIGGER "event_stays";

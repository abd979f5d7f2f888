CREATE TABLE "lead" (
	"need_id" uuid NOT NULL,
	"class" smallint NOT NULL,
	"in_parts" boolean NOT NULL,
	"open_fen" bigint NOT NULL,
	"least_fen" bigint NOT NULL,
	"tenor_months" integer,
	"max_cost_bp" integer,
	"district" integer,
	"zone" integer,
	"chain" integer,
	"stage" integer,
	"qualification" integer,
	"collateral" integer,
	"use" integer,
	"founded_on" date,
	"staff" integer,
	"rd_staff" integer,
	"debt_ratio_bp" integer,
	"patents" integer,
	"revenue_fen" bigint,
	"profit_fen" bigint,
	"rd_spend_fen" bigint,
	"white_listed" boolean NOT NULL,
	"renew_on" date,
	CONSTRAINT "lead_need_id_class_pk" PRIMARY KEY("need_id","class")
);
--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lead_renew" ON "lead" USING btree ("renew_on") WHERE renew_on is not null;
--> statement-breakpoint
CREATE INDEX "lead_reach" ON "lead" USING btree ("class","in_parts","open_fen") INCLUDE ("need_id","least_fen","tenor_months","max_cost_bp","district","zone","chain","stage","qualification","collateral","use","founded_on","staff","rd_staff","debt_ratio_bp","patents","revenue_fen","profit_fen","rd_spend_fen","white_listed");
--> statement-breakpoint
-- Rows that are due at once: the next judgement makes each anew from its need.
INSERT INTO "lead" ("need_id", "class", "in_parts", "open_fen", "least_fen", "white_listed", "renew_on")
SELECT "id", 0, false, 0, 0, false, '1970-01-01' FROM "need" WHERE "state" = 'published' AND "open_fen" > 0;

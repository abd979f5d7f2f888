-- What a row costs to read is its columns: codes share two, and the tenor stands before the amount in the index.
DROP INDEX "lead_reach";--> statement-breakpoint
-- Every lead is due, and made anew from its need by the next judgement.
UPDATE "lead" SET "renew_on" = '1970-01-01', "tenor_months" = coalesce("tenor_months", 0);--> statement-breakpoint
ALTER TABLE "lead" ALTER COLUMN "tenor_months" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "single_codes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ADD COLUMN "several_codes" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lead" ALTER COLUMN "single_codes" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "lead" ALTER COLUMN "several_codes" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "lead" DROP COLUMN "district";--> statement-breakpoint
ALTER TABLE "lead" DROP COLUMN "zone";--> statement-breakpoint
ALTER TABLE "lead" DROP COLUMN "chain";--> statement-breakpoint
ALTER TABLE "lead" DROP COLUMN "stage";--> statement-breakpoint
ALTER TABLE "lead" DROP COLUMN "qualification";--> statement-breakpoint
ALTER TABLE "lead" DROP COLUMN "collateral";--> statement-breakpoint
ALTER TABLE "lead" DROP COLUMN "use";--> statement-breakpoint
ALTER TABLE "lead" DROP COLUMN "white_listed";--> statement-breakpoint
CREATE INDEX "lead_reach" ON "lead" USING btree ("class","in_parts","tenor_months","open_fen") INCLUDE ("need_id","least_fen","max_cost_bp","single_codes","several_codes","founded_on","staff","rd_staff","debt_ratio_bp","patents","revenue_fen","profit_fen","rd_spend_fen");

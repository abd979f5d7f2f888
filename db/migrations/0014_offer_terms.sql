ALTER TABLE "offer" ADD COLUMN "valuation_fen" bigint;--> statement-breakpoint
ALTER TABLE "offer" ADD COLUMN "conditions" text;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "costs_bp" integer[];--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "no_chain" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "profile" ADD COLUMN "certificates_known" boolean DEFAULT false NOT NULL;--> statement-breakpoint
UPDATE "profile" SET "certificates_known" = true
WHERE "invention_patents" IS NOT NULL OR EXISTS (SELECT FROM "qualification" WHERE "qualification"."organisation_id" = "profile"."organisation_id");--> statement-breakpoint
UPDATE "need" SET "facts" = "need"."facts" || jsonb_build_object('noChain', false, 'certificatesKnown', "profile"."certificates_known"),
  "teaser" = "need"."teaser" || jsonb_build_object('certificatesKnown', "profile"."certificates_known")
FROM "profile" WHERE "profile"."organisation_id" = "need"."organisation_id" AND "need"."facts" IS NOT NULL;--> statement-breakpoint
UPDATE "need_index" SET "renew_on" = '2000-01-01';

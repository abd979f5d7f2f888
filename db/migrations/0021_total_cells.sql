CREATE TABLE "total_cell" (
	"dimension" text NOT NULL,
	"part" text NOT NULL,
	"rung" integer NOT NULL,
	"measure" text NOT NULL,
	"month" integer NOT NULL,
	"before" integer NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "total_cell_dimension_known" CHECK ("total_cell"."dimension" in ('all', 'district', 'zone', 'chain', 'class', 'financier-kind', 'financier', 'qualification', 'white-list')),
	CONSTRAINT "total_cell_measure_known" CHECK ("total_cell"."measure" in ('companies', 'evidenced', 'first-loans', 'loans', 'times', 'disputed', 'fen'))
);
--> statement-breakpoint
CREATE TABLE "total_owner" (
	"id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE INDEX "total_cell_asked" ON "total_cell" USING btree ("dimension","part","month");
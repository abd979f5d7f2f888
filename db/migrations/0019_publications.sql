CREATE TABLE "publication" (
	"number" integer PRIMARY KEY NOT NULL,
	"month" integer NOT NULL,
	"definition" text NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"windows" jsonb NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "publication_month" ON "publication" USING btree ("month");--> statement-breakpoint
CREATE TRIGGER publication_stays BEFORE UPDATE OR DELETE ON "publication" FOR EACH ROW EXECUTE FUNCTION refuse_change();

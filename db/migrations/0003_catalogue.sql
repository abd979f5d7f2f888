CREATE TABLE "catalogue" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"version" uuid NOT NULL,
	CONSTRAINT "catalogue_one_row" CHECK ("catalogue"."only")
);

--> statement-breakpoint
INSERT INTO "catalogue" ("version") VALUES (gen_random_uuid());
--> statement-breakpoint
-- Whatever changes what is on offer gives the catalogue another version in the same transaction, by whatever door it comes.
create function renew_catalogue() returns trigger language plpgsql as $$
begin
  update catalogue set version = gen_random_uuid();
  return null;
end $$;
--> statement-breakpoint
create trigger product_renews_catalogue after insert or update or delete on "product" for each statement execute function renew_catalogue();
--> statement-breakpoint
create trigger financier_renews_catalogue after update of "state" on "organisation" for each row when (new.kind = 'financier' and new.state is distinct from old.state) execute function renew_catalogue();

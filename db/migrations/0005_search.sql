-- How names are compared: width and compatibility folded (NFKC), lower case. Its collation is fixed, so that it means the same on every server.
create function folded(value text) returns text language sql immutable strict parallel safe
return lower(normalize(value, NFKC) collate "C");
--> statement-breakpoint
-- Every two neighbouring characters, once: an index over them finds any part of two characters or more, which is most Chinese words.
create function bigrams(value text) returns text[] language sql immutable strict parallel safe
return array(select distinct substr(folded(value), place, 2) from generate_series(1, length(folded(value)) - 1) as place);
--> statement-breakpoint
CREATE INDEX "organisation_name" ON "organisation" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "organisation_uscc_prefix" ON "organisation" USING btree ("uscc" text_pattern_ops);--> statement-breakpoint
ALTER TABLE "organisation" ADD COLUMN "name_bigrams" text[] GENERATED ALWAYS AS (bigrams("name")) STORED;--> statement-breakpoint
CREATE INDEX "organisation_name_bigrams" ON "organisation" USING gin ("name_bigrams");--> statement-breakpoint
CREATE INDEX "need_sent" ON "need" USING btree (coalesce(submitted_at, created_at),"id");--> statement-breakpoint
CREATE INDEX "need_state_sent" ON "need" USING btree ("state",coalesce(submitted_at, created_at),"id");
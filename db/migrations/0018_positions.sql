CREATE TABLE "ledger_commit" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"position" bigint,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "service_mark" RENAME COLUMN "position" TO "id";--> statement-breakpoint
ALTER SEQUENCE "service_mark_position_seq" RENAME TO "service_mark_id_seq";--> statement-breakpoint
DROP INDEX "service_mark_service";--> statement-breakpoint
ALTER TABLE "service" ADD COLUMN "commit_id" bigint DEFAULT null;--> statement-breakpoint
ALTER TABLE "service_mark" ADD COLUMN "commit_id" bigint DEFAULT null;--> statement-breakpoint
-- What is there already gets its positions in the order of its moments, which is all that was kept.
INSERT INTO "ledger_commit" ("position", "at")
SELECT row_number() OVER (ORDER BY "at"), "at" FROM (SELECT "recorded_at" AS "at" FROM "service" UNION SELECT "at" FROM "service_mark") AS told;--> statement-breakpoint
ALTER TABLE "service" DISABLE TRIGGER "service_facts_stay";--> statement-breakpoint
ALTER TABLE "service_mark" DISABLE TRIGGER "service_mark_stays";--> statement-breakpoint
UPDATE "service" SET "commit_id" = c."id" FROM "ledger_commit" c WHERE c."at" = "service"."recorded_at";--> statement-breakpoint
UPDATE "service_mark" SET "commit_id" = c."id" FROM "ledger_commit" c WHERE c."at" = "service_mark"."at";--> statement-breakpoint
ALTER TABLE "service" ENABLE TRIGGER "service_facts_stay";--> statement-breakpoint
ALTER TABLE "service_mark" ENABLE TRIGGER "service_mark_stays";--> statement-breakpoint
ALTER TABLE "service" ALTER COLUMN "commit_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "service_mark" ALTER COLUMN "commit_id" SET NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_commit_position" ON "ledger_commit" USING btree ("position");--> statement-breakpoint
CREATE INDEX "ledger_commit_at" ON "ledger_commit" USING btree ("at");--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_commit_id_ledger_commit_id_fk" FOREIGN KEY ("commit_id") REFERENCES "public"."ledger_commit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_mark" ADD CONSTRAINT "service_mark_commit_id_ledger_commit_id_fk" FOREIGN KEY ("commit_id") REFERENCES "public"."ledger_commit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "service_mark_service" ON "service_mark" USING btree ("service_id","id");--> statement-breakpoint
CREATE SEQUENCE "ledger_position";--> statement-breakpoint
SELECT setval('ledger_position', count(*) + 1, false) FROM "ledger_commit";--> statement-breakpoint
-- Rows and marks of one transaction become visible together: the first of them opens the commit that all of them come with.
CREATE FUNCTION join_ledger_commit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  mine bigint := nullif(current_setting('kerong.ledger_commit', true), '')::bigint;
BEGIN
  IF new.commit_id IS NULL THEN
    IF mine IS NULL THEN
      INSERT INTO ledger_commit (at) VALUES (clock_timestamp()) RETURNING id INTO mine;
      PERFORM set_config('kerong.ledger_commit', mine::text, true);
    END IF;
    new.commit_id := mine;
  ELSIF EXISTS (SELECT FROM ledger_commit WHERE id = new.commit_id AND position IS NOT NULL) THEN
    RAISE EXCEPTION 'nothing joins a commit that has its position' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN new;
END $$;--> statement-breakpoint
CREATE TRIGGER service_joins_commit BEFORE INSERT ON "service" FOR EACH ROW EXECUTE FUNCTION join_ledger_commit();--> statement-breakpoint
CREATE TRIGGER service_mark_joins_commit BEFORE INSERT ON "service_mark" FOR EACH ROW EXECUTE FUNCTION join_ledger_commit();--> statement-breakpoint
-- When the transaction ends: the lock is held until it is visible, so that the next position is drawn after that.
CREATE FUNCTION give_ledger_position() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('ledger position', 0));
  UPDATE ledger_commit SET position = nextval('ledger_position'), at = clock_timestamp()
  WHERE id = new.id AND position IS NULL;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER ledger_commit_ends AFTER INSERT ON "ledger_commit" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION give_ledger_position();--> statement-breakpoint
CREATE TRIGGER ledger_commit_stays BEFORE UPDATE ON "ledger_commit" FOR EACH ROW WHEN (old.position IS NOT NULL) EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER ledger_commit_is_kept BEFORE DELETE ON "ledger_commit" FOR EACH ROW EXECUTE FUNCTION refuse_change();

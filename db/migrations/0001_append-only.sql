-- The ledger and the record of events are append-only: only a service's state may follow its latest mark.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create function keep_service_facts() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'state') is distinct from (to_jsonb(old) - 'state') then
    raise exception 'a service is never edited: void it and enter it anew' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger service_facts_stay before update on "service" for each row execute function keep_service_facts();
--> statement-breakpoint
create trigger service_stays before delete on "service" for each row execute function refuse_change();
--> statement-breakpoint
create trigger service_mark_stays before update or delete on "service_mark" for each row execute function refuse_change();
--> statement-breakpoint
create trigger event_stays before update or delete on "event" for each row execute function refuse_change();

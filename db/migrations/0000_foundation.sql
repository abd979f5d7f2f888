CREATE TABLE "event" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"member_id" uuid,
	"organisation_id" uuid,
	"subject_id" uuid NOT NULL,
	"company_id" uuid,
	"facts" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"password_hash" text,
	"role" text NOT NULL,
	"state" text NOT NULL,
	"duties" text[] DEFAULT '{}' NOT NULL,
	"scope_city" boolean DEFAULT false NOT NULL,
	"scope_districts" text[] DEFAULT '{}' NOT NULL,
	"scope_zones" text[] DEFAULT '{}' NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"invitation_hash" text,
	"invited_until" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "member_role_known" CHECK ("member"."role" in ('owner', 'editor', 'viewer')),
	CONSTRAINT "member_state_known" CHECK ("member"."state" in ('invited', 'active', 'removed')),
	CONSTRAINT "member_duties_known" CHECK ("member"."duties" <@ array['verifier', 'statistician', 'publisher', 'administrator']::text[]),
	CONSTRAINT "member_email_lower" CHECK ("member"."email" = lower("member"."email")),
	CONSTRAINT "member_active_password" CHECK ("member"."state" <> 'active' or "member"."password_hash" is not null)
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"financier_kind" text,
	"uscc" text NOT NULL,
	"name" text NOT NULL,
	"parent_id" uuid,
	"state" text NOT NULL,
	"state_reason" text,
	"district" text,
	"zone" text,
	"applied_at" timestamp with time zone,
	"admitted_at" timestamp with time zone,
	"suspended_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "organisation_kind_known" CHECK ("organisation"."kind" in ('company', 'financier', 'authority')),
	CONSTRAINT "organisation_state_known" CHECK ("organisation"."state" in ('known', 'applied', 'admitted', 'refused', 'suspended')),
	CONSTRAINT "organisation_financier_kind_known" CHECK ("organisation"."financier_kind" in ('bank', 'fund', 'guarantee', 'leasing', 'factoring', 'insurance', 'securities')),
	CONSTRAINT "organisation_financier_kind" CHECK (("organisation"."kind" = 'financier') = ("organisation"."financier_kind" is not null)),
	CONSTRAINT "organisation_district_known" CHECK ("organisation"."district" in ('xincheng', 'beilin', 'lianhu', 'baqiao', 'weiyang', 'yanta', 'yanliang', 'lintong', 'changan', 'gaoling', 'huyi', 'lantian', 'zhouzhi')),
	CONSTRAINT "organisation_zone_known" CHECK ("organisation"."zone" in ('high-tech', 'economic', 'qujiang', 'chanba', 'aviation-base', 'aerospace-base', 'xixian'))
);
--> statement-breakpoint
CREATE TABLE "profile" (
	"organisation_id" uuid PRIMARY KEY NOT NULL,
	"park" text,
	"chains" text[] DEFAULT '{}' NOT NULL,
	"stage" text,
	"founded_on" date,
	"staff" integer,
	"rd_staff" integer,
	"debt_ratio_bp" integer,
	"debt_ratio_year" integer,
	"invention_patents" integer,
	"other_patents" integer,
	"software" integer,
	"collateral" text[] DEFAULT '{}' NOT NULL,
	"introduction" text,
	"contact_name" text,
	"contact_phone" text,
	"saved_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "profile_park_known" CHECK ("profile"."park" in ('silk-road-science')),
	CONSTRAINT "profile_chains_known" CHECK ("profile"."chains" <@ array['photonics', 'heavy-trucks', 'semiconductors', 'biomedicine', 'rail-transit', 'aviation', 'titanium', 'new-energy-vehicles', 'dairy', 'aerospace', 'power-transmission', 'photovoltaics', 'drones', 'hydrogen', 'additive-manufacturing', 'smart-terminals', 'internet-of-things', 'sensors', 'ceramic-composites']::text[]),
	CONSTRAINT "profile_stage_known" CHECK ("profile"."stage" in ('seed', 'start-up', 'growth', 'expansion', 'mature')),
	CONSTRAINT "profile_collateral_known" CHECK ("profile"."collateral" <@ array['real-estate', 'land', 'equipment', 'inventory', 'receivables', 'orders', 'patents', 'shares', 'deposit', 'third-party-guarantee']::text[]),
	CONSTRAINT "profile_staff" CHECK ("profile"."staff" >= 0 and ("profile"."rd_staff" is null or "profile"."rd_staff" <= "profile"."staff"))
);
--> statement-breakpoint
CREATE TABLE "profile_year" (
	"organisation_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"revenue_fen" bigint,
	"profit_fen" bigint,
	"rd_spend_fen" bigint,
	CONSTRAINT "profile_year_organisation_id_year_pk" PRIMARY KEY("organisation_id","year")
);
--> statement-breakpoint
CREATE TABLE "qualification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"number" text,
	"issuer" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "qualification_kind_known" CHECK ("qualification"."kind" in ('technology-sme', 'innovative-sme', 'specialised-sme', 'little-giant', 'high-tech-enterprise', 'gazelle', 'unicorn', 'above-scale', 'listing-reserve', 'chain-leader')),
	CONSTRAINT "qualification_level_known" CHECK ("qualification"."level" in ('national', 'provincial', 'municipal')),
	CONSTRAINT "qualification_days" CHECK ("qualification"."valid_to" is null or "qualification"."valid_to" >= "qualification"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "white_list_entry" (
	"id" uuid PRIMARY KEY NOT NULL,
	"batch_on" date NOT NULL,
	"organisation_id" uuid NOT NULL,
	"chain" text NOT NULL,
	"contact_member_id" uuid,
	"ended_on" date,
	CONSTRAINT "white_list_chain_known" CHECK ("white_list_entry"."chain" in ('photonics', 'heavy-trucks', 'semiconductors', 'biomedicine', 'rail-transit', 'aviation', 'titanium', 'new-energy-vehicles', 'dairy', 'aerospace', 'power-transmission', 'photovoltaics', 'drones', 'hydrogen', 'additive-manufacturing', 'smart-terminals', 'internet-of-things', 'sensors', 'ceramic-composites'))
);
--> statement-breakpoint
CREATE TABLE "match" (
	"id" uuid PRIMARY KEY NOT NULL,
	"need_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"financier_id" uuid NOT NULL,
	"need_version" integer NOT NULL,
	"product_version" integer NOT NULL,
	"rules_version" integer NOT NULL,
	"eligible" boolean NOT NULL,
	"fit" integer NOT NULL,
	"parts" jsonb NOT NULL,
	"rows" jsonb NOT NULL,
	"judged_at" timestamp with time zone NOT NULL,
	"first_judged_at" timestamp with time zone NOT NULL,
	"passed_at" timestamp with time zone,
	"pass_code" text,
	CONSTRAINT "match_fit" CHECK ("match"."fit" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "need" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"classes" text[] DEFAULT '{}' NOT NULL,
	"use_kind" text,
	"words" text,
	"words_waiting" text,
	"amount_fen" bigint,
	"least_fen" bigint,
	"in_parts" boolean DEFAULT false NOT NULL,
	"part_fen" bigint,
	"tenor_months" integer,
	"collateral" text[] DEFAULT '{}' NOT NULL,
	"max_cost_bp" integer,
	"wanted_by" date,
	"show_white_list" boolean DEFAULT false NOT NULL,
	"steps_done" text[] DEFAULT '{}' NOT NULL,
	"open_fen" bigint DEFAULT 0 NOT NULL,
	"facts" jsonb,
	"teaser" jsonb,
	"return_reason" text,
	"copied_from_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"review_due_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"answer_due_at" timestamp with time zone,
	"first_answer_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "need_state_known" CHECK ("need"."state" in ('draft', 'in-review', 'returned', 'published', 'withdrawn', 'closed', 'expired')),
	CONSTRAINT "need_classes_known" CHECK ("need"."classes" <@ array['credit-loan', 'secured-loan', 'ip-pledge-loan', 'guarantee', 'equity', 'venture-debt', 'finance-lease', 'factoring', 'supply-chain-finance', 'insurance', 'bond']::text[]),
	CONSTRAINT "need_use_known" CHECK ("need"."use_kind" in ('working-capital', 'materials', 'research', 'equipment', 'expansion', 'premises', 'market', 'refinancing')),
	CONSTRAINT "need_collateral_known" CHECK ("need"."collateral" <@ array['real-estate', 'land', 'equipment', 'inventory', 'receivables', 'orders', 'patents', 'shares', 'deposit', 'third-party-guarantee']::text[]),
	CONSTRAINT "need_steps_known" CHECK ("need"."steps_done" <@ array['use', 'amount', 'security', 'cost', 'privacy']::text[]),
	CONSTRAINT "need_open" CHECK ("need"."open_fen" >= 0),
	CONSTRAINT "need_least" CHECK ("need"."least_fen" is null or "need"."least_fen" <= "need"."amount_fen"),
	CONSTRAINT "need_published_whole" CHECK ("need"."state" <> 'published' or ("need"."amount_fen" is not null and "need"."facts" is not null and "need"."teaser" is not null and "need"."published_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "product" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"financier_id" uuid NOT NULL,
	"state" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"class" text NOT NULL,
	"summary" text,
	"amount_min_fen" bigint NOT NULL,
	"amount_max_fen" bigint NOT NULL,
	"tenor_min_months" integer,
	"tenor_max_months" integer,
	"rate_min_bp" integer,
	"rate_max_bp" integer,
	"fee_bp" integer DEFAULT 0 NOT NULL,
	"repayment" text NOT NULL,
	"answer_days" integer,
	"decision_days" integer,
	"criteria" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"reconfirmed_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	CONSTRAINT "product_state_known" CHECK ("product"."state" in ('draft', 'live', 'paused', 'retired')),
	CONSTRAINT "product_class_known" CHECK ("product"."class" in ('credit-loan', 'secured-loan', 'ip-pledge-loan', 'guarantee', 'equity', 'venture-debt', 'finance-lease', 'factoring', 'supply-chain-finance', 'insurance', 'bond')),
	CONSTRAINT "product_repayment_known" CHECK ("product"."repayment" in ('interest-monthly', 'equal-instalments', 'equal-principal', 'bullet', 'revolving', 'none')),
	CONSTRAINT "product_amounts" CHECK ("product"."amount_min_fen" > 0 and "product"."amount_min_fen" <= "product"."amount_max_fen"),
	CONSTRAINT "product_tenors" CHECK ("product"."tenor_min_months" is null or "product"."tenor_max_months" is null or "product"."tenor_min_months" <= "product"."tenor_max_months")
);
--> statement-breakpoint
CREATE TABLE "product_version" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"moved_hidden_threshold" boolean NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"member_id" uuid
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"introduction_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"financier_id" uuid NOT NULL,
	"field_group" text NOT NULL,
	"purpose" text NOT NULL,
	"until" date NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"given_by_member_id" uuid NOT NULL,
	"text_version" integer NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "consent_group_known" CHECK ("consent"."field_group" in ('identity', 'contact', 'business', 'accounts', 'property', 'certificates')),
	CONSTRAINT "consent_purpose_known" CHECK ("consent"."purpose" in ('first-contact', 'credit-review', 'due-diligence', 'guarantee-review'))
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"introduction_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"contacted_on" date NOT NULL,
	"note" text,
	"member_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "contact_kind_known" CHECK ("contact"."kind" in ('visit', 'meeting', 'call'))
);
--> statement-breakpoint
CREATE TABLE "disclosure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"introduction_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"financier_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"groups" text[] DEFAULT '{}' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "disclosure_groups_known" CHECK ("disclosure"."groups" <@ array['identity', 'contact', 'business', 'accounts', 'property', 'certificates']::text[])
);
--> statement-breakpoint
CREATE TABLE "introduction" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"need_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"financier_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"origin" text NOT NULL,
	"state" text NOT NULL,
	"state_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"white_listed" boolean DEFAULT false NOT NULL,
	"fit" integer NOT NULL,
	"rows" jsonb NOT NULL,
	"assigned_member_id" uuid,
	"asked_groups" text[] DEFAULT '{}' NOT NULL,
	"asked_purpose" text,
	"asked_until" date,
	"created_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"requested_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"contacted_at" timestamp with time zone,
	"file_complete_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"drawn_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ending" text,
	"decline_code" text,
	"ending_words" text,
	CONSTRAINT "introduction_origin_known" CHECK ("introduction"."origin" in ('invited', 'assigned', 'claimed')),
	CONSTRAINT "introduction_state_known" CHECK ("introduction"."state" in ('invited', 'assigned', 'requested', 'open', 'in-contact', 'file-complete', 'approved', 'drawn', 'ended')),
	CONSTRAINT "introduction_ending_known" CHECK ("introduction"."ending" in ('declined-by-financier', 'refused-by-company', 'ended-by-company', 'consent-revoked', 'need-ended')),
	CONSTRAINT "introduction_decline_known" CHECK ("introduction"."decline_code" in ('industry', 'district', 'stage-or-age', 'revenue', 'amount-high', 'amount-low', 'tenor', 'collateral', 'debt-ratio', 'credit-or-lawsuit', 'papers-missing', 'quota-used-up', 'financed-elsewhere', 'cannot-be-reached', 'company-gave-up', 'other')),
	CONSTRAINT "introduction_purpose_known" CHECK ("introduction"."asked_purpose" in ('first-contact', 'credit-review', 'due-diligence', 'guarantee-review')),
	CONSTRAINT "introduction_groups_known" CHECK ("introduction"."asked_groups" <@ array['identity', 'contact', 'business', 'accounts', 'property', 'certificates']::text[]),
	CONSTRAINT "introduction_ended" CHECK (("introduction"."state" = 'ended') = ("introduction"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "offer" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"introduction_id" uuid NOT NULL,
	"need_id" uuid NOT NULL,
	"need_version" integer NOT NULL,
	"state" text NOT NULL,
	"amount_fen" bigint NOT NULL,
	"rate_bp" integer,
	"upfront_fee_fen" bigint DEFAULT 0 NOT NULL,
	"yearly_fee_bp" integer DEFAULT 0 NOT NULL,
	"repayment" text NOT NULL,
	"tenor_months" integer,
	"revolving" boolean DEFAULT false NOT NULL,
	"collateral" text[] DEFAULT '{}' NOT NULL,
	"valid_until" date NOT NULL,
	"all_in_bp" integer,
	"replaces_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"asked_at" timestamp with time zone,
	"approved_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "offer_state_known" CHECK ("offer"."state" in ('indicative', 'asked', 'approved', 'accepted', 'declined', 'withdrawn', 'lapsed', 'replaced')),
	CONSTRAINT "offer_repayment_known" CHECK ("offer"."repayment" in ('interest-monthly', 'equal-instalments', 'equal-principal', 'bullet', 'revolving', 'none')),
	CONSTRAINT "offer_collateral_known" CHECK ("offer"."collateral" <@ array['real-estate', 'land', 'equipment', 'inventory', 'receivables', 'orders', 'patents', 'shares', 'deposit', 'third-party-guarantee']::text[]),
	CONSTRAINT "offer_amount" CHECK ("offer"."amount_fen" > 0)
);
--> statement-breakpoint
CREATE TABLE "service" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"financier_id" uuid NOT NULL,
	"financier_kind" text NOT NULL,
	"rung" integer NOT NULL,
	"class" text NOT NULL,
	"contract_no" text,
	"contract_key" text NOT NULL,
	"happened_on" date NOT NULL,
	"month" integer NOT NULL,
	"amount_fen" bigint NOT NULL,
	"rate_bp" integer,
	"tenor_months" integer,
	"secures" text,
	"first_loan" boolean,
	"district" text,
	"zone" text,
	"chains" text[] DEFAULT '{}' NOT NULL,
	"qualifications" text[] DEFAULT '{}' NOT NULL,
	"white_listed" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	"introduction_id" uuid,
	"offer_id" uuid,
	"corrects_id" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by_member_id" uuid,
	"state" text NOT NULL,
	"confirm_due_at" timestamp with time zone,
	CONSTRAINT "service_rung" CHECK ("service"."rung" in (4, 5, 6)),
	CONSTRAINT "service_amount" CHECK ("service"."amount_fen" >= 0),
	CONSTRAINT "service_month" CHECK ("service"."month" = extract(year from "service"."happened_on")::int * 100 + extract(month from "service"."happened_on")::int),
	CONSTRAINT "service_class_known" CHECK ("service"."class" in ('credit-loan', 'secured-loan', 'ip-pledge-loan', 'guarantee', 'equity', 'venture-debt', 'finance-lease', 'factoring', 'supply-chain-finance', 'insurance', 'bond')),
	CONSTRAINT "service_kind_known" CHECK ("service"."financier_kind" in ('bank', 'fund', 'guarantee', 'leasing', 'factoring', 'insurance', 'securities')),
	CONSTRAINT "service_state_known" CHECK ("service"."state" in ('reported', 'confirmed', 'unconfirmed', 'verified', 'disputed', 'voided')),
	CONSTRAINT "service_source_known" CHECK ("service"."source" in ('platform', 'report', 'import'))
);
--> statement-breakpoint
CREATE TABLE "service_mark" (
	"position" bigserial PRIMARY KEY NOT NULL,
	"service_id" uuid NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"member_id" uuid,
	"words" text,
	"right_amount_fen" bigint,
	CONSTRAINT "service_mark_state_known" CHECK ("service_mark"."state" in ('reported', 'confirmed', 'unconfirmed', 'verified', 'disputed', 'voided'))
);
--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_id_organisation_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile" ADD CONSTRAINT "profile_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "profile_year" ADD CONSTRAINT "profile_year_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "qualification" ADD CONSTRAINT "qualification_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "white_list_entry" ADD CONSTRAINT "white_list_entry_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "white_list_entry" ADD CONSTRAINT "white_list_entry_contact_member_id_member_id_fk" FOREIGN KEY ("contact_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match" ADD CONSTRAINT "match_financier_id_organisation_id_fk" FOREIGN KEY ("financier_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "need" ADD CONSTRAINT "need_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_financier_id_organisation_id_fk" FOREIGN KEY ("financier_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_version" ADD CONSTRAINT "product_version_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_company_id_organisation_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_financier_id_organisation_id_fk" FOREIGN KEY ("financier_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_given_by_member_id_member_id_fk" FOREIGN KEY ("given_by_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_company_id_organisation_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_financier_id_organisation_id_fk" FOREIGN KEY ("financier_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure" ADD CONSTRAINT "disclosure_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_company_id_organisation_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_financier_id_organisation_id_fk" FOREIGN KEY ("financier_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_product_id_product_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."product"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_assigned_member_id_member_id_fk" FOREIGN KEY ("assigned_member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offer" ADD CONSTRAINT "offer_need_id_need_id_fk" FOREIGN KEY ("need_id") REFERENCES "public"."need"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_company_id_organisation_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_financier_id_organisation_id_fk" FOREIGN KEY ("financier_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_introduction_id_introduction_id_fk" FOREIGN KEY ("introduction_id") REFERENCES "public"."introduction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service" ADD CONSTRAINT "service_offer_id_offer_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_mark" ADD CONSTRAINT "service_mark_service_id_service_id_fk" FOREIGN KEY ("service_id") REFERENCES "public"."service"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_subject" ON "event" USING btree ("subject_id","at");--> statement-breakpoint
CREATE INDEX "event_company" ON "event" USING btree ("company_id","at");--> statement-breakpoint
CREATE INDEX "event_at" ON "event" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "member_email" ON "member" USING btree ("email") WHERE state <> 'removed';--> statement-breakpoint
CREATE INDEX "member_organisation" ON "member" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "member_invitation" ON "member" USING btree ("invitation_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "organisation_uscc" ON "organisation" USING btree ("uscc");--> statement-breakpoint
CREATE INDEX "organisation_state" ON "organisation" USING btree ("state","kind");--> statement-breakpoint
CREATE INDEX "profile_chains" ON "profile" USING gin ("chains");--> statement-breakpoint
CREATE INDEX "qualification_organisation" ON "qualification" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "white_list_entry_once" ON "white_list_entry" USING btree ("batch_on","organisation_id","chain");--> statement-breakpoint
CREATE INDEX "white_list_entry_organisation" ON "white_list_entry" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "match_once" ON "match" USING btree ("need_id","product_id");--> statement-breakpoint
CREATE INDEX "match_leads" ON "match" USING btree ("financier_id","fit" DESC NULLS LAST,"id") WHERE eligible;--> statement-breakpoint
CREATE INDEX "match_need" ON "match" USING btree ("need_id","fit" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "need_code" ON "need" USING btree ("code");--> statement-breakpoint
CREATE INDEX "need_organisation" ON "need" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "need_state" ON "need" USING btree ("state","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "product_code" ON "product" USING btree ("code");--> statement-breakpoint
CREATE INDEX "product_financier" ON "product" USING btree ("financier_id","state");--> statement-breakpoint
CREATE INDEX "product_state" ON "product" USING btree ("state","class");--> statement-breakpoint
CREATE UNIQUE INDEX "product_version_once" ON "product_version" USING btree ("product_id","version");--> statement-breakpoint
CREATE UNIQUE INDEX "consent_current" ON "consent" USING btree ("introduction_id","field_group") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "consent_company" ON "consent" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "contact_introduction" ON "contact" USING btree ("introduction_id");--> statement-breakpoint
CREATE INDEX "disclosure_company" ON "disclosure" USING btree ("company_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "introduction_code" ON "introduction" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "introduction_live_once" ON "introduction" USING btree ("need_id","financier_id") WHERE state <> 'ended';--> statement-breakpoint
CREATE INDEX "introduction_need" ON "introduction" USING btree ("need_id");--> statement-breakpoint
CREATE INDEX "introduction_company" ON "introduction" USING btree ("company_id","state");--> statement-breakpoint
CREATE INDEX "introduction_financier" ON "introduction" USING btree ("financier_id","state","state_at");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_code" ON "offer" USING btree ("code");--> statement-breakpoint
CREATE INDEX "offer_introduction" ON "offer" USING btree ("introduction_id");--> statement-breakpoint
CREATE INDEX "offer_need" ON "offer" USING btree ("need_id");--> statement-breakpoint
CREATE UNIQUE INDEX "offer_accepted_once" ON "offer" USING btree ("introduction_id") WHERE state = 'accepted';--> statement-breakpoint
CREATE UNIQUE INDEX "service_already_there" ON "service" USING btree ("financier_id","contract_key","rung","happened_on","amount_fen") WHERE state <> 'voided';--> statement-breakpoint
CREATE INDEX "service_counted" ON "service" USING btree ("rung","month","company_id");--> statement-breakpoint
CREATE INDEX "service_company" ON "service" USING btree ("company_id","happened_on");--> statement-breakpoint
CREATE INDEX "service_financier" ON "service" USING btree ("financier_id","happened_on");--> statement-breakpoint
CREATE INDEX "service_introduction" ON "service" USING btree ("introduction_id");--> statement-breakpoint
CREATE INDEX "service_mark_service" ON "service_mark" USING btree ("service_id","at");
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
	public: {
		Tables: {
			[_ in never]: never;
		};
		Views: {
			chart_notes: {
				Row: {
					desk: 'committee' | 'regulator';
					note_id: string;
					starts_on: string;
					text: string;
					written_at: string;
				};
				ComputedFields: never;
				Insert: {
					desk?: 'committee' | 'regulator' | null;
					note_id?: string | null;
					starts_on?: string | null;
					text?: string | null;
					written_at?: string | null;
				};
				Update: {
					desk?: 'committee' | 'regulator' | null;
					note_id?: string | null;
					starts_on?: string | null;
					text?: string | null;
					written_at?: string | null;
				};
				Relationships: [];
			};
			saved_views: {
				Row: {
					address: string;
					desk: 'committee' | 'regulator';
					is_mine: boolean | null;
					is_shared: boolean;
					name: string;
					saved_at: string;
					view_id: string;
				};
				ComputedFields: never;
				Insert: {
					address?: string | null;
					desk?: 'committee' | 'regulator' | null;
					is_mine?: never;
					is_shared?: boolean | null;
					name?: string | null;
					saved_at?: string | null;
					view_id?: string | null;
				};
				Update: {
					address?: string | null;
					desk?: 'committee' | 'regulator' | null;
					is_mine?: never;
					is_shared?: boolean | null;
					name?: string | null;
					saved_at?: string | null;
					view_id?: string | null;
				};
				Relationships: [];
			};
			undelivered_mail: {
				Row: {
					attempts: number;
					created_at: string;
					event_key: string;
					failure: string | null;
					given_up_at: string | null;
					locale: string;
					mail_id: number;
					template: string;
				};
				ComputedFields: never;
				Insert: {
					attempts?: number | null;
					created_at?: string | null;
					event_key?: string | null;
					failure?: string | null;
					given_up_at?: string | null;
					locale?: string | null;
					mail_id?: number | null;
					template?: string | null;
				};
				Update: {
					attempts?: number | null;
					created_at?: string | null;
					event_key?: string | null;
					failure?: string | null;
					given_up_at?: string | null;
					locale?: string | null;
					mail_id?: number | null;
					template?: string | null;
				};
				Relationships: [];
			};
		};
		Functions: {
			acknowledge_objection: {
				Args: { is_processed: boolean; token_hash: string };
				Returns: undefined;
			};
			acknowledge_own_objection: {
				Args: { is_processed: boolean; organisation: string; reference: string };
				Returns: undefined;
			};
			add_case_task: {
				Args: { due_on?: string; reference: string; title: string };
				Returns: undefined;
			};
			add_contact_to_report: {
				Args: { code_hash: string; contact_at: string; is_time_known: boolean };
				Returns: undefined;
			};
			add_evidence: {
				Args: { code_hash: string; is_shared: boolean; token_hashes: string[] };
				Returns: string[];
			};
			add_mourning_day: {
				Args: { day: string; label_en: string; label_nl: string; reason: string; source: string };
				Returns: undefined;
			};
			add_note: { Args: { audience: string; note: string; reference: string }; Returns: undefined };
			add_party_to_case: {
				Args: {
					first_number?: string;
					last_number?: string;
					organisation_id?: string;
					reference: string;
					signal_id?: number;
				};
				Returns: undefined;
			};
			add_reports_to_case: {
				Args: { reference: string; report_references: string[] };
				Returns: number;
			};
			add_to_report: {
				Args: { code_hash: string; findings: Json; more_facts: Json };
				Returns: undefined;
			};
			address_of_proof_request: { Args: { reference: string }; Returns: Json };
			advice_register: { Args: Record<PropertyKey, never>; Returns: Json };
			advise_on_application: {
				Args: { advice: Json; organisation_ids: string[]; reference: string };
				Returns: undefined;
			};
			answer_by_link: {
				Args: {
					answer: string;
					answer_type: 'accepted' | 'explained' | 'rejected' | 'not_ours';
					has_promise?: boolean;
					promise_due_on?: string;
					reason: string;
					token_hash: string;
				};
				Returns: undefined;
			};
			answer_for_contact_centre: {
				Args: { is_agreed: boolean; registration_id: string };
				Returns: Json;
			};
			answer_hearing: {
				Args: { answer: string; organisation_id: string; reference: string };
				Returns: undefined;
			};
			answer_link: { Args: { is_confirmed: boolean; link_id: string }; Returns: undefined };
			answer_own_proof_request: {
				Args: { answer: Json; organisation: string; reference: string };
				Returns: undefined;
			};
			answer_proof_request: {
				Args: {
					answer_encrypted: string;
					answered_at: string;
					facts: Json;
					has_consent: boolean;
					is_content_ok: boolean;
					key_id: string;
					mail?: string;
					token_hash: string;
					token_hashes?: string[];
				};
				Returns: undefined;
			};
			answer_report: {
				Args: {
					answer: string;
					answer_type: 'accepted' | 'explained' | 'rejected' | 'not_ours';
					has_promise?: boolean;
					other_organisation?: string;
					promise_due_on?: string;
					reason: string;
					reference: string;
					supervision_note?: string;
					token_hashes?: string[];
				};
				Returns: undefined;
			};
			answer_report_by_key: {
				Args: {
					answer: string;
					answer_type: 'accepted' | 'explained' | 'rejected' | 'not_ours';
					has_promise?: boolean;
					key_hash: string;
					promise_due_on?: string;
					reason: string;
					reference: string;
				};
				Returns: undefined;
			};
			apply_for_longer_term: { Args: { application: Json }; Returns: Json };
			ask_dossier: {
				Args: {
					case_reference?: string;
					filters?: Json;
					locale: string;
					purpose: string;
					side: string;
				};
				Returns: string;
			};
			ask_hearing: {
				Args: {
					due_on: string;
					organisation_id: string;
					question: string;
					reference: string;
					subject: string;
				};
				Returns: undefined;
			};
			ask_sector: { Args: { organisation_id: string; sector: string }; Returns: undefined };
			assign_reports: {
				Args: { assignee: string; organisation: string; wanted: string[] };
				Returns: number;
			};
			attribute_report: {
				Args: { organisation_id: string; reason: string; reference: string };
				Returns: undefined;
			};
			audit_head: { Args: Record<PropertyKey, never>; Returns: Json };
			begin_claim: { Args: { submission: Json }; Returns: string };
			begin_email_proof: {
				Args: { code_hash: string; key_id: string; proof_hash: string; sealed: string };
				Returns: undefined;
			};
			begin_follow_links: {
				Args: { address_key: string; key_id: string; sealed: string; token_hashes: string[] };
				Returns: number;
			};
			begin_import: { Args: { file_name: string; format: string }; Returns: number };
			breaks_of_signals: {
				Args: Record<PropertyKey, never>;
				Returns: {
					starts_on: string;
				}[];
			};
			cells_of_disproportion: {
				Args: { from_on: string; to_on: string };
				Returns: {
					category: string;
					observed: number;
					organisation_id: string;
				}[];
			};
			cells_of_rates: {
				Args: { first_on: string; last_on: string };
				Returns: {
					channel: string;
					complaints: number;
					contacts: number;
					organisation_id: string;
					sector: string;
				}[];
			};
			change_application: { Args: { changed: Json; token_hash: string }; Returns: undefined };
			change_case: {
				Args: { practice?: string; reference: string; title: string };
				Returns: undefined;
			};
			change_member_level: {
				Args: { level: 'reader' | 'handler' | 'owner'; membership_id: string };
				Returns: undefined;
			};
			claim_dossier: {
				Args: { seconds: number };
				Returns: {
					dossier_id: string;
					locale: string;
					of_case: Json;
					selection: Json;
					side: string;
					total: number;
				}[];
			};
			claim_mail: {
				Args: { most: number; seconds: number };
				Returns: {
					event_key: string;
					key_id: string;
					locale: string;
					mail_id: number;
					parameters: Json;
					recipient: string;
					reporter_encrypted: string;
					reporter_key_id: string;
					sealed: string;
					template: string;
				}[];
			};
			claim_numbers: {
				Args: { claims: Json; is_dry_run?: boolean; organisation_id: string; token_hash?: string };
				Returns: Json;
			};
			claim_webhook_deliveries: {
				Args: { most: number; only_delivery?: string; seconds: number };
				Returns: {
					attempts: number;
					delivery_id: string;
					event: string;
					key_id: string;
					occurred_at: string;
					reference: string;
					secret: string;
					url: string;
				}[];
			};
			complaint_rates: {
				Args: { first_on: string; last_on: string; organisation_id: string };
				Returns: Json;
			};
			confirm_group: { Args: { group_id: number }; Returns: undefined };
			connections: { Args: { organisation_id: string }; Returns: Json };
			contest_number: {
				Args: {
					key_id?: string;
					locale?: string;
					number: string;
					reason: string;
					sealed?: string;
					token_hash?: string;
				};
				Returns: undefined;
			};
			count_answers: {
				Args: { as_of: string; first_on: string; last_on: string; organisation_id: string };
				Returns: Json;
			};
			count_answers_of_all: {
				Args: { as_of: string; first_on: string; last_on: string };
				Returns: Json;
			};
			count_attention: { Args: Record<PropertyKey, never>; Returns: Json };
			count_facets: {
				Args: {
					channel?: string;
					facet: string;
					first_on: string;
					kind?: string;
					last_on: string;
					organisation_id?: string;
					sector?: string;
				};
				Returns: {
					begins_on: string;
					facet_value: string;
					report_counts: number[];
				}[];
			};
			count_from_reports: {
				Args: {
					filters?: Json;
					first_on: string;
					grain: string;
					group_by: string;
					last_on: string;
				};
				Returns: {
					begins_on: string;
					cell: string;
					report_count: number;
				}[];
			};
			count_month_for_open_data: {
				Args: { month: string };
				Returns: {
					category: string;
					channel: string;
					kind: string;
					province: string;
					report_count: number;
					sector: string;
				}[];
			};
			count_own_reports: {
				Args: {
					category?: string;
					channel?: string;
					dimensions: string[];
					first_on: string;
					grain: string;
					kind?: string;
					last_on: string;
					organisation_id: string;
				};
				Returns: {
					begins_on: string;
					cell_category: string;
					cell_channel: string;
					cell_kind: string;
					cell_organisation_id: string;
					cell_province: string;
					cell_sector: string;
					report_counts: number[];
				}[];
			};
			count_reports: {
				Args: {
					category?: string;
					channel?: string;
					dimensions: string[];
					first_on: string;
					grain: string;
					kind?: string;
					last_on: string;
					organisation_id?: string;
					province?: string;
					sector?: string;
				};
				Returns: {
					begins_on: string;
					cell_category: string;
					cell_channel: string;
					cell_kind: string;
					cell_organisation_id: string;
					cell_province: string;
					cell_sector: string;
					report_counts: number[];
				}[];
			};
			count_signals: { Args: { first_on: string; last_on: string }; Returns: number };
			count_upkeep: { Args: Record<PropertyKey, never>; Returns: Json };
			create_api_key: {
				Args: {
					hint: string;
					key_hash: string;
					name: string;
					organisation_id: string;
					scopes: string[];
				};
				Returns: string;
			};
			create_webhook: {
				Args: {
					events: string[];
					key_id: string;
					organisation_id: string;
					secret: string;
					url: string;
				};
				Returns: string;
			};
			decide_case: {
				Args: {
					decision: string;
					is_published?: boolean;
					reasons: string;
					reference: string;
					statement?: string;
				};
				Returns: undefined;
			};
			decide_claim: {
				Args: { is_confirmed: boolean; reason: string; registration_id: string };
				Returns: Json;
			};
			decide_contest: {
				Args: { contest_id: string; is_upheld: boolean; reason: string };
				Returns: Json;
			};
			declare_contacts: {
				Args: { channel: string; contacts: number; month_on: string; organisation_id: string };
				Returns: undefined;
			};
			declared_contacts: { Args: { organisation_id: string }; Returns: Json };
			delete_chart_note: { Args: { id: string }; Returns: undefined };
			delete_followed_report: { Args: { code_hash: string }; Returns: undefined };
			delete_view: { Args: { id: string }; Returns: undefined };
			describe_number: { Args: { number: string }; Returns: Json };
			dismiss_likely_caller: { Args: { id: number; reason: string }; Returns: undefined };
			dismiss_signal: { Args: { id: number; reason: string }; Returns: undefined };
			dossier_reports: {
				Args: { after: number; dossier_id: string; most: number };
				Returns: Json[];
			};
			drop_staged_evidence: { Args: { token_hash: string }; Returns: undefined };
			edit_labels: {
				Args: { code: string; labels: Json; part: string; reason: string };
				Returns: undefined;
			};
			end_advice: {
				Args: { ended_on: string; reason: string; reference: string };
				Returns: undefined;
			};
			end_group: { Args: { group_id: number }; Returns: undefined };
			end_link: { Args: { last_on?: string; link_id: string }; Returns: undefined };
			end_registration: { Args: { last_on: string; registration_id: string }; Returns: undefined };
			end_staff_role: { Args: { membership_id: string; reason: string }; Returns: undefined };
			expired_dossiers: {
				Args: { most: number };
				Returns: {
					dossier_id: string;
					parts: number;
					stored_key: string;
				}[];
			};
			export_followed_report: { Args: { code_hash: string }; Returns: Json };
			export_own_reports: {
				Args: { asked: Json; most?: number; organisation: string };
				Returns: Json;
			};
			file_report: { Args: { submission: Json }; Returns: Json };
			find_addressee: {
				Args: { organisation_id: string; organisation_name: string };
				Returns: Json;
			};
			finish_case_task: { Args: { reference: string; task_id: number }; Returns: undefined };
			finish_dossier: {
				Args: {
					byte_size: number;
					dossier_id: string;
					key_id: string;
					manifest_sha256: string;
					parts: number;
					sha256: string;
					stored_key: string;
				};
				Returns: undefined;
			};
			finish_email_proof: { Args: { code_hash: string; proof_hash: string }; Returns: string };
			fold_report_counts: { Args: { max_changes?: number }; Returns: number };
			follow_application: { Args: { token_hash: string }; Returns: Json };
			follow_objection: { Args: { code_hash: string }; Returns: Json };
			follow_report: { Args: { code_hash: string }; Returns: Json };
			followed_proof_files: {
				Args: { code_hash: string };
				Returns: {
					byte_size: number;
					media_type: string;
					name: string;
					proof_file_id: string;
					sha256: string;
				}[];
			};
			forget_webhook_deliveries: { Args: Record<PropertyKey, never>; Returns: number };
			give_verdict: {
				Args: {
					code_hash: string;
					verdict: string;
					verdict_text: string;
					wants_reopening: boolean;
				};
				Returns: undefined;
			};
			handle_application: {
				Args: { act: string; details?: Json; reference: string };
				Returns: undefined;
			};
			has_original: { Args: { reference: string }; Returns: boolean };
			hide_statement: { Args: { reason: string; statement_id: number }; Returns: undefined };
			hold_report: { Args: { reason: string; reference: string }; Returns: undefined };
			invite: {
				Args: {
					email: string;
					level?: 'reader' | 'handler' | 'owner';
					organisation_id?: string;
					role: 'organisation_member' | 'moderator' | 'committee' | 'regulator' | 'administrator';
				};
				Returns: undefined;
			};
			invite_member: {
				Args: {
					email: string;
					key_id: string;
					level: 'reader' | 'handler' | 'owner';
					organisation_id: string;
					sealed: string;
				};
				Returns: undefined;
			};
			invite_staff: {
				Args: {
					email: string;
					key_id: string;
					reason: string;
					role: 'organisation_member' | 'moderator' | 'committee' | 'regulator' | 'administrator';
					sealed: string;
				};
				Returns: undefined;
			};
			is_expected: { Args: { email: string }; Returns: boolean };
			judge_claim: {
				Args: {
					claim_id: string;
					is_granted: boolean;
					key_id: string;
					reason: string;
					sealed: string;
				};
				Returns: undefined;
			};
			judge_contest: {
				Args: { judgement: string; reason: string; reference: string };
				Returns: undefined;
			};
			keep_annotation: {
				Args: { annotation: Json; code: string; reason: string };
				Returns: undefined;
			};
			keep_imported: { Args: { import_id: number; refs: string[] }; Returns: undefined };
			keep_likely_callers: {
				Args: { as_of: string; grouped: Json; looked_at: number };
				Returns: Json;
			};
			keep_month_figures: { Args: { figures: Json; month_on: string }; Returns: undefined };
			keep_signals: {
				Args: { as_of: string; judged_through: string; series: number; stood_out: Json };
				Returns: Json;
			};
			last_likely_caller_run: {
				Args: Record<PropertyKey, never>;
				Returns: {
					as_of: string;
					numbers: number;
					ran_at: string;
				}[];
			};
			last_signal_run: {
				Args: Record<PropertyKey, never>;
				Returns: {
					as_of: string;
					judged_through: string;
					ran_at: string;
					series: number;
				}[];
			};
			likely_caller_events: {
				Args: { id: number };
				Returns: {
					details: Json;
					event: string;
					occurred_at: string;
					reason: string;
				}[];
			};
			likely_caller_numbers: {
				Args: { id: number };
				Returns: {
					caller_number: string;
					complaints: number;
					first_on: string;
					held_until: string;
					last_on: string;
				}[];
			};
			likely_caller_reports: {
				Args: { id: number; most?: number };
				Returns: {
					caller_number: string;
					counted_on: string;
					organisation_name: string;
					reference: string;
					sector: string;
					state:
						| 'received'
						| 'held'
						| 'open'
						| 'unattributed'
						| 'seen'
						| 'answered'
						| 'closed'
						| 'contested'
						| 'redirected'
						| 'reopened'
						| 'withdrawn'
						| 'expired'
						| 'anonymised';
				}[];
			};
			likely_callers_in_blocks: {
				Args: { blocks: string[] };
				Returns: {
					block: string;
					caller_id: number;
					name: string;
					number_count: number;
					state: string;
				}[];
			};
			likely_duplicates: {
				Args: { most?: number };
				Returns: {
					left_id: string;
					left_name: string;
					reasons: string[];
					right_id: string;
					right_name: string;
				}[];
			};
			list_annotations: { Args: Record<PropertyKey, never>; Returns: Json };
			list_answer_templates: {
				Args: { organisation: string };
				Returns: {
					answer_type: 'accepted' | 'explained' | 'rejected' | 'not_ours';
					name: string;
					reason: string;
					template_id: string;
					text: string;
				}[];
			};
			list_applications: { Args: Record<PropertyKey, never>; Returns: Json };
			list_audit_events: {
				Args: { about?: string; actor?: string; before?: number; most?: number; of_act?: string };
				Returns: {
					act: string;
					actor_email: string;
					actor_role: string;
					audit_id: number;
					case_reference: string;
					hash: string;
					occurred_at: string;
					purpose: string;
					reference: string;
					sequence: number;
					subject: string;
					subject_id: string;
				}[];
			};
			list_blocklist: {
				Args: { most?: number };
				Returns: {
					category: string;
					complaints: number;
					last_on: string;
					number: string;
				}[];
			};
			list_case_reports: {
				Args: { before?: number; most?: number; reference: string };
				Returns: {
					caller_number: string;
					categories: string[];
					channel: string;
					counted_on: string;
					excerpt: string;
					filed_at: string;
					kind: string;
					organisation_name: string;
					province: string;
					reference: string;
					report_id: number;
					sector: string;
					state:
						| 'received'
						| 'held'
						| 'open'
						| 'unattributed'
						| 'seen'
						| 'answered'
						| 'closed'
						| 'contested'
						| 'redirected'
						| 'reopened'
						| 'withdrawn'
						| 'expired'
						| 'anonymised';
					stated_name: string;
				}[];
			};
			list_cases: {
				Args: {
					asked_state?: 'open' | 'hearing' | 'decided' | 'follow_up' | 'closed';
					before?: string;
					most?: number;
				};
				Returns: {
					changed_at: string;
					is_shared: boolean;
					next_due_on: string;
					open_tasks: number;
					opened_at: string;
					organisations: string[];
					owner: string;
					practice: string;
					reference: string;
					report_count: number;
					state: 'open' | 'hearing' | 'decided' | 'follow_up' | 'closed';
					title: string;
				}[];
			};
			list_chain: { Args: { organisation_id: string }; Returns: Json };
			list_chain_by_key: { Args: { key_hash: string }; Returns: Json };
			list_chain_reports_by_key: {
				Args: { after_reference?: string; key_hash: string; most?: number };
				Returns: Json;
			};
			list_claims: { Args: Record<PropertyKey, never>; Returns: Json };
			list_clocks: { Args: Record<PropertyKey, never>; Returns: Json };
			list_dossiers: {
				Args: { most?: number; of_case?: string };
				Returns: {
					asked_at: string;
					byte_size: number;
					case_reference: string;
					done: number;
					dossier_id: string;
					expires_at: string;
					manifest_sha256: string;
					ready_at: string;
					selection: Json;
					sha256: string;
					state: string;
					total: number;
				}[];
			};
			list_hearings: { Args: { organisation_id: string }; Returns: Json };
			list_imports: {
				Args: { most?: number };
				Returns: unknown[];
				SetofOptions: {
					from: '*';
					to: 'imports';
					isOneToOne: false;
					isSetofReturn: true;
				};
			};
			list_likely_callers: {
				Args: { id?: number; most?: number; states?: string[] };
				Returns: {
					caller_id: number;
					decided_at: string;
					decision: string;
					first_on: string;
					follows_caller_id: number;
					follows_name: string;
					follows_state: string;
					found_at: string;
					label: string;
					last_on: string;
					numbers: string[];
					organisation_id: string;
					organisation_name: string;
					reasons: Json;
					report_count: number;
					state: string;
					strength: number;
				}[];
			};
			list_made_reports: { Args: { most?: number; organisation_id: string }; Returns: Json };
			list_monthly_reports: { Args: Record<PropertyKey, never>; Returns: string[] };
			list_mourning_days: { Args: Record<PropertyKey, never>; Returns: Json };
			list_near_copies: {
				Args: { most?: number; reference: string };
				Returns: {
					copies: number;
					filed_at: string;
					organisation_name: string;
					reference: string;
					state:
						| 'received'
						| 'held'
						| 'open'
						| 'unattributed'
						| 'seen'
						| 'answered'
						| 'closed'
						| 'contested'
						| 'redirected'
						| 'reopened'
						| 'withdrawn'
						| 'expired'
						| 'anonymised';
				}[];
			};
			list_number_decisions: { Args: Record<PropertyKey, never>; Returns: Json };
			list_number_registrations: { Args: { organisation_id: string }; Returns: Json };
			list_organisations: {
				Args: { most?: number; query?: string };
				Returns: {
					asked_sector: string;
					kvk_number: string;
					members: number;
					name: string;
					organisation_id: string;
					sector: string;
					slug: string;
					trade_names: string[];
					website: string;
				}[];
			};
			list_own_reports: {
				Args: { asked: Json; most?: number; organisation: string };
				Returns: Json;
			};
			list_own_requests: { Args: { organisation: string }; Returns: Json };
			list_reports: {
				Args: {
					answer?: string;
					before?: number;
					caller_id?: number;
					category?: string;
					channel?: string;
					first_on?: string;
					hour?: number;
					is_counted?: boolean;
					kind?: string;
					last_on?: string;
					most?: number;
					number?: string;
					number_prefix?: string;
					organisation_id?: string;
					province?: string;
					sector?: string;
					state?:
						| 'received'
						| 'held'
						| 'open'
						| 'unattributed'
						| 'seen'
						| 'answered'
						| 'closed'
						| 'contested'
						| 'redirected'
						| 'reopened'
						| 'withdrawn'
						| 'expired'
						| 'anonymised';
					sub_category?: string;
					verdict?: string;
					verification?: string;
					weekday?: number;
				};
				Returns: {
					caller_number: string;
					categories: string[];
					channel: string;
					counted_on: string;
					excerpt: string;
					filed_at: string;
					kind: string;
					organisation_match:
						'registered_number' | 'chosen' | 'exact_name' | 'similar_name' | 'committee';
					organisation_name: string;
					province: string;
					reference: string;
					report_id: number;
					sector: string;
					state:
						| 'received'
						| 'held'
						| 'open'
						| 'unattributed'
						| 'seen'
						| 'answered'
						| 'closed'
						| 'contested'
						| 'redirected'
						| 'reopened'
						| 'withdrawn'
						| 'expired'
						| 'anonymised';
					stated_name: string;
				}[];
			};
			list_reports_by_key: {
				Args: {
					after_reference?: string;
					key_hash: string;
					most?: number;
					since?: string;
					state?:
						| 'received'
						| 'held'
						| 'open'
						| 'unattributed'
						| 'seen'
						| 'answered'
						| 'closed'
						| 'contested'
						| 'redirected'
						| 'reopened'
						| 'withdrawn'
						| 'expired'
						| 'anonymised';
				};
				Returns: Json;
			};
			list_sectors: { Args: Record<PropertyKey, never>; Returns: Json };
			list_signals: {
				Args: { id?: number; most?: number; states?: string[] };
				Returns: {
					bound: number;
					category: string;
					channel: string;
					dismiss_reason: string;
					expected: number;
					first_number: string;
					found_at: string;
					kind: string;
					last_number: string;
					last_on: string;
					method: string;
					observed: number;
					organisation_id: string;
					organisation_name: string;
					pvalue: number;
					score: number;
					sector: string;
					signal_id: number;
					since_on: string;
					state: string;
					weeks: Json;
				}[];
			};
			list_staff: { Args: Record<PropertyKey, never>; Returns: Json };
			list_statements: {
				Args: { most?: number };
				Returns: {
					hidden_at: string;
					hide_reason: string;
					organisation_name: string;
					organisation_slug: string;
					stated_at: string;
					statement: string;
					statement_id: number;
				}[];
			};
			list_told_decisions: { Args: { organisation_id: string }; Returns: Json };
			list_upkeep_events: { Args: { most?: number }; Returns: Json };
			lodge_objection: { Args: { submission: Json }; Returns: Json };
			look_up_number: { Args: { number: string }; Returns: Json };
			mail_answer_links: { Args: { made: Json }; Returns: number };
			make_report_anonymous: { Args: { code_hash: string }; Returns: undefined };
			make_statement: { Args: { organisation_id: string; statement: string }; Returns: undefined };
			mark_letter_sent: {
				Args: { code_hash: string; proof_due_at: string; route: string; sent_at: string };
				Returns: undefined;
			};
			mark_messages_read: { Args: { reference: string }; Returns: undefined };
			mark_messages_read_by_reporter: { Args: { code_hash: string }; Returns: undefined };
			merge_organisations: {
				Args: { merged_id: string; reason: string; survivor_id: string };
				Returns: number;
			};
			move_case: {
				Args: {
					reason: string;
					reference: string;
					state: 'open' | 'hearing' | 'decided' | 'follow_up' | 'closed';
				};
				Returns: undefined;
			};
			name_likely_caller: {
				Args: { id: number; label?: string; organisation_id?: string; reason: string };
				Returns: Json;
			};
			name_reports: {
				Args: { organisation: string; own_name: string; wanted: string[] };
				Returns: number;
			};
			news_by_key: {
				Args: { as_of?: string; key_hash: string; most?: number; since: string };
				Returns: Json;
			};
			numbers_without_owner: {
				Args: { most: number; since: string };
				Returns: {
					bands: Json;
					hours: Json;
					names: Json;
					narratives: Json;
					number: string;
					report_count: number;
					sectors: Json;
				}[];
			};
			objection_of_reporter: {
				Args: {
					caller_number: string;
					channel: string;
					on_day: string;
					organisation_id: string;
					organisation_name: string;
					reporter_keys: string[];
				};
				Returns: Json;
			};
			open_answer_link: { Args: { token_hash: string }; Returns: Json };
			open_application: { Args: { reference: string }; Returns: Json };
			open_case: {
				Args: {
					caller_id?: number;
					first_number?: string;
					first_on?: string;
					last_number?: string;
					last_on?: string;
					organisation_id?: string;
					practice?: string;
					side: string;
					signal_id?: number;
					title: string;
				};
				Returns: string;
			};
			open_objection: { Args: { token_hash: string }; Returns: Json };
			open_own_report: { Args: { organisation: string; reference: string }; Returns: Json };
			open_own_request: { Args: { organisation: string; reference: string }; Returns: Json };
			open_proof_request: { Args: { token_hash: string }; Returns: Json };
			organisation: { Args: { id: string }; Returns: Json };
			organisation_by_slug: { Args: { slug: string }; Returns: Json };
			organisation_settings: { Args: { organisation_id: string }; Returns: Json };
			own_figures: {
				Args: { as_of: string; first_on: string; last_on: string; organisation_id: string };
				Returns: Json;
			};
			own_statement: { Args: { organisation_id: string }; Returns: Json };
			party_for_rules: {
				Args: {
					caller_number: string;
					on_day: string;
					organisation_id: string;
					organisation_name: string;
				};
				Returns: Json;
			};
			peek_objection: { Args: { consumer_token_hash: string }; Returns: Json };
			portal_overview: { Args: { organisation: string }; Returns: Json };
			post_mail: {
				Args: {
					event_key: string;
					key_id: string;
					locale: string;
					parameters?: Json;
					sealed: string;
					template: string;
				};
				Returns: undefined;
			};
			proofs_of_report: { Args: { reference: string }; Returns: Json };
			propose_group: {
				Args: { is_parent: boolean; organisation_id: string; other_id: string };
				Returns: undefined;
			};
			propose_link: {
				Args: {
					is_worker: boolean;
					organisation_id: string;
					other_id: string;
					role: string;
					valid_from: string;
					valid_until?: string;
				};
				Returns: string;
			};
			prove_claim: { Args: { code_hash: string; token_hash: string }; Returns: string };
			rank_organisations: {
				Args: {
					category?: string;
					channel?: string;
					first_on: string;
					grain: string;
					kind?: string;
					last_on: string;
					most?: number;
					sector?: string;
				};
				Returns: {
					name: string;
					organisation_id: string;
					report_count: number;
					slug: string;
				}[];
			};
			rates_by_organisation: {
				Args: { channel?: string; first_on: string; last_on: string; sector?: string };
				Returns: {
					complaints: number;
					contacts: number;
					name: string;
					organisation_id: string;
					slug: string;
				}[];
			};
			read_case: { Args: { reference: string }; Returns: Json };
			read_chain_report: { Args: { organisation_id: string; reference: string }; Returns: Json };
			read_chain_report_by_key: { Args: { key_hash: string; reference: string }; Returns: Json };
			read_dossier: {
				Args: { dossier_id: string; purpose: string };
				Returns: {
					byte_size: number;
					case_reference: string;
					key_id: string;
					parts: number;
					stored_key: string;
				}[];
			};
			read_evidence: {
				Args: { case_reference?: string; evidence_id: string; purpose?: string };
				Returns: {
					key_id: string;
					media_type: string;
					name: string;
					stored_key: string;
				}[];
			};
			read_evidence_by_key: {
				Args: { evidence_id: string; key_hash: string; reference: string };
				Returns: {
					key_id: string;
					media_type: string;
					name: string;
					stored_key: string;
				}[];
			};
			read_followed_evidence: {
				Args: { code_hash: string; evidence_id: string };
				Returns: {
					key_id: string;
					media_type: string;
					name: string;
					stored_key: string;
				}[];
			};
			read_followed_proof_file: {
				Args: { code_hash: string; proof_file_id: string };
				Returns: {
					key_id: string;
					media_type: string;
					name: string;
					stored_key: string;
				}[];
			};
			read_monthly_report: { Args: { month_on: string }; Returns: Json };
			read_number_document: {
				Args: { document_id: string; purpose?: string };
				Returns: {
					key_id: string;
					media_type: string;
					name: string;
					stored_key: string;
				}[];
			};
			read_original: {
				Args: { case_reference?: string; purpose: string; reference: string };
				Returns: Json;
			};
			read_proof_file: {
				Args: { proof_file_id: string };
				Returns: {
					key_id: string;
					media_type: string;
					name: string;
					stored_key: string;
				}[];
			};
			read_report: {
				Args: { case_reference?: string; purpose?: string; reference: string };
				Returns: Json;
			};
			read_report_by_key: { Args: { key_hash: string; reference: string }; Returns: Json };
			rebuild_report_counts: { Args: Record<PropertyKey, never>; Returns: undefined };
			recategorise_report: {
				Args: { categories: string[]; reason: string; reference: string };
				Returns: undefined;
			};
			redirect_report: {
				Args: { code_hash: string; organisation_id: string; organisation_name: string };
				Returns: undefined;
			};
			register_numbers: { Args: { organisation_id: string; registrations: Json }; Returns: Json };
			register_organisation: {
				Args: {
					kvk_number?: string;
					name: string;
					objection_email?: string;
					objection_url?: string;
					roles: string[];
					sector: string;
					trade_names?: string[];
				};
				Returns: Json;
			};
			release_monthly_report: {
				Args: { left_out?: string[]; month_on: string; note?: string };
				Returns: undefined;
			};
			release_report: { Args: { reason: string; reference: string }; Returns: undefined };
			removable_evidence: { Args: { most?: number }; Returns: string[] };
			remove_annotation: { Args: { code: string; reason: string }; Returns: undefined };
			remove_answer_template: {
				Args: { organisation: string; template_id: string };
				Returns: undefined;
			};
			remove_dossier: { Args: { dossier_id: string }; Returns: undefined };
			remove_evidence: { Args: { code_hash: string; evidence_id: string }; Returns: undefined };
			remove_member: { Args: { membership_id: string }; Returns: undefined };
			remove_mourning_day: { Args: { day: string; reason: string }; Returns: undefined };
			remove_report_from_case: {
				Args: { reason: string; reference: string; report_reference: string };
				Returns: undefined;
			};
			remove_staged_evidence: { Args: { stored_keys: string[] }; Returns: number };
			remove_webhook: { Args: { webhook_id: string }; Returns: undefined };
			renew_findings: { Args: { assessed_at: string; assessments: Json }; Returns: number };
			reports_to_assess: { Args: { most?: number; only_reference?: string }; Returns: Json };
			retention_due: { Args: { as_of: string }; Returns: Json };
			retry_deadline: { Args: { deadline_id: number; reason: string }; Returns: undefined };
			retry_mail: { Args: { mail_id: number }; Returns: undefined };
			retry_webhook_delivery: { Args: { delivery_id: string }; Returns: undefined };
			review_organisation: { Args: { organisation_id: string }; Returns: Json };
			revoke_api_key: { Args: { api_key_id: string }; Returns: undefined };
			rule_tables: { Args: Record<PropertyKey, never>; Returns: Json };
			run_due_deadlines: { Args: { as_of?: string; most?: number }; Returns: Json };
			run_retention: { Args: { as_of: string; most?: number }; Returns: Json };
			save_answer_template: {
				Args: {
					answer_type: 'accepted' | 'explained' | 'rejected' | 'not_ours';
					name: string;
					organisation: string;
					reason: string;
					template_id: string;
					text: string;
				};
				Returns: string;
			};
			save_view: {
				Args: {
					address: string;
					desk: 'committee' | 'regulator';
					is_shared: boolean;
					name: string;
				};
				Returns: string;
			};
			say_whether_stopped: {
				Args: { has_stopped: boolean; secret_hash: string };
				Returns: undefined;
			};
			search_organisations: {
				Args: { most?: number; query: string };
				Returns: {
					name: string;
					organisation_id: string;
					sector: string;
					slug: string;
				}[];
			};
			see_signal: { Args: { id: number }; Returns: undefined };
			send_chain_message: {
				Args: { message: string; organisation_id: string; other_id: string; reference: string };
				Returns: undefined;
			};
			send_message: { Args: { message: string; reference: string }; Returns: undefined };
			send_message_as_reporter: {
				Args: { addressee: string; code_hash: string; message: string };
				Returns: undefined;
			};
			send_message_by_key: {
				Args: { key_hash: string; message: string; reference: string };
				Returns: undefined;
			};
			set_clock: { Args: { amount: number; code: string; reason: string }; Returns: undefined };
			set_sector: {
				Args: { organisation_id: string; reason: string; sector: string };
				Returns: undefined;
			};
			settle_mail: {
				Args: { failure?: string; is_final?: boolean; mail_id: number };
				Returns: undefined;
			};
			settle_webhook_delivery: {
				Args: { answer: string; delivery_id: string; is_gone?: boolean; is_received: boolean };
				Returns: undefined;
			};
			share_case: { Args: { reference: string }; Returns: undefined };
			shortlist_factors: {
				Args: { as_of: string; fewest?: number; first_on: string; last_on: string };
				Returns: {
					caller_label: string;
					due: number;
					expected: number;
					expected_from: string;
					kind: string;
					months: number;
					organisation_name: string;
					organisation_slug: string;
					practice: string;
					provinces: number;
					repeats: number;
					reporters: number;
					reports: number;
					severity: number;
					subject: string;
					unanswered: number;
					vulnerable: number;
				}[];
			};
			show_figures_to_parent: {
				Args: { group_id: number; shows_figures: boolean };
				Returns: undefined;
			};
			signal_events: {
				Args: { id: number };
				Returns: {
					details: Json;
					event: string;
					occurred_at: string;
				}[];
			};
			signal_reports: {
				Args: { id: number; most?: number };
				Returns: {
					channel: string;
					counted_on: string;
					organisation_name: string;
					reference: string;
					sector: string;
				}[];
			};
			signal_series: {
				Args: { from_on: string; to_on: string };
				Returns: {
					category: string;
					channel: string;
					counts: number[];
					first_number: string;
					kind: string;
					last_number: string;
					mondays: string[];
					organisation_id: string;
					sector: string;
					series_key: string;
				}[];
			};
			stage_evidence: {
				Args: {
					byte_size: number;
					key_id: string;
					media_type: string;
					name: string;
					sha256: string;
					stored_key: string;
					token_hash: string;
				};
				Returns: undefined;
			};
			staged_evidence: {
				Args: { token_hashes: string[] };
				Returns: {
					byte_size: number;
					is_attached: boolean;
					media_type: string;
					name: string;
					sha256: string;
					token_hash: string;
				}[];
			};
			switch_webhook: { Args: { is_on: boolean; webhook_id: string }; Returns: undefined };
			take_back_likely_caller: { Args: { id: number; reason: string }; Returns: Json };
			take_offered_links: { Args: { most: number }; Returns: Json };
			taxonomy: { Args: Record<PropertyKey, never>; Returns: Json };
			tell_apart: {
				Args: { one_id: string; other_id: string; reason: string };
				Returns: undefined;
			};
			tell_dossier: {
				Args: { done: number; dossier_id: string; seconds: number };
				Returns: undefined;
			};
			tell_import: {
				Args: { ended_as?: string; import_id: number; progress: Json };
				Returns: undefined;
			};
			tell_promise_kept: { Args: { code_hash: string; is_kept: boolean }; Returns: undefined };
			test_webhook: { Args: { webhook_id: string }; Returns: string };
			undo_import: { Args: { import_id: number; reason: string }; Returns: undefined };
			undo_imports: { Args: { most?: number }; Returns: number };
			undo_merge: { Args: { merge_id: number; reason: string }; Returns: undefined };
			update_organisation: { Args: { card: Json; organisation_id: string }; Returns: undefined };
			use_follow_link: { Args: { token_hash: string }; Returns: string };
			verdicts_by_organisation: {
				Args: { channel?: string; first_on: string; last_on: string; sector?: string };
				Returns: {
					name: string;
					no_verdict: number;
					not_solved: number;
					organisation_id: string;
					slug: string;
					solved: number;
					unanswered: number;
				}[];
			};
			verify_report_counts: {
				Args: Record<PropertyKey, never>;
				Returns: {
					combination: string;
					counted: number;
					counts: string;
					recounted: number;
				}[];
			};
			watch_works: { Args: Record<PropertyKey, never>; Returns: Json };
			who_am_i: { Args: Record<PropertyKey, never>; Returns: Json };
			withdraw_application: { Args: { token_hash: string }; Returns: undefined };
			withdraw_invitation: { Args: { invitation_id: string }; Returns: undefined };
			withdraw_objection: { Args: { code_hash: string }; Returns: undefined };
			withdraw_report: { Args: { code_hash: string; reason: string }; Returns: undefined };
			withdraw_staff_invitation: {
				Args: { invitation_id: string; reason: string };
				Returns: undefined;
			};
			write_case_note: {
				Args: { is_shared?: boolean; note: string; reference: string };
				Returns: undefined;
			};
			write_chart_note: {
				Args: { desk: 'committee' | 'regulator'; starts_on: string; text: string };
				Returns: string;
			};
		};
		Enums: {
			[_ in never]: never;
		};
		CompositeTypes: {
			[_ in never]: never;
		};
	};
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
	DefaultSchemaTableNameOrOptions extends
		| keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		| { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
				DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
			DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
			Row: infer R;
		}
		? R
		: never
	: DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
		? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
				Row: infer R;
			}
			? R
			: never
		: never;

export type TablesInsert<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Insert: infer I;
		}
		? I
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Insert: infer I;
			}
			? I
			: never
		: never;

export type TablesUpdate<
	DefaultSchemaTableNameOrOptions extends
		keyof DefaultSchema['Tables'] | { schema: keyof DatabaseWithoutInternals },
	TableName extends (DefaultSchemaTableNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
		: never) = never
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
			Update: infer U;
		}
		? U
		: never
	: DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
		? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
				Update: infer U;
			}
			? U
			: never
		: never;

export type Enums<
	DefaultSchemaEnumNameOrOptions extends
		keyof DefaultSchema['Enums'] | { schema: keyof DatabaseWithoutInternals },
	EnumName extends (DefaultSchemaEnumNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
		: never) = never
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
	: DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
		? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
		: never;

export type CompositeTypes<
	PublicCompositeTypeNameOrOptions extends
		keyof DefaultSchema['CompositeTypes'] | { schema: keyof DatabaseWithoutInternals },
	CompositeTypeName extends (PublicCompositeTypeNameOrOptions extends {
		schema: keyof DatabaseWithoutInternals;
	}
		? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
		: never) = never
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
	? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
	: PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
		? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
		: never;

export const Constants = {
	public: {
		Enums: {}
	}
} as const;

-- Administrators change labels, sectors and annotations. A row that was edited is
-- theirs: loading the reference data leaves it alone.

create function public.edit_labels(part text, code text, labels jsonb, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
	old jsonb;
	new jsonb;
begin
	if part not in ('categories', 'sub_categories', 'sectors') then
		raise exception using errcode = 'GH404', message = 'label_not_found';
	end if;
	execute format('select to_jsonb(edited) from hub.%I as edited where edited.code = $1 for update', part)
		into old using code;
	if old is null then
		raise exception using errcode = 'GH404', message = 'label_not_found';
	end if;
	-- Only what is a label or a flag of this part: its code, kind and place are fixed.
	select old || coalesce(jsonb_object_agg(key, value), '{}') into new from jsonb_each(labels)
	where old ? key and key = any (array['label_nl', 'label_en', 'description_nl', 'description_en', 'customer_exception',
		'written_agreement', 'withdrawal_right', 'cooling_off_exception', 'is_telemarketing', 'is_ranked']);
	perform hub.note_upkeep('labels_edited', part || '/' || code, reason, old - 'edited_at', new - 'edited_at');
	new := new || jsonb_build_object('edited_at', now());
	case part
		when 'categories' then
			update hub.categories set (label_nl, label_en, description_nl, description_en, edited_at) =
				(select label_nl, label_en, description_nl, description_en, edited_at
				from jsonb_populate_record(null::hub.categories, new))
			where categories.code = edit_labels.code;
		when 'sub_categories' then
			update hub.sub_categories set (label_nl, label_en, edited_at) =
				(select label_nl, label_en, edited_at from jsonb_populate_record(null::hub.sub_categories, new))
			where sub_categories.code = edit_labels.code;
		else
			update hub.sectors set (label_nl, label_en, customer_exception, written_agreement, withdrawal_right,
				cooling_off_exception, is_telemarketing, is_ranked, edited_at) =
				(select label_nl, label_en, customer_exception, written_agreement, withdrawal_right,
					cooling_off_exception, is_telemarketing, is_ranked, edited_at
				from jsonb_populate_record(null::hub.sectors, new))
			where sectors.code = edit_labels.code;
	end case;
end $$;
comment on function public.edit_labels is
	'Definer: an administrator alone. Changes labels, explanations and flags of a category, sub-category or sector; codes are fixed.';

create function public.list_sectors() returns jsonb
language sql stable set search_path = ''
return (select jsonb_agg(to_jsonb(sectors) order by position) from hub.sectors);
comment on function public.list_sectors is 'Sectors with the exceptions the law makes by sector.';

create function public.keep_annotation(code text, annotation jsonb, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.note_upkeep('annotation_kept', code, reason,
		(select to_jsonb(annotations) from hub.annotations where annotations.code = keep_annotation.code), annotation);
	insert into hub.annotations (code, starts_on, label_nl, label_en, source, is_break, is_own, edited_at)
	values (keep_annotation.code, (annotation ->> 'starts_on')::date, annotation ->> 'label_nl',
		annotation ->> 'label_en', annotation ->> 'source', (annotation ->> 'is_break')::boolean, true, now())
	on conflict on constraint annotations_pkey do update set starts_on = excluded.starts_on, label_nl = excluded.label_nl,
		label_en = excluded.label_en, source = excluded.source, is_break = excluded.is_break, edited_at = now();
end $$;
comment on function public.keep_annotation is 'Definer: an administrator alone. Adds a date that explains a bend in a chart, or changes one.';

create function public.remove_annotation(code text, reason text) returns void
language plpgsql volatile security definer set search_path = '' as $$
begin
	perform hub.note_upkeep('annotation_removed', code, reason,
		(select to_jsonb(annotations) from hub.annotations where annotations.code = remove_annotation.code));
	delete from hub.annotations where annotations.code = remove_annotation.code and is_own;
	if not found then
		raise exception using errcode = 'GH404', message = 'annotation_not_found';
	end if;
end $$;
comment on function public.remove_annotation is 'Definer: an administrator alone. Removes a date that was added at this desk; the dates of the law stay.';

create function public.list_annotations() returns jsonb
language sql stable set search_path = ''
return (select coalesce(jsonb_agg(to_jsonb(annotations) order by starts_on desc), '[]') from hub.annotations);
comment on function public.list_annotations is 'Dates that explain a bend in a chart, the last first.';

revoke execute on function public.edit_labels, public.list_sectors, public.keep_annotation, public.remove_annotation,
	public.list_annotations from public;
grant execute on function public.edit_labels, public.list_sectors, public.keep_annotation, public.remove_annotation,
	public.list_annotations to authenticated;

-- What is sold or asked for, with the exceptions the law makes by sector.

create table hub.sectors (
	code text primary key check (code ~ '^[a-z0-9_]+$'),
	label_nl text not null,
	label_en text not null,
	customer_exception text not null
		check (customer_exception in ('yes', 'no', 'unknown')),
	written_agreement text not null
		check (written_agreement in ('yes', 'no', 'depends', 'unknown', 'not_applicable')),
	withdrawal_right text not null
		check (withdrawal_right in ('yes', 'no', 'depends', 'unknown', 'not_applicable')),
	cooling_off_exception text not null
		check (cooling_off_exception in ('yes', 'no', 'unknown', 'not_applicable')),
	is_telemarketing boolean not null,
	is_ranked boolean not null,
	position smallint not null,
	edited_at timestamptz,
	constraint only_telemarketing_is_ranked check (is_telemarketing or not is_ranked)
);
comment on table hub.sectors is
	'Sectors of organisations and offers. The flags are where a rule starts, not where it ends: the facts of the contact decide.';
comment on column hub.sectors.customer_exception is
	'May customers, donors and the like still be called without consent after 1 July 2026? Telecommunicatiewet 11.7 as changed by Energiewet 7.8 (Stb. 2025, 89): yes for good-cause lotteries, charities, idealistic organisations with political parties, and publishers of at least three issues a year; no for every sector not on that list. Unknown where the sources conflict (other lotteries), do not settle it (unions, broadcasters), or the sector itself is unknown, so that a finding never becomes likely on it.';
comment on column hub.sectors.written_agreement is
	'Does a new contract after a call need a written agreement? Burgerlijk Wetboek 6:230v(6). Depends: only if the contract is for a recurring service (security, education, automotive, claims), or for a service and not goods (digital against paper subscription, subscription box). Not applicable where nothing is sold to a consumer.';
comment on column hub.sectors.withdrawal_right is
	'Is there a statutory right of withdrawal? Burgerlijk Wetboek 6:230o and 6:230p, with 6:230h(2) for what is excluded and 6:230x for financial products: 14 days, life insurance 30. Depends: not for mortgage credit, for a value that fluctuates, for custom-made or unsealed hygienic goods; travel has rules of its own. A donation is not a consumer contract: not applicable.';
comment on column hub.sectors.cooling_off_exception is
	'Is the sector meant to be excepted from the cooling-off of three working days at the door and in the street? Draft bill of 12 September 2025, which is not law: keep it out of findings and off public pages.';
comment on column hub.sectors.is_telemarketing is
	'False for what falls outside the telemarketing rules as long as nothing is sold: research, government, debt collection.';
comment on column hub.sectors.is_ranked is
	'May the sector stand in comparisons between sectors? Not if it is no telemarketing, is suspected fraud or is unknown.';
comment on column hub.sectors.position is 'Order on screen.';
comment on column hub.sectors.edited_at is 'When an administrator changed it last; then the reference data leaves it alone.';

alter table hub.sectors enable row level security;
create policy "everyone reads sectors" on hub.sectors
	for select to anon, authenticated using (true);
grant select on hub.sectors to anon, authenticated, service_role;
